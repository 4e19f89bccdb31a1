import type { NewEvent } from '../events/index.ts';
import type { Db } from '../storage/index.ts';
import type { CheckpointsDeps } from './checkpoints-deps.ts';
import type { Outcome, PendingAction } from './checkpoints.ts';
import { settleDelay, type SettledDecision } from './decision-store.ts';

/** An event for each decision that was settled. */
export function settledEvents(
  settled: readonly SettledDecision[], now: Date,
): readonly NewEvent<'decision.settled'>[] {
  return settled.map(({ population, id, principal, session, run, client, action, response, outcome, at }) => ({
    type: 'decision.settled', population, actor: { kind: 'system' }, client,
    ...(principal === null ? {} : { principal }), ...(session === null ? {} : { session }), ...(run === null ? {} : { run }),
    open: { decision: id, action, response, outcome, ms: Math.max(0, now.getTime() - at.getTime()) },
  }));
}

/** Settles the decision behind an action that waited: for its time, or for somebody to look at it. */
export async function settleWaited(
  { events }: Pick<CheckpointsDeps, 'events'>, tx: Db, { population, decision }: Pick<PendingAction, 'population' | 'decision'>, outcome: Outcome, now: Date,
): Promise<void> {
  const settled = await settleDelay(tx, population, decision, outcome, now);
  if (settled) await events.append(tx, ...settledEvents([settled], now));
}
