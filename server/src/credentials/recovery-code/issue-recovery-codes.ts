import { newId, type PrincipalRef } from '../../kernel/index.ts';
import type { Db } from '../../storage/index.ts';
import type { CredentialsDeps, Occasion } from '../credentials.ts';
import type { Digest } from '../digests.ts';
import { eventContext } from '../event-context.ts';
import type { Throttle } from '../throttle/throttle.ts';
import { deleteCodes, insertCodes } from './recovery-code-store.ts';
import { codesInSet, newCode, readCode } from './recovery-code.ts';

/** What is stored of a code: keyed and bound to its account, so that it is right nowhere else. */
export const digestOfCode = (digest: Digest, { population, principal }: PrincipalRef, code: string): Promise<Buffer> =>
  digest('recovery-code', population, principal, code);

/** Makes a set in place of an earlier one, and tells its codes, this once. */
export async function issueRecoveryCodes(
  { clock, random, events }: CredentialsDeps, digest: Digest, throttle: Throttle, tx: Db, ref: PrincipalRef,
  occasion: Occasion,
): Promise<readonly string[]> {
  const now = clock();
  const id = newId(now, random);
  const codes = Array.from({ length: codesInSet }, () => newCode(random));
  for (const credential of await deleteCodes(tx, ref)) {
    await events.append(tx, {
      type: 'credential.removed', ...eventContext(ref, occasion),
      open: { kind: 'recovery-code', credential, reason: 'replaced' },
    });
  }
  const digests = await Promise.all(codes.map((code) => digestOfCode(digest, ref, readCode(code)!)));
  await insertCodes(tx, digests.map((each) => ({
    population: ref.population, principal: ref.principal, digest: each, id, bound_at: now, used_at: null,
  })));
  await throttle.replaced(tx, ref, 'recovery-code');
  await events.append(tx, {
    type: 'credential.bound', ...eventContext(ref, occasion), open: { kind: 'recovery-code', credential: id },
  });
  return codes;
}
