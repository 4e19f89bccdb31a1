import type { Db } from '../../storage/index.ts';
import type { CredentialsDeps, Occasion } from '../credentials.ts';
import type { Digest } from '../digests.ts';
import { makeCode } from '../sent-code/make-code.ts';
import type { Throttle } from '../throttle/throttle.ts';
import { allowMail } from './mail-allowance.ts';

/** A new code for the run, or undefined while the address or the account may not get another mail. */
export async function issueCode(
  deps: CredentialsDeps, digest: Digest, throttle: Throttle, tx: Db, population: string, run: string, address: string,
  occasion: Occasion,
): Promise<string | undefined> {
  const subject = await allowMail(throttle, tx, population, address, occasion, deps.clock());
  return subject && makeCode(deps, digest, tx, 'email-code', population, run, address, subject);
}
