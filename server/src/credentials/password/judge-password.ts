import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs } from '@zxcvbn-ts/language-common';
import type { PasswordFault } from '../credentials.ts';
import { commonPasswords } from './common-passwords.ts';

/** SP 800-63B-4 §3.1.1.2 wants at least 64 to be possible; a bound keeps a field from carrying a book. */
export const longestPassword = 256;
/** Context words shorter than this stand in too many good passwords by chance. */
const shortestContextWord = 4;
/** What must be left when context words are taken away. */
const leastBesideContext = 8;
/** The estimate grows with the square of the length, so it is made of the first and the second part by themselves. */
const estimatedPart = 32;
/** Passwords that fall within this many guesses are of the kind that lists of leaked ones are full of. */
const fewGuesses = 1e6;

/** Ranking 49,000 passwords takes a tenth of a second and 20 MB: the first password that is set pays for it, not every start. */
let ranked: { readonly blocked: ReadonlySet<string>; readonly estimator: ZxcvbnFactory } | undefined;
const ranking = () => (ranked ??= {
  blocked: new Set(commonPasswords),
  estimator: new ZxcvbnFactory({ dictionary: { common: [...commonPasswords] }, graphs: adjacencyGraphs }),
});

/**
 * The form that is counted, compared and hashed: NFKC, so that keyboards that compose characters in different ways
 * make the same password (SP 800-63B-4 §3.1.1.2).
 */
export function normalisePassword(password: string): string {
  return password.normalize('NFKC');
}

/**
 * SP 800-63B-4 §3.1.1.2: length in code points, a blocklist of common and context-specific values compared with the
 * whole password, and nothing about its composition. `context` are names such as the application's and the person's;
 * a password must not live on them: without them at least 8 characters must be left.
 */
export function judgePassword(
  password: string, minimum: number, context: readonly string[],
): PasswordFault | undefined {
  // A field longer than this is too long in any form; normalising multiplies length by at most 18.
  if (password.length > longestPassword * 2) return 'too-long';
  const normal = normalisePassword(password);
  const length = [...normal].length;
  if (length < minimum) return 'too-short';
  if (length > longestPassword) return 'too-long';
  const plain = normal.toLowerCase();
  if (leansOn(plain, context)) return 'contains-context';
  return isCommon(plain) ? 'common' : undefined;
}

function leansOn(plain: string, context: readonly string[]): boolean {
  const names = context.map((each) => normalisePassword(each).toLowerCase());
  const words = [...names, ...names.flatMap((name) => name.split(/[^\p{L}\p{N}]+/u))]
    .filter((word) => [...word].length >= shortestContextWord)
    .sort((a, b) => b.length - a.length);
  const rest = words.reduce((text, word) => text.replaceAll(word, ''), plain);
  return rest.length < plain.length && [...rest].length < leastBesideContext;
}

function isCommon(plain: string): boolean {
  const { blocked, estimator } = ranking();
  if (blocked.has(plain) || blocked.has(plain.replace(/[^\p{L}\p{N}]+/gu, ''))) return true;
  const parts = [plain.slice(0, estimatedPart), plain.slice(estimatedPart, estimatedPart * 2)];
  const guesses = parts.filter((part) => part !== '').map((part) => estimator.check(part).guesses);
  return guesses.reduce((product, each) => product * each, 1) <= fewGuesses;
}
