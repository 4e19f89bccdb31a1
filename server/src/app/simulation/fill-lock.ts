import { sql } from 'kysely';
import type { Database, Db } from '../../storage/index.ts';

/** Any number, the same in every Limen. */
const key = 7_340_214;

/**
 * Works while no other process fills or clears the same database; undefined where one does. The lock is a
 * connection's own, so that it ends with a process that is killed.
 */
export function withFillLock<T>(database: Database, work: () => Promise<T>): Promise<T | undefined> {
  return database.db.connection().execute(async (connection) => {
    const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_lock(${key}::int, 0) as mine`.execute(connection);
    if (!rows[0]?.mine) return undefined;
    try {
      return await work();
    } finally {
      // A connection that broke has let go of it by itself.
      await sql`select pg_advisory_unlock(${key}::int, 0)`.execute(connection).catch(() => undefined);
    }
  });
}

/** Whether somebody fills or clears right now. Doesn't take the lock, so that nobody is refused by a question. */
export async function isFilling(db: Db): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`select exists (select from pg_locks where locktype = 'advisory'
    and classid = ${key} and objid = 0 and granted
    and database = (select oid from pg_database where datname = current_database())) as held`.execute(db);
  return rows[0]?.held === true;
}
