import { sql, type RawBuilder } from 'kysely';
import type { Origin } from '../kernel/index.ts';
import type { Db } from './db.ts';

/** The condition that an id in a column is of this origin: the SQL of `originOf`. True of all where none is named. */
export function idIsOf(origin: Origin | undefined, column: string): RawBuilder<boolean> {
  if (origin === undefined) return sql<boolean>`true`;
  const simulated = sql`get_byte(uuid_send(${sql.ref(column)}), 6) >> 4 = 8`;
  return origin === 'simulated' ? sql<boolean>`(${simulated})` : sql<boolean>`(not ${simulated})`;
}

const batchSize = 2_000;

/**
 * Removes the rows of these tables, in their order, whose column holds an id of something simulated: in bounded
 * batches, each a transaction of its own. Returns how many went from the first.
 */
export async function removeSimulatedRows(db: Db, ...columns: readonly (readonly [table: string, column: string])[]): Promise<number> {
  const removed: number[] = [];
  for (const [table, column] of columns) removed.push(await removeRows(db, table, idIsOf('simulated', column)));
  return removed[0] ?? 0;
}

/** Removes what meets a condition, in bounded batches. Returns how many. */
export async function removeRows(db: Db, table: string, condition: RawBuilder<boolean>): Promise<number> {
  for (let removed = 0; ;) {
    const { numAffectedRows } = await sql`delete from ${sql.table(table)} where ctid in (
      select ctid from ${sql.table(table)} where ${condition} limit ${batchSize})`.execute(db);
    const found = Number(numAffectedRows ?? 0n);
    removed += found;
    if (found < batchSize) return removed;
  }
}
