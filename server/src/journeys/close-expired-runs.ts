import { day, type Clock, type Origin } from '../kernel/index.ts';
import type { EventLog } from '../events/index.ts';
import type { Database } from '../storage/index.ts';
import { closeRuns, deleteRunsEndedBefore, expiredRuns } from './run-store.ts';

const batch = 200;

/** Closes runs past their time, in bounded transactions that servers can share. Returns how many. */
export async function closeExpiredRuns(
  { database, events, clock }: { database: Database; events: EventLog; clock: Clock }, only?: Origin,
): Promise<number> {
  for (let closed = 0; ;) {
    const now = clock();
    const found = await database.transaction(async (tx) => {
      const runs = await expiredRuns(tx, now, batch, only);
      await closeRuns(tx, runs.map((run) => run.id), now);
      if (runs.length > 0) {
        await events.append(tx, ...runs.map((run) => ({
          type: 'run.expired', population: run.population, run: run.id, actor: { kind: 'system' },
          open: { purpose: run.purpose, step: run.node },
        }) as const));
      }
      return runs.length;
    });
    closed += found;
    if (found < batch) return closed;
  }
}

/** Runs stay for a day after their end, for a late "back"; what people entered goes with them. */
export async function removeOldRuns({ database, clock }: { database: Database; clock: Clock }): Promise<void> {
  await deleteRunsEndedBefore(database.db, new Date(clock().getTime() - day));
}
