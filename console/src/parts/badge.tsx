import type { ReactNode } from 'react';

export type Tone = 'good' | 'caution' | 'bad' | 'hue' | 'plain' | 'none';

/** A state in a word, with a shape beside it: never by colour alone. */
export function Badge({ tone = 'none', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return <span className="badge" data-tone={tone}>{children}</span>;
}
