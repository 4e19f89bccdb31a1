import { type Clock } from '../kernel/index.ts';
import type { Database, RecurringJob } from '../storage/index.ts';
import { ensurePartitions } from './event-store.ts';

const monthsAhead = 2;

/**
 * Makes the partitions of this month and the next two. Numbering makes a missing one itself; ahead of time it is
 * done while nobody waits.
 */
export async function makePartitionsAhead(database: Database, clock: Clock): Promise<void> {
  const now = clock();
  const times = Array.from({ length: monthsAhead + 1 }, (_, ahead) => (
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1))));
  await database.transaction(async (tx) => {
    await ensurePartitions(tx, false, times);
  });
}

/** The jobs that this folder wants to be run. */
export function eventJobs({ database, clock }: { database: Database; clock: Clock }): readonly RecurringJob[] {
  return [{ name: 'events-partitions', cron: '17 3 * * *', run: () => makePartitionsAhead(database, clock) }];
}
