import { minute, randomDigits } from '../../kernel/index.ts';
import type { Db } from '../../storage/index.ts';
import type { CredentialsDeps, Occasion } from '../credentials.ts';
import type { Digest } from '../digests.ts';
import type { Throttle } from '../throttle/throttle.ts';
import { putCode } from './email-code-store.ts';
import { countMail } from './mail-cap-store.ts';

export const codeLength = 6;
export const codeLifetime = 10 * minute;

/** What is stored of a code: keyed and bound to its run, so that it is right nowhere else. */
export const digestOfCode = (digest: Digest, population: string, run: string, code: string): Promise<Buffer> =>
  digest('email-code', population, run, code);

/** A new code for the run, or undefined while the address or the account may not get another mail. */
export async function issueCode(
  { clock, random }: CredentialsDeps, digest: Digest, throttle: Throttle, tx: Db, population: string, run: string,
  address: string, occasion: Occasion,
): Promise<string | undefined> {
  const now = clock();
  const { principal } = occasion;
  const byAddress = await throttle.nameOf(population, address);
  const byAccount = principal === undefined ? undefined : await throttle.accountOf({ population, principal });
  if (!await countMail(tx, population, byAddress, now)) return undefined;
  if (byAccount && !await countMail(tx, population, byAccount, now)) return undefined;
  const code = randomDigits(random, codeLength);
  await putCode(tx, {
    population, run, digest: await digestOfCode(digest, population, run, code), subject: byAccount ?? byAddress,
    issued_at: now, expires_at: new Date(now.getTime() + codeLifetime),
  });
  return code;
}
