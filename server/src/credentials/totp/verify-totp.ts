import type { PrincipalRef } from '../../kernel/index.ts';
import type { CredentialsDeps, Occasion } from '../credentials.ts';
import { eventContext } from '../event-context.ts';
import type { Throttle } from '../throttle/throttle.ts';
import { openSeed } from './bind-totp.ts';
import { findTotp, useStep } from './totp-store.ts';
import { stepOfCode } from './totp.ts';

/** @throws credential.throttled */
export async function verifyTotp(
  deps: CredentialsDeps, throttle: Throttle, ref: PrincipalRef, code: string, occasion: Occasion,
): Promise<'correct' | 'wrong' | 'used'> {
  const { database, events, clock, sealer } = deps;
  const attempt = await throttle.begin('totp', ref, undefined, occasion);
  const row = await findTotp(database.db, ref);
  const step = row && stepOfCode(openSeed(sealer, row), code, clock());
  const accepted = row && step !== undefined && await database.transaction(async (tx) => {
    if (!await useStep(tx, row, step, clock())) return false;
    await events.append(tx, {
      type: 'credential.accepted', ...eventContext(ref, occasion), open: { kind: 'totp', credential: row.id },
    });
    await attempt.succeeded(tx);
    return true;
  });
  if (accepted) return 'correct';
  const verdict = step === undefined ? 'wrong' : 'used';
  // A code sent twice is no guess: whoever sends it has seen the right one.
  if (verdict === 'used') await attempt.release();
  await database.transaction((tx) => events.append(tx, {
    type: 'credential.refused', ...eventContext(ref, occasion),
    open: { kind: 'totp', reason: row ? verdict : 'none-held' },
  }));
  return verdict;
}
