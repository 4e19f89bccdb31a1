import { newId, type PrincipalRef } from '../../kernel/index.ts';
import type { Sealer } from '../../keys/index.ts';
import type { Db } from '../../storage/index.ts';
import type { BoundWith, CredentialsDeps, Occasion } from '../credentials.ts';
import { eventContext } from '../event-context.ts';
import type { Throttle } from '../throttle/throttle.ts';
import { deleteTotp, insertTotp, type TotpRow } from './totp-store.ts';
import { readSeed, stepOfCode } from './totp.ts';

const contextOf = ({ population, principal }: PrincipalRef): string => `${population}/${principal}`;

export const openSeed = (sealer: Sealer, row: TotpRow): Buffer => sealer.open('totp-seed', contextOf(row), row.seed);

/** Binds a seed whose code the person has shown, in place of an earlier one. False if the code is not of this seed. */
export async function bindTotp(
  { clock, random, events, sealer }: CredentialsDeps, throttle: Throttle, tx: Db, ref: PrincipalRef, secret: string,
  code: string, occasion: Occasion, boundWith?: BoundWith,
): Promise<boolean> {
  const now = clock();
  const seed = readSeed(secret);
  const step = seed && stepOfCode(seed, code, now);
  if (!seed || step === undefined) return false;
  for (const credential of await deleteTotp(tx, ref)) {
    await events.append(tx, {
      type: 'credential.removed', ...eventContext(ref, occasion),
      open: { kind: 'totp', credential, reason: 'replaced' },
    });
  }
  const id = newId(now, random);
  await insertTotp(tx, {
    ...ref, id, seed: sealer.seal('totp-seed', contextOf(ref), seed), last_step: step, bound_at: now, bound_with: boundWith ?? null,
    last_used_at: null,
  });
  await throttle.replaced(tx, ref, 'totp');
  await events.append(tx, {
    type: 'credential.bound', ...eventContext(ref, occasion), open: { kind: 'totp', credential: id },
  });
  return true;
}
