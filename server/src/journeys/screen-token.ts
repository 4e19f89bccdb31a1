import { createHash } from 'node:crypto';
import { equalInConstantTime, hmac } from '../kernel/index.ts';

/**
 * The token in a form names the state it was rendered from, under a key that only this browser's cookie holds: a
 * form made elsewhere can't have it (CSRF), and an old one can be told from the current one.
 */
export function screenToken(browserSecret: string, run: string, number: number): string {
  return `${number}.${macOf(browserSecret, run, number)}`;
}

/** The number of the state that a token was made for; undefined for a token of another browser or run. */
export function readScreenToken(browserSecret: string, run: string, token: string): number | undefined {
  const number = Number(/^(\d{1,6})\./.exec(token)?.[1] ?? Number.NaN);
  if (!Number.isInteger(number)) return undefined;
  return equalInConstantTime(token, screenToken(browserSecret, run, number)) ? number : undefined;
}

function macOf(browserSecret: string, run: string, number: number): string {
  return hmac(Buffer.from(browserSecret, 'utf8'), 'screen', run, String(number)).toString('base64url');
}

/** Tells the same input sent twice from another one; keyed, since inputs may be passwords. */
export function inputDigest(browserSecret: string, input: Readonly<Record<string, unknown>>): Buffer {
  const fields = Object.entries(input).filter(([name]) => name !== 'screenToken').sort(([a], [b]) => (a < b ? -1 : 1));
  const key = createHash('sha256').update(`input:${browserSecret}`).digest();
  return hmac(key, ...fields.flatMap(([name, value]) => [name, JSON.stringify(value)]));
}
