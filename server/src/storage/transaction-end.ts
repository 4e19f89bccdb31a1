import type { Db } from './db.ts';

type Last = () => Promise<void>;

/** What is still to be done in transactions that are under way. */
const ends = new WeakMap<Db, Last[]>();

/**
 * Has something done in this transaction when its work is over, just before it commits: what fails then undoes all of
 * it. False where there is no transaction of `Database.transaction` to wait for.
 */
export function atEnd(tx: Db, last: Last): boolean {
  const waiting = ends.get(tx);
  waiting?.push(last);
  return waiting !== undefined;
}

/** Runs the work of a transaction and then what it left for the end. */
export async function withEnd<T>(tx: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  const waiting: Last[] = [];
  ends.set(tx, waiting);
  const result = await work(tx);
  // One that is done may leave another.
  for (const last of waiting) await last();
  ends.delete(tx);
  return result;
}
