import { sql } from 'kysely';
import { consoleRole, type ConsoleRole } from '../../../contract/admin/roles.ts';
import type { PrincipalRef } from '../kernel/index.ts';
import { removeSimulatedRows, type Db } from '../storage/index.ts';
import type { Grant, GrantBasis } from './access.ts';

type GrantTables = {
  access_grant: {
    population: string; id: string; principal: string; entitlement: string; target: string; basis: GrantBasis;
    purpose: string; owner: string; given_at: Date; expires_at: Date | null; last_used_at: Date | null;
    withdrawn_at: Date | null;
  };
};

const tables = (db: Db) => db.$extendTables<GrantTables>();

/** How a console role is called among entitlements. */
export const entitlementOf = (role: ConsoleRole): string => `console:${role}`;

/** Stores one, or gives the one that is held already another purpose, owner and end. Returns what stands now. */
export async function upsertGrant(tx: Db, grant: Grant): Promise<Grant> {
  const row = await tables(tx).insertInto('access_grant').values({
    population: grant.population, id: grant.id, principal: grant.principal, entitlement: entitlementOf(grant.role),
    target: grant.target, basis: grant.basis, purpose: grant.purpose, owner: grant.owner, given_at: grant.givenAt,
    expires_at: grant.expiresAt, last_used_at: null, withdrawn_at: null,
  }).onConflict((conflict) => conflict.columns(['population', 'principal', 'entitlement', 'target'])
    .where('withdrawn_at', 'is', null)
    .doUpdateSet({
      basis: grant.basis, purpose: grant.purpose, owner: grant.owner, given_at: grant.givenAt,
      expires_at: grant.expiresAt,
    })).returningAll().executeTakeFirstOrThrow();
  return fromRow(row);
}

/** Marks it as withdrawn; undefined where nobody holds it. */
export async function withdrawGrant(tx: Db, { population, id }: Grant, at: Date): Promise<Grant | undefined> {
  const row = await tables(tx).updateTable('access_grant').set({ withdrawn_at: at })
    .where('population', '=', population).where('id', '=', id).where('withdrawn_at', 'is', null)
    .returningAll().executeTakeFirst();
  return row && fromRow(row);
}

/** Living ones at a population, newest first; those of a role alone where one is named. */
export async function selectGrantsAt(
  db: Db, target: string, now: Date, limit: number, role?: ConsoleRole,
): Promise<readonly Grant[]> {
  let query = tables(db).selectFrom('access_grant').selectAll()
    .where('target', '=', target).where('withdrawn_at', 'is', null).where(isInTime(now));
  if (role) query = query.where('entitlement', '=', entitlementOf(role));
  return (await query.orderBy('id', 'desc').limit(limit).execute()).map(fromRow);
}

/** Living ones of a principal. */
export async function selectGrantsOf(
  db: Db, { population, principal }: PrincipalRef, now: Date, limit: number,
): Promise<readonly Grant[]> {
  const rows = await tables(db).selectFrom('access_grant').selectAll()
    .where('population', '=', population).where('principal', '=', principal)
    .where('withdrawn_at', 'is', null).where(isInTime(now)).orderBy('id', 'desc').limit(limit).execute();
  return rows.map(fromRow);
}

export async function countGrantsAt(db: Db, target: string, now: Date): Promise<number> {
  const { count } = await tables(db).selectFrom('access_grant').select(({ fn }) => fn.countAll<number>().as('count'))
    .where('target', '=', target).where('withdrawn_at', 'is', null).where(isInTime(now)).executeTakeFirstOrThrow();
  return count;
}

export async function updateLastUse(db: Db, { population, id }: Grant, now: Date, before: Date): Promise<void> {
  await tables(db).updateTable('access_grant').set({ last_used_at: now })
    .where('population', '=', population).where('id', '=', id)
    .where(({ or, eb }) => or([eb('last_used_at', 'is', null), eb('last_used_at', '<=', before)])).execute();
}

/** Whoever changes the owners of a population waits for whoever else does, until the transaction ends. */
export async function lockOwners(tx: Db, target: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`limen/access/owners/${target}`}, 0))`.execute(tx);
}

const isInTime = (now: Date) => sql<boolean>`(expires_at is null or expires_at > ${now})`;

function fromRow(row: GrantTables['access_grant']): Grant {
  return {
    population: row.population, principal: row.principal, id: row.id, target: row.target, basis: row.basis,
    role: consoleRole.parse(row.entitlement.replace(/^console:/, '')), purpose: row.purpose, owner: row.owner,
    givenAt: row.given_at, expiresAt: row.expires_at, lastUsedAt: row.last_used_at,
  };
}

/** Roles that administrators gave to somebody simulated. Returns how many. */
export const removeSimulatedGrants = (db: Db): Promise<number> => removeSimulatedRows(db, ['access_grant', 'principal']);
