import { sql } from 'kysely';
import type { IdentifierKind } from '../../../contract/events/index.ts';
import type { PrincipalRef } from '../kernel/index.ts';
import { byPrincipal, lookUp, type Db } from '../storage/index.ts';
import type { Identifier } from './directory.ts';

type IdentifierTables = {
  principal_identifier: {
    population: string; principal: string; kind: IdentifierKind; value: string; normalised: string;
    run: string | null; added_at: Date; verified_at: Date | null; proved_at: Date | null;
  };
};

/** An identifier with what it is matched by and whose it is. */
export interface StoredIdentifier extends Identifier, PrincipalRef {
  readonly normalised: string;
  /** The run that added it. */
  readonly run: string | null;
}

const tables = (db: Db) => db.$extendTables<IdentifierTables>();
const columns = ['population', 'principal', 'kind', 'value', 'normalised', 'run', 'verified_at', 'proved_at'] as const;

/** Of all these principals, each one's in the order in which they were added. */
export async function selectIdentifiers(
  db: Db, population: string, principals: readonly string[],
): Promise<readonly StoredIdentifier[]> {
  if (principals.length === 0) return [];
  const rows = await tables(db).selectFrom('principal_identifier').select(columns)
    .where('population', '=', population).where('principal', '=', sql<string>`any(${[...principals]})`)
    .orderBy('added_at').orderBy('kind').orderBy('normalised').execute();
  return rows.map(fromRow);
}

/** Of one principal, in the order in which they were added. */
export const selectIdentifiersOf = lookUp<PrincipalRef, Omit<IdentifierTables['principal_identifier'], 'added_at'>, readonly StoredIdentifier[]>({
  by: byPrincipal,
  find: `select asked.n, it.population, it.principal, it.kind, it.value, it.normalised, it.run, it.verified_at, it.proved_at
    from asked, lateral (select * from principal_identifier it where it.population = asked.population and it.principal = asked.principal offset 0) it
    order by asked.n, it.added_at, it.kind, it.normalised`,
  moments: ['verified_at', 'proved_at'],
  found: (rows) => rows.map(fromRow),
});

/** Adds; what the principal has already stays as it is. */
export async function insertIdentifiers(
  tx: Db, identifiers: readonly StoredIdentifier[], addedAt: Date,
): Promise<void> {
  if (identifiers.length === 0) return;
  await tables(tx).insertInto('principal_identifier').values(identifiers.map((each) => ({
    population: each.population, principal: each.principal, kind: each.kind, value: each.value,
    normalised: each.normalised, run: each.run, added_at: addedAt, verified_at: each.verifiedAt, proved_at: each.provedAt,
  }))).onConflict((conflict) => conflict.columns(['population', 'principal', 'kind', 'normalised']).doNothing())
    .execute();
}

/** The verified ones among these normalised forms, of whatever kind. */
export async function selectVerified(
  db: Db, population: string, normalised: readonly string[],
): Promise<readonly StoredIdentifier[]> {
  if (normalised.length === 0) return [];
  const rows = await tables(db).selectFrom('principal_identifier').select(columns)
    .where('population', '=', population).where('normalised', '=', sql<string>`any(${[...normalised]})`)
    .where('verified_at', 'is not', null).execute();
  return rows.map(fromRow);
}

/** Makes others who would verify the same name wait until this transaction has ended. */
export async function lockName(tx: Db, population: string, normalised: string): Promise<void> {
  const name = JSON.stringify(['identifier', population, normalised]);
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx);
}

export async function markVerified(
  tx: Db, ref: PrincipalRef, kind: IdentifierKind, normalised: string, at: Date,
): Promise<void> {
  await tables(tx).updateTable('principal_identifier').set({ verified_at: at, proved_at: at })
    .where('population', '=', ref.population).where('principal', '=', ref.principal)
    .where('kind', '=', kind).where('normalised', '=', normalised).execute();
}

/** False where they don't have it, or haven't verified it. */
export async function markProved(
  tx: Db, ref: PrincipalRef, kind: IdentifierKind, normalised: string, at: Date,
): Promise<boolean> {
  const done = await tables(tx).updateTable('principal_identifier').set({ proved_at: at })
    .where('population', '=', ref.population).where('principal', '=', ref.principal)
    .where('kind', '=', kind).where('normalised', '=', normalised).where('verified_at', 'is not', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** Removes what others hold of these names without having proved it; tells whose it was. */
export async function deleteUnverified(
  tx: Db, population: string, normalised: readonly string[], keep: readonly string[],
): Promise<readonly StoredIdentifier[]> {
  const rows = await tables(tx).deleteFrom('principal_identifier')
    .where('population', '=', population).where('normalised', '=', sql<string>`any(${[...normalised]})`)
    .where('verified_at', 'is', null).where(sql<boolean>`principal <> all(${[...keep]}::uuid[])`)
    .returning(columns).execute();
  return rows.map(fromRow);
}

export async function deleteIdentifiers(tx: Db, identifiers: readonly StoredIdentifier[]): Promise<void> {
  for (const each of identifiers) {
    await tables(tx).deleteFrom('principal_identifier')
      .where('population', '=', each.population).where('principal', '=', each.principal)
      .where('kind', '=', each.kind).where('normalised', '=', each.normalised).execute();
  }
}

/**
 * Tells the planner what is in the tables, as autovacuum would a minute later: without that it takes names for rarely
 * different ones, and reads all of them for each batch of a first big import.
 */
export async function refreshStatistics(tx: Db): Promise<void> {
  await sql`analyze principal, principal_identifier`.execute(tx);
}

function fromRow(row: Omit<IdentifierTables['principal_identifier'], 'added_at'>): StoredIdentifier {
  return {
    population: row.population, principal: row.principal, kind: row.kind, value: row.value,
    normalised: row.normalised, run: row.run, verifiedAt: row.verified_at, provedAt: row.proved_at,
  };
}
