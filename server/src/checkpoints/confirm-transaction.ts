import type { CheckpointsDeps } from './checkpoints-deps.ts';
import type { Confirmation } from './checkpoints.ts';
import { upsertConfirmation } from './confirmation-store.ts';
import { confirmationDigest } from './transaction-digest.ts';

/** See `Checkpoints.confirm`. Of the transaction a digest stays, for a day. */
export async function confirmTransaction(
  { database, clock }: Pick<CheckpointsDeps, 'database' | 'clock'>, { population, principal, session, client, transaction }: Confirmation,
): Promise<void> {
  await upsertConfirmation(database.db, {
    population, session, client, digest: confirmationDigest(transaction), principal, confirmedAt: clock(),
  });
}
