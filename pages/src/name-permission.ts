import type { Say } from './say.ts';
import { en, type WordKey } from './words/en/index.ts';

/** A scope or claim in words. Names that we have no words for are shown as they are: nothing is granted unseen. */
export function namePermission(say: Say, kind: 'scope' | 'claim', name: string): string {
  const key = `${kind}.${name}`;
  return key in en ? say(key as WordKey) : say(`${kind}.other`, { [kind]: name });
}
