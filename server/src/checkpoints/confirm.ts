import type { Db } from '../storage/index.ts';
import type { CheckpointsDeps } from './checkpoints-deps.ts';
import type { Confirmation } from './checkpoints.ts';
import { provedBy } from './proved.ts';
import { upsertConfirmation } from './confirmation-store.ts';
import { confirmationDigest } from './transaction-digest.ts';

/**
 * See `Checkpoints.confirm`. Of what was shown a digest stays, and when each kind of proof was shown to it, for a day.
 * What was proved without seeing amount and payee, or to others, is no yes to these (dynamic linking; Delegated
 * Regulation (EU) 2018/389, Article 5).
 */
export async function confirm(
  { clock, events, keyed }: Pick<CheckpointsDeps, 'clock' | 'events' | 'keyed'>, tx: Db,
  { population, principal, session, client, decision, transaction, shown }: Confirmation,
): Promise<void> {
  if (decision !== undefined) {
    await upsertConfirmation(tx, {
      population, session, client, decision, shown: confirmationDigest(keyed, population, transaction), principal, confirmedAt: clock(), proved: provedBy(shown),
    });
  }
  if (transaction) {
    await events.append(tx, {
      type: 'transaction.confirmed', population, principal, session, client, actor: { kind: 'principal', id: principal },
      open: { client, action: transaction.action },
    });
  }
}
