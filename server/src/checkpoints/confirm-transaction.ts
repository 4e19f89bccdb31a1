import type { CheckpointsDeps } from './checkpoints-deps.ts';
import type { Confirmation } from './checkpoints.ts';
import { upsertConfirmation } from './confirmation-store.ts';
import { confirmationDigest } from './transaction-digest.ts';

/** See `Checkpoints.confirm`. Of the transaction a digest stays, for a day. */
export async function confirmTransaction(
  { database, clock, events }: Pick<CheckpointsDeps, 'database' | 'clock' | 'events'>,
  { population, principal, session, client, transaction }: Confirmation,
): Promise<void> {
  await database.transaction(async (tx) => {
    await upsertConfirmation(tx, {
      population, session, client, digest: confirmationDigest(transaction), principal, confirmedAt: clock(),
    });
    await events.append(tx, {
      type: 'transaction.confirmed', population, principal, session, client, actor: { kind: 'principal', id: principal },
      open: { client, action: transaction.action },
    });
  });
}
