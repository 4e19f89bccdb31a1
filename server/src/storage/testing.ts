/**
 * Databases for tests: real PostgreSQL, one database of its own per call, cloned from a migrated template.
 *
 * `LIMEN_TEST_DATABASE` (a JSON object of host, user, password) names a running cluster, which `npm test` starts once
 * for all files. Without it each test process starts a cluster of its own in a temporary folder and ends it after the
 * last test, so that a single file runs by itself too.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Client, type PoolConfig } from 'pg';
import { createLog, type Log } from '../kernel/index.ts';
import { openDatabase, type Database } from './database.ts';
import { startTestCluster } from './embedded/testing.ts';
import { digestOf, findMigrations, migrate } from './migrate.ts';
import { atFileEnd } from '../../../tools/testing/file-end.ts';

export interface TestDatabase extends Database {
  /** A second, independent pool on the same database, as another server has it. Closed with the test. */
  another(): Promise<Database>;
  readonly name: string;
}

export const silentLog: Log = createLog({ level: 'silent' });

const sourceFolder = join(import.meta.dirname, '..');
let ownCluster: Promise<PoolConfig> | undefined;

/** Has something that uses a database of the file ended before that database is dropped. */
export const endBeforeDatabase = atFileEnd;

/** A migrated database for the calling test file; dropped when its tests are over. */
export async function testDatabase(options: { poolSize?: number } = {}): Promise<TestDatabase> {
  const cluster = await findCluster();
  const template = await ensureTemplate(cluster);
  const name = `test_${randomBytes(8).toString('hex')}`;
  // Copied file by file it takes a quarter of the time that it takes through the log, which nobody needs here.
  await onCluster(cluster, (client) => client.query(`create database ${name} template ${template} strategy file_copy`));
  const target = { ...cluster, database: name };
  const open = (): Promise<Database> => openDatabase({ target, log: silentLog, poolSize: options.poolSize ?? 10 });
  const opened: Database[] = [];
  const another = async (): Promise<Database> => {
    const database = await open();
    opened.push(database);
    return database;
  };
  const database = await open();
  atFileEnd(async () => {
    for (const each of [...opened, database]) await each.close().catch(() => undefined);
    await onCluster(cluster, (client) => client.query(`drop database if exists ${name} with (force)`));
  });
  return { ...database, another, name };
}

/** An empty database, for tests of migrating itself. */
export async function emptyDatabase(): Promise<TestDatabase['target'] & { database: string }> {
  const cluster = await findCluster();
  const name = `test_${randomBytes(8).toString('hex')}`;
  await onCluster(cluster, (client) => client.query(`create database ${name}`));
  atFileEnd(() => onCluster(cluster, (client) => client.query(`drop database if exists ${name} with (force)`)));
  return { ...cluster, database: name };
}

async function findCluster(): Promise<PoolConfig> {
  const given = process.env.LIMEN_TEST_DATABASE;
  if (given) return JSON.parse(given) as PoolConfig;
  ownCluster ??= startOwnCluster();
  return ownCluster;
}

async function startOwnCluster(): Promise<PoolConfig> {
  const cluster = await startTestCluster();
  atFileEnd(async () => {
    ownCluster = undefined;
    await cluster.stop();
  });
  return cluster.connection;
}

/** The template has the digest of all migrations in its name; whoever comes first makes it, the others wait. */
async function ensureTemplate(cluster: PoolConfig): Promise<string> {
  const migrations = await findMigrations(sourceFolder);
  const template = `template_${digestOf(migrations.map((each) => each.digest).join()).slice(0, 16)}`;
  await onCluster(cluster, async (client) => {
    await client.query('select pg_advisory_lock(1)');
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template]);
    if (rowCount) return;
    const half = `${template}_half`;
    await client.query(`drop database if exists ${half} with (force)`);
    await client.query(`create database ${half}`);
    const database = await openDatabase({ target: { ...cluster, database: half }, log: silentLog, poolSize: 2 });
    await migrate(database, migrations).finally(() => database.close());
    await client.query(`alter database ${half} rename to ${template}`);
  });
  return template;
}

async function onCluster<T>(cluster: PoolConfig, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ ...cluster, database: 'postgres' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
