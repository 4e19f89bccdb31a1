import { day } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import { removeOldRows } from './tally-store.ts';

/** A week more than the longest hourly question, and three years to see the same season again. */
const hoursKept = 40 * day;
const daysKept = 1_100 * day;
/** No journey lasts so long: whatever ended this run was lost with its server. */
const runsKept = 7 * day;

export async function removeOld(db: Db, now: Date): Promise<void> {
  const before = (age: number): Date => new Date(now.getTime() - age);
  await removeOldRows(db, { hoursBefore: before(hoursKept), daysBefore: before(daysKept), runsBefore: before(runsKept) });
}
