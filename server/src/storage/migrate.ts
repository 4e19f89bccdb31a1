import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { PoolClient } from 'pg';
import { fail } from '../kernel/index.ts';
import type { Database } from './database.ts';

/** One forward-only step of the schema: `NNNN-<folder>-<what>.sql`, in the `migrations` of the folder that owns it. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly digest: string;
}

/** All migrations below `sourceFolder`, in the order of their numbers. Two of one number are a mistake. */
export async function findMigrations(sourceFolder: string): Promise<readonly Migration[]> {
  const found: Migration[] = [];
  for await (const path of glob('*/migrations/*.sql', { cwd: sourceFolder })) {
    const name = basename(path, '.sql');
    const text = await readFile(join(sourceFolder, path), 'utf8');
    found.push({ number: Number(name.slice(0, 4)), name, sql: text, digest: digestOf(text) });
  }
  found.sort((a, b) => a.number - b.number);
  found.forEach((migration, index) => {
    if (migration.number === found[index - 1]?.number) {
      throw new Error(`two migrations have number ${migration.number}: ${found[index - 1]?.name}, ${migration.name}`);
    }
  });
  return found;
}

export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Any number, the same in every Limen: servers that start at once take turns at it. */
const lockNumber = 7_340_211_009;

/**
 * Brings the schema up to date; safe when many servers do it at once. Each migration is one transaction. Returns the
 * names of those that ran now.
 * @throws storage.newer, storage.changed_migration
 */
export async function migrate(database: Database, migrations: readonly Migration[]): Promise<readonly string[]> {
  const client = await database.pool.connect();
  try {
    // A big migration, or the wait for another server's, may take longer than a request may.
    await client.query('set statement_timeout = 0');
    await client.query('select pg_advisory_lock($1)', [lockNumber]);
    try {
      return await applyMissing(client, migrations);
    } finally {
      await client.query('select pg_advisory_unlock($1)', [lockNumber]);
    }
  } finally {
    client.release(true);
  }
}

async function applyMissing(client: PoolClient, migrations: readonly Migration[]): Promise<readonly string[]> {
  await client.query(`create table if not exists limen_migration (
    number int primary key, name text not null, digest text not null, applied_at timestamptz not null default now())`);
  const { rows } = await client.query<{ number: number; name: string; digest: string }>(
    'select number, name, digest from limen_migration order by number');
  const done = new Map(rows.map((row) => [row.number, row]));
  const newest = migrations.at(-1)?.number ?? 0;
  const unknown = rows.find((row) => row.number > newest);
  if (unknown) fail('storage.newer', { detail: `it has ${unknown.name}` });
  const ran: string[] = [];
  for (const migration of migrations) {
    const earlier = done.get(migration.number);
    if (earlier && earlier.digest !== migration.digest) {
      fail('storage.changed_migration', { detail: earlier.name });
    }
    if (earlier) continue;
    await applyOne(client, migration);
    ran.push(migration.name);
  }
  return ran;
}

async function applyOne(client: PoolClient, { number, name, sql, digest }: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('insert into limen_migration (number, name, digest) values ($1, $2, $3)', [number, name, digest]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`migration ${name} failed and changed nothing`, { cause: error });
  }
}
