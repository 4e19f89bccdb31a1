import { minute, type Clock } from '../kernel/index.ts';
import type { Database } from '../storage/index.ts';
import { deleteExpired } from './artefact-store.ts';
import { deleteExpiredSessionClients } from './session-client-store.ts';

const batch = 1_000;
const mostBatches = 200;
/** The provider accepts clocks that differ by seconds; nothing goes before that has passed for all. */
const grace = 2 * minute;

/** Deletes what has expired, in batches that hold no lock for long. Returns how many artefacts went. */
export async function removeExpiredArtefacts(deps: { database: Database; clock: Clock }): Promise<number> {
  const before = new Date(deps.clock().getTime() - grace);
  let removed = 0;
  for (let round = 0; round < mostBatches; round += 1) {
    const count = await deps.database.transaction(async (tx) => deleteExpired(tx, before, batch));
    removed += count;
    if (count < batch) break;
  }
  await deps.database.transaction((tx) => deleteExpiredSessionClients(tx, before, batch));
  return removed;
}
