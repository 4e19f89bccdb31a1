import type { EventLog } from '../../events/index.ts';
import { day, type Clock } from '../../kernel/index.ts';
import type { Database } from '../../storage/index.ts';
import { closeExpiredRequests, deleteOldRequests } from './remote-request-store.ts';

const batch = 500;
const mostBatches = 100;
/** Whom an application asked for is remembered as long as that counts for how often it may ask again. */
const keptFor = day;

/** Tells of requests that nobody answered in time, and deletes those of more than a day ago. Returns how many it closed. */
export async function closeRemoteRequests(
  { database, events, clock }: { database: Database; events: Pick<EventLog, 'append'>; clock: Clock },
): Promise<number> {
  const now = clock();
  let closed = 0;
  for (let round = 0; round < mostBatches; round += 1) {
    const count = await database.transaction(async (tx) => {
      const over = await closeExpiredRequests(tx, now, batch);
      for (const { population, id, kind, principal, client } of over) {
        await events.append(tx, {
          type: 'remote.expired', population, client, actor: { kind: 'system' },
          ...(principal === null ? {} : { principal }), open: { request: id, by: kind },
        });
      }
      return over.length;
    });
    closed += count;
    if (count < batch) break;
  }
  for (let round = 0; round < mostBatches; round += 1) {
    const gone = await database.transaction((tx) => deleteOldRequests(tx, new Date(now.getTime() - keptFor), batch));
    if (gone < batch) break;
  }
  return closed;
}
