import { z } from 'zod';

const unit = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** A length of time as people write it: `90s`, `15m`, `12h`, `30d`. */
export const duration = z.string().regex(/^[1-9][0-9]{0,4}(s|m|h|d)$/, 'write a number and s, m, h or d, like 15m');

/** Milliseconds of a `duration`. */
export function milliseconds(text: string): number {
  return Number(text.slice(0, -1)) * unit[text.at(-1) as keyof typeof unit];
}
