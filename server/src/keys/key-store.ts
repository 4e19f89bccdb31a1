import { sql } from 'kysely';
import type { Db } from '../storage/index.ts';
import type { KeyAlgorithm, SigningKeyState } from './keys.ts';

export interface KeyRow {
  readonly population: string;
  readonly kid: string;
  readonly algorithm: KeyAlgorithm;
  readonly state: SigningKeyState;
  readonly createdAt: Date;
  readonly activeFrom: Date;
  readonly retiredAt: Date | null;
  readonly sealed: Buffer;
}

type KeyTables = {
  key_check: { master: Buffer; sealed: Buffer };
  population_key: {
    population: string; kid: string; algorithm: KeyAlgorithm; state: SigningKeyState; created_at: Date;
    active_from: Date; retired_at: Date | null; sealed: Buffer;
  };
  key_change: { population: string; number: number };
};

const tables = (db: Db) => db.$extendTables<KeyTables>();
/** A population has a handful of keys; so many would be a fault. */
const mostKeys = 100;

export async function readChecks(db: Db, limit: number): Promise<readonly { master: Buffer; sealed: Buffer }[]> {
  return tables(db).selectFrom('key_check').selectAll().limit(limit).execute();
}

export async function addCheck(tx: Db, master: Buffer, sealed: Buffer): Promise<void> {
  await tables(tx).insertInto('key_check').values({ master, sealed }).onConflict((on) => on.doNothing()).execute();
}

/** Whoever changes a population's keys does it alone, on whichever server, until the transaction ends. */
export async function lockKeys(tx: Db, population: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('limen.keys'), hashtext(${population}))`.execute(tx);
}

const columns = [
  'population', 'kid', 'algorithm', 'state', 'created_at as createdAt', 'active_from as activeFrom',
  'retired_at as retiredAt', 'sealed',
] as const;

/** Active first, then those to come, then retired ones, newest first. */
export async function readKeys(db: Db, population: string): Promise<readonly KeyRow[]> {
  return tables(db).selectFrom('population_key').select(columns).where('population', '=', population)
    .orderBy(sql`array_position(array['active', 'published', 'retired'], state)`).orderBy('created_at', 'desc')
    .orderBy('kid').limit(mostKeys).execute();
}

export async function insertKey(tx: Db, row: KeyRow): Promise<void> {
  await tables(tx).insertInto('population_key').values({
    population: row.population, kid: row.kid, algorithm: row.algorithm, state: row.state, created_at: row.createdAt,
    active_from: row.activeFrom, retired_at: row.retiredAt, sealed: row.sealed,
  }).execute();
}

export async function activateKey(tx: Db, { population, kid }: KeyRow): Promise<void> {
  await tables(tx).updateTable('population_key').set({ state: 'active' })
    .where('population', '=', population).where('kid', '=', kid).execute();
}

export async function retireKey(tx: Db, { population, kid }: KeyRow, at: Date): Promise<void> {
  await tables(tx).updateTable('population_key').set({ state: 'retired', retired_at: at })
    .where('population', '=', population).where('kid', '=', kid).execute();
}

export async function deleteKey(tx: Db, { population, kid }: KeyRow): Promise<void> {
  await tables(tx).deleteFrom('population_key').where('population', '=', population).where('kid', '=', kid).execute();
}

/** Counts a change; two transactions that change one population's keys have taken turns by `lockKeys`. */
export async function countChange(tx: Db, population: string): Promise<void> {
  await tables(tx).insertInto('key_change').values({ population, number: 1 })
    .onConflict((on) => on.column('population').doUpdateSet({ number: sql`key_change.number + 1` })).execute();
}

/** How often each population's keys have changed. Populations are few: an organisation has some, not thousands. */
export async function readChanges(db: Db): Promise<ReadonlyMap<string, number>> {
  const rows = await tables(db).selectFrom('key_change').selectAll().limit(10_000).execute();
  return new Map(rows.map(({ population, number }) => [population, number]));
}
