import { day } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import { deleteSettledBefore } from './outbox-store.ts';

const keepFor = 7 * day;
const atOnce = 5_000;

/** A job: removes the traces of messages that ended a week ago; the event log keeps that they were. */
export async function removeOldMessages(db: Db, now: Date): Promise<number> {
  let removed = 0;
  for (let round = 0; round < 100; round += 1) {
    const count = await deleteSettledBefore(db, new Date(now.getTime() - keepFor), atOnce);
    removed += count;
    if (count < atOnce) break;
  }
  return removed;
}
