import type { ColumnType, Selectable } from 'kysely';
import type { PopulationKind } from '../../../contract/events/index.ts';
import { policyContent, type PolicyContent, type PolicyFile } from '../../../contract/policy/index.ts';
import type { Db } from '../storage/index.ts';
import type { Population, PublishedPolicy } from './policies.ts';

type PolicyTables = {
  population: { slug: string; kind: PopulationKind; issuer: string; created_at: Date };
  policy_version: {
    population: string; version: number; content: ColumnType<unknown, string>;
    source: ColumnType<readonly PolicyFile[] | null, string | null>; digest: string; based_on: number | null;
    published_at: Date; published_by: string;
  };
};

export type PolicyRecord = Omit<PublishedPolicy, 'content'>;

const tables = (db: Db) => db.$extendTables<PolicyTables>();
const populationColumns = ['slug', 'kind', 'issuer'] as const;
const recordColumns = ['population', 'version', 'digest', 'published_at', 'published_by'] as const;
type RecordRow = Pick<Selectable<PolicyTables['policy_version']>, (typeof recordColumns)[number]>;

/** More doors than one server is meant to have. */
const mostPopulations = 1_000;

export async function listPopulations(db: Db): Promise<readonly Population[]> {
  return tables(db).selectFrom('population').select(populationColumns)
    .orderBy('created_at').orderBy('slug').limit(mostPopulations).execute();
}

export async function findPopulation(db: Db, slug: string): Promise<Population | undefined> {
  return tables(db).selectFrom('population').select(populationColumns).where('slug', '=', slug).executeTakeFirst();
}

/** True when it was not there yet. Of two that come at once, the second waits for the first and then gets false. */
export async function insertPopulation(tx: Db, { slug, kind, issuer }: Population, now: Date): Promise<boolean> {
  const inserted = await tables(tx).insertInto('population').values({ slug, kind, issuer, created_at: now })
    .onConflict((conflict) => conflict.column('slug').doNothing()).returning('slug').executeTakeFirst();
  return inserted !== undefined;
}

/** Makes publishers of one population take turns until the end of their transactions. False if there is none. */
export async function lockPopulation(tx: Db, slug: string): Promise<boolean> {
  const row = await tables(tx).selectFrom('population').select('slug').where('slug', '=', slug).forNoKeyUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/** The number of the version in force, null while there is none. */
export async function newestVersion(db: Db, population: string): Promise<number | null> {
  const row = await tables(db).selectFrom('policy_version').select('version').where('population', '=', population)
    .orderBy('version', 'desc').limit(1).executeTakeFirst();
  return row?.version ?? null;
}

/** The version in force of every population that has one. */
export async function newestVersions(db: Db): Promise<readonly { population: string; version: number }[]> {
  return tables(db).selectFrom('policy_version')
    .select(({ fn }) => ['population', fn.max('version').as('version')])
    .groupBy('population').limit(mostPopulations).execute();
}

export async function findVersion(
  db: Db, population: string, version: number | 'newest',
): Promise<PublishedPolicy | undefined> {
  const query = tables(db).selectFrom('policy_version').select([...recordColumns, 'content'])
    .where('population', '=', population);
  const row = await (version === 'newest' ? query.orderBy('version', 'desc').limit(1)
    : query.where('version', '=', version)).executeTakeFirst();
  // Parsed again, since a version may be older than a field that has a default now.
  return row && { ...recordOf(row), content: policyContent.parse(row.content) };
}

export async function listVersions(
  db: Db, population: string, before: number | undefined, limit: number,
): Promise<readonly PolicyRecord[]> {
  const query = tables(db).selectFrom('policy_version').select(recordColumns).where('population', '=', population);
  const rows = await (before === undefined ? query : query.where('version', '<', before))
    .orderBy('version', 'desc').limit(limit).execute();
  return rows.map(recordOf);
}

/** Null where the version came without files, undefined where there is no such version. */
export async function findSource(
  db: Db, population: string, version: number,
): Promise<readonly PolicyFile[] | null | undefined> {
  const row = await tables(db).selectFrom('policy_version').select('source')
    .where('population', '=', population).where('version', '=', version).executeTakeFirst();
  return row?.source;
}

export async function insertVersion(
  tx: Db, record: PolicyRecord,
  input: { content: PolicyContent; source: readonly PolicyFile[] | null; basedOn: number | null },
): Promise<void> {
  await tables(tx).insertInto('policy_version').values({
    population: record.population, version: record.version, content: JSON.stringify(input.content),
    source: input.source && JSON.stringify(input.source), digest: record.digest, based_on: input.basedOn,
    published_at: record.publishedAt, published_by: record.publishedBy,
  }).execute();
}

function recordOf(row: RecordRow): PolicyRecord {
  return {
    population: row.population, version: row.version, digest: row.digest, publishedAt: row.published_at,
    publishedBy: row.published_by,
  };
}
