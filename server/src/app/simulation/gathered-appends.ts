import type { EventLog, NewEvent } from '../../events/index.ts';
import type { Database, Db } from '../../storage/index.ts';

/**
 * Writes all events of a transaction in one statement at its end: those who live months in seconds tell so much that
 * each statement counts. Time passes between transactions only, so theirs stays the same. What is appended outside of a
 * transaction of `database` is written at once.
 */
export function gatherAppends(database: Database, events: EventLog): { database: Database; events: EventLog } {
  const waiting = new WeakMap<Db, NewEvent[]>();
  return {
    database: {
      ...database,
      transaction: (work) => database.transaction(async (tx) => {
        const gathered: NewEvent[] = [];
        waiting.set(tx, gathered);
        const result = await work(tx);
        await events.append(tx, ...gathered);
        return result;
      }),
    },
    events: {
      ...events,
      append: async (tx, ...more) => {
        const gathered = waiting.get(tx);
        if (gathered) gathered.push(...more);
        else await events.append(tx, ...more);
      },
    },
  };
}
