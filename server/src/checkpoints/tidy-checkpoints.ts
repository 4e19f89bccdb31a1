import { decisionsKeptDays } from '../../../contract/decision-record.ts';
import { day, hour, type Origin } from '../kernel/index.ts';
import { removeSimulatedRows, type Db } from '../storage/index.ts';
import type { CheckpointsDeps } from './checkpoints-deps.ts';
import { deleteDecisionsBefore, settleAbandoned } from './decision-store.ts';
import { deleteConfirmationsBefore } from './confirmation-store.ts';
import { deleteKnownNetworksBefore } from './known-network-store.ts';
import { networkKeptFor } from './known-networks.ts';
import { deletePendingBefore, expirePending } from './pending-store.ts';
import { deleteReviewsBefore, expireReviews } from './review-store.ts';
import { deleteReportsBefore } from './report-store.ts';
import { settledEvents, settleWaited } from './settled-events.ts';
import { tellOwner } from './tell-owner.ts';
import { deleteToldBefore } from './told-store.ts';

/** A challenge that nobody came back from within this time was given up. */
const challengeLife = hour;
/** A delayed action that could have gone on for so long is not wanted any more. */
const dueLife = 7 * day;
const decisionsKept = decisionsKeptDays * day;
const otherKept = 60 * day;
const batch = 200;

/** All that is simulated. Returns how many decisions. */
export const removeSimulatedDecisions = (db: Db): Promise<number> => removeSimulatedRows(
  db, ['checkpoint_decision', 'id'], ['checkpoint_pending', 'id'], ['checkpoint_report', 'principal'],
  ['checkpoint_review', 'id'], ['checkpoint_told', 'principal'], ['checkpoint_confirmation', 'principal'],
  ['checkpoint_label', 'decision'], ['checkpoint_follow_up', 'decision']);

/** See `Checkpoints.tidy`. Each run does a bounded part; the next one goes on. */
export async function tidyCheckpoints(deps: CheckpointsDeps, only?: Origin): Promise<number> {
  const { database, events, clock } = deps;
  const now = clock();
  const before = (age: number): Date => new Date(now.getTime() - age);
  const abandoned = await database.transaction(async (tx) => {
    const settled = await settleAbandoned(tx, before(challengeLife), now, batch, only);
    await events.append(tx, ...settledEvents(settled, 'abandoned', now));
    return settled.length;
  });
  const expired = await database.transaction(async (tx) => {
    const found = await expirePending(tx, before(dueLife), now, batch, only);
    for (const each of found) await settleWaited(deps, tx, each, 'expired', now);
    return found.length;
  });
  const unseen = await database.transaction(async (tx) => {
    const found = await expireReviews(tx, now, batch, only);
    for (const each of found.unseen) {
      await settleWaited(deps, tx, each, 'expired', now);
      await tellOwner(deps, tx, { ...each, state: 'expired' }, now);
    }
    return found.unseen.length;
  });
  await deleteDecisionsBefore(database.db, before(decisionsKept), 10 * batch);
  await deletePendingBefore(database.db, before(otherKept), batch);
  await deleteConfirmationsBefore(database.db, before(day), 10 * batch);
  await deleteReportsBefore(database.db, before(otherKept), batch);
  await deleteReviewsBefore(database.db, before(otherKept), batch);
  await deleteKnownNetworksBefore(database.db, before(networkKeptFor), batch);
  await deleteToldBefore(database.db, before(day), 10 * batch);
  return abandoned + expired + unseen;
}
