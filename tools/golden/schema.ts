import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { createLog } from '../../server/src/kernel/index.ts';
import { findMigrations, migrate, openDatabase } from '../../server/src/storage/index.ts';
import { startTestCluster } from '../../server/src/storage/embedded/testing.ts';
import { join } from 'node:path';
import { root } from '../root.ts';
import { generatedNote, one, type Golden } from './golden.ts';
import { describeSchema } from './schema-listing.ts';

interface ClusterConnection { readonly host: string; readonly user: string; readonly password: string }

/** What all migrations together make of an empty database. */
export const schema: Golden = {
  name: 'schema',
  make: async () => {
    const given = process.env.LIMEN_TEST_DATABASE;
    if (given) return one('docs/reference/schema.sql', await listingFrom(JSON.parse(given) as ClusterConnection));
    const cluster = await startTestCluster();
    try {
      return one('docs/reference/schema.sql', await listingFrom(cluster.connection));
    } finally {
      await cluster.stop();
    }
  },
};

async function listingFrom(cluster: ClusterConnection): Promise<string> {
  const name = `schema_${randomBytes(6).toString('hex')}`;
  const admin = new Client({ ...cluster, database: 'postgres' });
  await admin.connect();
  try {
    await admin.query(`create database ${name}`);
    const database = await openDatabase({ target: { ...cluster, database: name }, log: createLog({ level: 'silent' }), poolSize: 2 });
    try {
      await migrate(database, await findMigrations(join(root, 'server', 'src')));
      return `-- ${generatedNote}\n-- Source: the migrations of server/src/*/migrations.\n\n${await describeSchema(database.pool)}`;
    } finally {
      await database.close();
    }
  } finally {
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.end();
  }
}
