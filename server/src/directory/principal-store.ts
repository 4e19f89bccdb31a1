import { sql, type RawBuilder } from 'kysely';
import type { PrincipalKind } from '../../../contract/events/index.ts';
import type { Origin, PrincipalRef } from '../kernel/index.ts';
import { byPrincipal, idIsOf, lookUp, type Db } from '../storage/index.ts';
import type { Principal, PrincipalBasis, PrincipalState } from './directory.ts';

type PrincipalTables = {
  principal: {
    population: string; id: string; kind: PrincipalKind; state: PrincipalState; basis: PrincipalBasis;
    display_name: string | null; locale: string | null; origin: 'real' | 'simulated';
    created_at: Date; state_changed_at: Date; proofs_count_from: Date | null; recovered_at: Date | null; time_zone: string | null;
    contact_changed_at: Date | null; contact_removed_at: Date | null; credential_removed_at: Date | null;
  };
};
type Row = Omit<PrincipalTables['principal'], 'basis' | 'state_changed_at'>;

const tables = (db: Db) => db.$extendTables<PrincipalTables>();
const columns = [
  'population', 'id', 'kind', 'state', 'display_name', 'locale', 'origin', 'created_at', 'proofs_count_from', 'recovered_at',
  'time_zone', 'contact_changed_at', 'contact_removed_at', 'credential_removed_at',
] as const;

export async function insertPrincipals(
  tx: Db, principals: readonly Principal[], basis: PrincipalBasis,
): Promise<void> {
  if (principals.length === 0) return;
  await tables(tx).insertInto('principal').values(principals.map((each) => ({
    population: each.population, id: each.principal, kind: each.kind, state: each.state, basis,
    display_name: each.displayName, locale: each.locale, origin: each.origin,
    created_at: each.createdAt, state_changed_at: each.createdAt, proofs_count_from: each.proofsCountFrom,
    recovered_at: each.recoveredAt, time_zone: each.timeZone, contact_changed_at: each.contactChangedAt,
    contact_removed_at: each.contactRemovedAt, credential_removed_at: each.credentialRemovedAt,
  }))).execute();
}

export const selectPrincipal = lookUp<PrincipalRef, Row, Principal | undefined>({
  by: byPrincipal,
  find: `select asked.n, found.*
    from asked, lateral (select ${columns.join(', ')} from principal it where it.population = asked.population and it.id = asked.principal limit 1) found`,
  moments: ['created_at', 'proofs_count_from', 'recovered_at', 'contact_changed_at', 'contact_removed_at', 'credential_removed_at'],
  found: ([row]) => row && fromRow(row),
});

/** Reads one and holds it: those who change it wait for one another. */
export async function selectForChange(tx: Db, ref: PrincipalRef): Promise<Principal | undefined> {
  const row = await tables(tx).selectFrom('principal').select(columns)
    .where('population', '=', ref.population).where('id', '=', ref.principal).forNoKeyUpdate().executeTakeFirst();
  return row && fromRow(row);
}

export async function selectPrincipals(
  db: Db, population: string, ids: readonly string[],
): Promise<readonly Principal[]> {
  if (ids.length === 0) return [];
  const rows = await tables(db).selectFrom('principal').select(columns)
    .where('population', '=', population).where('id', '=', sql<string>`any(${[...ids]})`).execute();
  return rows.map(fromRow);
}

/** Which part of a list. */
interface Page {
  readonly population: string;
  readonly origin?: Origin;
  readonly before?: string;
  readonly limit: number;
}

/** Newest first, without erased ones. */
export async function pageOfPrincipals(
  db: Db, { population, origin, before, limit }: Page,
): Promise<readonly Principal[]> {
  const page = tables(db).selectFrom('principal').select(columns)
    .where('population', '=', population).where('state', '!=', 'erased')
    .$if(origin !== undefined, (query) => query.where('origin', '=', sql.lit(origin!)))
    .orderBy('id', 'desc').limit(limit);
  return (await (before === undefined ? page : page.where('id', '<', before)).execute()).map(fromRow);
}

