import type { CheckpointsDeps } from './checkpoints-deps.ts';
import type { Confirmation } from './checkpoints.ts';
import { provedBy } from './proved.ts';
import { upsertConfirmation } from './confirmation-store.ts';
import { confirmationDigest } from './transaction-digest.ts';

/** See `Checkpoints.confirm`. Of the transaction a digest stays, and when each kind of proof was shown to it, for a day. */
export async function confirmTransaction(
  { database, clock, events, keyed }: Pick<CheckpointsDeps, 'database' | 'clock' | 'events' | 'keyed'>,
  { population, principal, session, client, transaction, shown }: Confirmation,
): Promise<void> {
  await database.transaction(async (tx) => {
    await upsertConfirmation(tx, {
      population, session, client, digest: confirmationDigest(keyed, population, transaction), principal, confirmedAt: clock(),
      proved: provedBy(shown),
    });
    await events.append(tx, {
      type: 'transaction.confirmed', population, principal, session, client, actor: { kind: 'principal', id: principal },
      open: { client, action: transaction.action },
    });
  });
}
