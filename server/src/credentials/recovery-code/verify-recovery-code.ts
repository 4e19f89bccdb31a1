import type { PrincipalRef } from '../../kernel/index.ts';
import type { CredentialsDeps, Occasion } from '../credentials.ts';
import type { Digest } from '../digests.ts';
import { eventContext } from '../event-context.ts';
import type { Throttle } from '../throttle/throttle.ts';
import { digestOfCode } from './issue-recovery-codes.ts';
import { findSet, useCode } from './recovery-code-store.ts';
import { readCode } from './recovery-code.ts';

const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * Takes a saved code: right once, in the same steps whether or not the account exists or has any.
 * @throws credential.throttled
 */
export async function verifyRecoveryCode(
  deps: CredentialsDeps, digest: Digest, throttle: Throttle, population: string, ref: PrincipalRef | undefined,
  typed: string, occasion: Occasion,
): Promise<boolean> {
  const { database, events, clock } = deps;
  const about = ref ?? { population };
  const name = occasion.identifier === undefined ? undefined : await throttle.nameOf(population, occasion.identifier);
  const attempt = await throttle.begin('recovery-code', about, name, occasion);
  const whose = ref ?? { population, principal: nobody };
  const held = await findSet(database.db, whose);
  const given = await digestOfCode(digest, whose, readCode(typed) ?? '');
  const right = await database.transaction(async (tx) => {
    const set = await useCode(tx, whose, given, clock());
    if (set === undefined) {
      await events.append(tx, {
        type: 'credential.refused', ...eventContext(about, occasion),
        open: { kind: 'recovery-code', reason: held ? 'wrong' : 'none-held' },
      });
      return false;
    }
    await events.append(tx, {
      type: 'credential.accepted', ...eventContext(about, occasion), open: { kind: 'recovery-code', credential: set },
    });
    // Last, since others of the same network wait for what it touches.
    await attempt.succeeded(tx);
    return true;
  });
  return right;
}
