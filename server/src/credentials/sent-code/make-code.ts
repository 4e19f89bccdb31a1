import { minute, randomDigits } from '../../kernel/index.ts';
import type { Db } from '../../storage/index.ts';
import type { CredentialsDeps } from '../credentials.ts';
import type { Digest } from '../digests.ts';
import { putCode, type SentCodeKind } from './sent-code-store.ts';

export const codeLength = 6;
/** SP 800-63B-4 §3.1.3.1: an out-of-band secret is valid for at most ten minutes. */
export const codeLifetime = 10 * minute;

/** What is stored of a code: keyed and bound to its run and to where it went, so that it proves nothing else. */
export const digestOfCode = (
  digest: Digest, kind: SentCodeKind, population: string, run: string, place: string, code: string,
): Promise<Buffer> => digest(kind, population, run, place, code);

/** Makes a code for the run in place of an earlier one. `place` is where it goes; tries are counted for `subject`. */
export async function makeCode(
  { clock, random }: CredentialsDeps, digest: Digest, tx: Db, kind: SentCodeKind, population: string, run: string,
  place: string, subject: Buffer,
): Promise<string> {
  const now = clock();
  const code = randomDigits(random, codeLength);
  await putCode(tx, {
    population, run, kind, digest: await digestOfCode(digest, kind, population, run, place, code), subject,
    issued_at: now, expires_at: new Date(now.getTime() + codeLifetime),
  });
  return code;
}
