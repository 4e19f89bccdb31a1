import { decisionsKeptDays, whatIfKeptDays } from '../../../contract/decision-record.ts';
import { day, type Origin } from '../kernel/index.ts';
import { inBatches, removeSimulatedRows, type Db } from '../storage/index.ts';
import type { CheckpointsDeps } from './checkpoints-deps.ts';
import { deleteDecisionsBefore, settleAbandoned } from './decision-store.ts';
import { deleteConfirmationsBefore } from './confirmation-store.ts';
import { keyDigests } from './key-digests.ts';
import { deleteKnownNetworksBefore } from './known-network-store.ts';
import { networkKeptFor } from './known-networks.ts';
import { challengeLife } from './open-challenge.ts';
import { deletePendingBefore, expirePending } from './pending-store.ts';
import { deleteReviewsBefore, expireReviews } from './review-store.ts';
import { deleteReportsBefore } from './report-store.ts';
import { settledEvents, settleWaited } from './settled-events.ts';
import { tellOwner } from './tell-owner.ts';
import { deleteToldBefore } from './told-store.ts';
import { deleteTrafficBefore } from './traffic-store.ts';
import { deleteWhatIfsBefore } from './what-if-store.ts';

/** A delayed action that could have gone on for so long is not wanted any more. */
const dueLife = 7 * day;
const decisionsKept = decisionsKeptDays * day;
const otherKept = 60 * day;
/** Longer than anything is counted from it. */
const trafficKept = 100 * day;
const batch = 200;
const largeBatch = 2_000;
/** Milliseconds for each of the works: all of them together stay well below the time between two runs. */
const within = 20_000;

/** All that is simulated. Returns how many decisions. */
export const removeSimulatedDecisions = (db: Db): Promise<number> => removeSimulatedRows(
  db, ['checkpoint_decision', 'id'], ['checkpoint_pending', 'id'], ['checkpoint_report', 'principal'],
  ['checkpoint_review', 'id'], ['checkpoint_told', 'principal'], ['checkpoint_confirmation', 'principal'],
  ['checkpoint_label', 'decision'], ['checkpoint_follow_up', 'decision'],
  ['checkpoint_what_if', 'principal']);

/** See `Checkpoints.tidy`. Each run does what it can within its time; the next one goes on. */
export async function tidyCheckpoints(deps: CheckpointsDeps, only?: Origin): Promise<number> {
  const { database: { db, transaction } } = deps;
  const now = deps.clock();
  const before = (age: number): Date => new Date(now.getTime() - age);
  const settle = (work: (tx: Db) => Promise<number>): Promise<number> => inBatches(() => transaction(work), { full: batch, within });
  const remove = (work: (before: Date, limit: number) => Promise<number>, age: number): Promise<number> => (
    inBatches(() => work(before(age), largeBatch), { full: largeBatch, within }));
  const settled = [
    await settle((tx) => giveUp(deps, tx, before(challengeLife), now, only)),
    await settle((tx) => expireWaiting(deps, tx, before(dueLife), now, only)),
    await settle((tx) => expireUnseen(deps, tx, now, only)),
  ];
  await keyDigests(deps, within);
  await remove((...old) => deleteDecisionsBefore(db, ...old), decisionsKept);
  await remove((...old) => deleteWhatIfsBefore(db, ...old), whatIfKeptDays * day);
  await remove((...old) => deletePendingBefore(db, ...old), otherKept);
  await remove((...old) => deleteConfirmationsBefore(db, ...old), day);
  await remove((...old) => deleteReportsBefore(db, ...old), otherKept);
  await remove((...old) => deleteReviewsBefore(db, ...old), otherKept);
  await remove((...old) => deleteKnownNetworksBefore(db, ...old), networkKeptFor);
  await remove((...old) => deleteToldBefore(db, ...old), day);
  await deleteTrafficBefore(db, before(trafficKept));
  return settled.reduce((sum, each) => sum + each, 0);
}

async function giveUp({ events }: CheckpointsDeps, tx: Db, before: Date, now: Date, only?: Origin): Promise<number> {
  const settled = await settleAbandoned(tx, before, now, batch, only);
  await events.append(tx, ...settledEvents(settled, now));
  return settled.length;
}

async function expireWaiting(deps: CheckpointsDeps, tx: Db, before: Date, now: Date, only?: Origin): Promise<number> {
  const found = await expirePending(tx, before, now, batch, only);
  for (const each of found) await settleWaited(deps, tx, each, 'expired', now);
  return found.length;
}

async function expireUnseen(deps: CheckpointsDeps, tx: Db, now: Date, only?: Origin): Promise<number> {
  const { closed, unseen } = await expireReviews(tx, now, batch, only);
  for (const each of unseen) {
    await settleWaited(deps, tx, each, 'expired', now);
    await tellOwner(deps, tx, { ...each, state: 'expired' }, now);
  }
  return closed;
}
