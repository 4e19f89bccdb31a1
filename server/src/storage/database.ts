import { Kysely, PostgresDialect } from 'kysely';
import { Pool, types, type PoolConfig } from 'pg';
import { fail, LimenError, type Log } from '../kernel/index.ts';
import type { Db } from './db.ts';
import { preparing } from './prepared.ts';
import { withEnd } from './transaction-end.ts';

export interface Database {
  readonly db: Db;
  readonly pool: Pool;
  /** How this database is reached, for those who keep connections of their own (listening, jobs). */
  readonly target: PoolConfig;
  /** Runs `work` in one transaction: committed when it resolves, rolled back when it throws. */
  transaction<T>(work: (tx: Db) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** A connection string, or the parts of one. */
export type DatabaseTarget = string | PoolConfig;

export interface DatabaseOptions {
  readonly target: DatabaseTarget;
  readonly log: Log;
  readonly poolSize?: number;
}

const oldestVersion = 16;
/** bigint: our positions and counts stay far below 2^53. */
types.setTypeParser(20, Number);

/**
 * Opens the pool and makes sure that a PostgreSQL of a known version answers.
 * @throws storage.unreachable, storage.missing, storage.too_old
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const target: PoolConfig = typeof options.target === 'string'
    ? { connectionString: options.target } : options.target;
  const pool = new Pool({
    ...target, max: options.poolSize ?? 20, connectionTimeoutMillis: 5_000, idleTimeoutMillis: 30_000,
    application_name: 'limen', statement_timeout: 15_000, idle_in_transaction_session_timeout: 30_000,
  });
  // An idle connection that breaks is replaced at the next use, and one that breaks while it is checked out tells its
  // user; either would end the process if nobody listened. What the pool itself ends is no news.
  const broke = (error: Error): void => {
    if (!pool.ending) options.log.warn({ reason: error.message }, 'a database connection broke');
  };
  pool.on('error', broke);
  pool.on('connect', (client) => { client.on('error', broke); });
  try {
    await checkVersion(pool);
  } catch (error) {
    await pool.end();
    throw explainStorageError(error);
  }
  const db = new Kysely<{}>({ dialect: new PostgresDialect({ pool: preparing(pool) }) });
  return {
    db, pool, target,
    transaction: (work) => db.transaction().execute((tx) => withEnd(tx, work)),
    close: async () => {
      await db.destroy();
      // kysely ends a pool only after it has used it.
      if (!pool.ending) await pool.end();
    },
  };
}

async function checkVersion(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ server_version_num: string }>('show server_version_num');
  const version = Math.floor(Number(rows[0]?.server_version_num) / 10_000);
  if (version < oldestVersion) fail('storage.too_old', { detail: `PostgreSQL ${version}; ${oldestVersion} is needed` });
}

const unreachable = new Set([
  'ECONNREFUSED', 'ENOTFOUND', 'ECONNRESET', 'ETIMEDOUT', 'EAI_AGAIN', 'ENOENT', 'EACCES', 'EPIPE',
  '28P01', '28000', '57P01', '57P02', '57P03', '08000', '08001', '08003', '08006', '53300',
]);

/** Turns what the driver says when no database is there into our words; anything else is returned as it was. */
export function explainStorageError(error: unknown): unknown {
  if (error instanceof LimenError || !(error instanceof Error)) return error;
  const code = (error as { code?: string }).code ?? '';
  if (code === '3D000') return new LimenError('storage.missing', { detail: error.message, cause: error });
  const lost = /timeout exceeded when trying to connect|Connection terminated|not queryable/.test(error.message);
  if (unreachable.has(code) || lost) return new LimenError('storage.unreachable', { detail: error.message, cause: error });
  return error;
}

/** The constraint that a statement broke, if that is what went wrong; lets a store name the fault. */
export function brokenConstraint(error: unknown): string | undefined {
  const found = error as { code?: string; constraint?: string };
  return found?.code === '23505' || found?.code === '23503' || found?.code === '23514' ? found.constraint : undefined;
}