/** So many hits of a beginning are put in order; what more people share than this is too short to search by. */
const mostHits = 20_000;

/** Newest first, those of whom a name or identifier begins with `prefix`, whatever its case. */
export async function pageOfMatches(
  db: Db, { population, prefix, origin, before, limit }: Page & { prefix: string },
): Promise<readonly Principal[]> {
  // A range and no LIKE: a prepared statement finds it by the index whatever the beginning is.
  const begins = (text: string, beginning: RawBuilder<unknown>) => (
    sql`${sql.raw(text)} >= ${beginning} and ${sql.raw(text)} < ${beginning} || chr(1114111)`);
  const older = before === undefined ? sql`true` : sql`id < ${before}`;
  const { rows } = await sql<Row>`
    with hits as materialized (
      (select principal as id from principal_identifier
        where population = ${population} and ${begins('normalised', sql`${prefix.toLowerCase()}::text collate "C"`)}
        limit ${mostHits})
      union
      (select id from principal where population = ${population} and display_name is not null
        and ${begins('lower(display_name) collate "C"', sql`lower(${prefix}::text) collate "C"`)}
        limit ${mostHits})
    ), page as materialized (select id from hits where ${older} and ${idIsOf(origin, 'id')} order by id desc limit ${limit})
    select ${sql.join(columns.map((column) => sql.ref(column)))} from page join principal using (id)
      where population = ${population} order by id desc`.execute(db);
  return rows.map(fromRow);
}

/** Moves from one state to another. False where it wasn't in one of `from`. */
export async function updateState(
  tx: Db, ref: PrincipalRef, from: readonly PrincipalState[], to: PrincipalState, at: Date,
): Promise<boolean> {
  const result = await tables(tx).updateTable('principal').set({ state: to, state_changed_at: at })
    .where('population', '=', ref.population).where('id', '=', ref.principal).where('state', 'in', [...from])
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Never to an earlier time: of two at once the later one stands. */
export async function updateProofsFrom(tx: Db, ref: PrincipalRef, from: Date): Promise<void> {
  await sql`update principal set proofs_count_from = greatest(proofs_count_from, ${from})
    where population = ${ref.population} and id = ${ref.principal}`.execute(tx);
}

export async function updateRecovered(tx: Db, ref: PrincipalRef, at: Date): Promise<void> {
  await tables(tx).updateTable('principal').set({ recovered_at: at })
    .where('population', '=', ref.population).where('id', '=', ref.principal).execute();
}

export async function updateContactChanged(tx: Db, ref: PrincipalRef, at: Date | null): Promise<void> {
  await tables(tx).updateTable('principal').set({ contact_changed_at: at })
    .where('population', '=', ref.population).where('id', '=', ref.principal).execute();
}

/** See `Principal.contactRemovedAt`. Does nothing where there is no such principal. */
export async function noteRemoval(tx: Db, ref: PrincipalRef, what: 'contact' | 'credential', at: Date): Promise<void> {
  await tables(tx).updateTable('principal').set({ [`${what}_removed_at` as const]: at })
    .where('population', '=', ref.population).where('id', '=', ref.principal).execute();
}

export async function updateProfile(
  tx: Db, ref: PrincipalRef, profile: { displayName: string | null; locale: string | null; timeZone?: string | null },
): Promise<void> {
  await tables(tx).updateTable('principal').set({
    display_name: profile.displayName, locale: profile.locale,
    ...(profile.timeZone === undefined ? {} : { time_zone: profile.timeZone }),
  })
    .where('population', '=', ref.population).where('id', '=', ref.principal).execute();
}

function fromRow(row: Row): Principal {
  return {
    population: row.population, principal: row.id, kind: row.kind, state: row.state, displayName: row.display_name,
    locale: row.locale, createdAt: row.created_at, origin: row.origin, proofsCountFrom: row.proofs_count_from,
    recoveredAt: row.recovered_at, timeZone: row.time_zone, contactChangedAt: row.contact_changed_at,
    contactRemovedAt: row.contact_removed_at, credentialRemovedAt: row.credential_removed_at,
  };
}
