import { groupsOf, type Db } from '../storage/index.ts';
import type { CheckpointsDeps } from './checkpoints-deps.ts';
import { insertDecisions } from './decision-store.ts';
import type { Recorded } from './recorded-decision.ts';

/** Writes decisions with their events. */
export async function keepRecord({ events }: Pick<CheckpointsDeps, 'events'>, tx: Db, records: readonly Recorded[]): Promise<void> {
  await insertDecisions(tx, records.map(({ decision }) => decision));
  await events.append(tx, ...records.map(({ event }) => event));
}

/** Commits decisions that change nothing else in groups; each is on disk when its turn resolves. @throws server.busy */
export function createKeeper(deps: Pick<CheckpointsDeps, 'events' | 'database'>): (record: Recorded) => Promise<void> {
  return groupsOf<Recorded, void>(async (records) => {
    await deps.database.transaction((tx) => keepRecord(deps, tx, records));
    return records.map(() => undefined);
  }, { longestQueue: 5_000, gathers: true });
}
