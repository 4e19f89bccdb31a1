import { minute, randomDigits } from '../../kernel/index.ts';
import type { Db } from '../../storage/index.ts';
import type { CredentialsDeps, Occasion } from '../credentials.ts';
import type { Digest } from '../digests.ts';
import type { Throttle } from '../throttle/throttle.ts';
import { putCode } from './email-code-store.ts';
import { allowMail } from './mail-allowance.ts';

export const codeLength = 6;
export const codeLifetime = 10 * minute;

/** What is stored of a code: keyed and bound to its run and to where it went, so that it proves nothing else. */
export const digestOfCode = (
  digest: Digest, population: string, run: string, address: string, code: string,
): Promise<Buffer> => digest('email-code', population, run, address, code);

/** A new code for the run, or undefined while the address or the account may not get another mail. */
export async function issueCode(
  { clock, random }: CredentialsDeps, digest: Digest, throttle: Throttle, tx: Db, population: string, run: string,
  address: string, occasion: Occasion,
): Promise<string | undefined> {
  const now = clock();
  const subject = await allowMail(throttle, tx, population, address, occasion, now);
  if (!subject) return undefined;
  const code = randomDigits(random, codeLength);
  await putCode(tx, {
    population, run, digest: await digestOfCode(digest, population, run, address, code), subject,
    issued_at: now, expires_at: new Date(now.getTime() + codeLifetime),
  });
  return code;
}
