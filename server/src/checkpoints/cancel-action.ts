import { fail, hashToken } from '../kernel/index.ts';
import type { CheckpointsDeps } from './checkpoints-deps.ts';
import type { PendingAction } from './checkpoints.ts';
import { selectByCancelHash, settlePending } from './pending-store.ts';
import { settleWaited } from './settled-events.ts';

/** 32 bytes as base64url. */
const tokenForm = /^[A-Za-z0-9_-]{43}$/;

/** See `Checkpoints.findPending`. */
export async function findPending(
  { database }: Pick<CheckpointsDeps, 'database'>, population: string, token: string,
): Promise<PendingAction> {
  const hash = tokenForm.test(token) ? hashToken(token) : fail('link.invalid');
  return await selectByCancelHash(database.db, population, hash) ?? fail('link.invalid');
}

/** See `Checkpoints.cancel`. */
export async function cancelAction(deps: CheckpointsDeps, population: string, token: string): Promise<PendingAction> {
  const action = await findPending(deps, population, token);
  const now = deps.clock();
  await deps.database.transaction(async (tx) => {
    if (!await settlePending(tx, population, action.id, 'cancelled', now)) return;
    await settleWaited(deps, tx, action, 'cancelled', now);
  });
  return findPending(deps, population, token);
}
