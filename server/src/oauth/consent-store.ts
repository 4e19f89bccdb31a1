import type { PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';

interface ConsentTable {
  population: string;
  principal: string;
  client: string;
  scopes: string[];
  claims: string[];
  given_at: Date;
  withdrawn_at: Date | null;
}

/** What a person let an application have: scopes (a resource's too) and single claims, by name. */
export interface Consent {
  readonly scopes: readonly string[];
  readonly claims: readonly string[];
}

const on = (db: Db) => db.$extendTables<{ oauth_consent: ConsentTable }>();

export async function selectConsent(db: Db, ref: PrincipalRef, client: string): Promise<Consent | undefined> {
  return on(db).selectFrom('oauth_consent').select(['scopes', 'claims'])
    .where('population', '=', ref.population).where('principal', '=', ref.principal).where('client', '=', client)
    .executeTakeFirst();
}

export async function upsertConsent(
  tx: Db, ref: PrincipalRef, client: string, consent: Consent, now: Date,
): Promise<void> {
  const values = { scopes: [...consent.scopes], claims: [...consent.claims], given_at: now };
  await on(tx).insertInto('oauth_consent')
    .values({ population: ref.population, principal: ref.principal, client, ...values })
    .onConflict((conflict) => conflict.columns(['population', 'principal', 'client']).doUpdateSet(values))
    .execute();
}

/** A consent as its giver sees it. */
export interface GivenConsent extends Consent {
  readonly client: string;
  readonly givenAt: Date;
}

/** What stands, newest first; at most 100. */
export async function selectConsents(db: Db, ref: PrincipalRef): Promise<readonly GivenConsent[]> {
  const rows = await on(db).selectFrom('oauth_consent').select(['client', 'scopes', 'claims', 'given_at'])
    .where('population', '=', ref.population).where('principal', '=', ref.principal)
    .where((where) => where.or([where(where.fn('cardinality', ['scopes']), '>', 0), where(where.fn('cardinality', ['claims']), '>', 0)]))
    .orderBy('given_at', 'desc').limit(100).execute();
  return rows.map(({ given_at: givenAt, ...each }) => ({ ...each, givenAt }));
}

/** False where nothing stood. The row stays, since it says from when on tokens count again. */
export async function emptyConsent(tx: Db, ref: PrincipalRef, client: string, now: Date): Promise<boolean> {
  const done = await on(tx).updateTable('oauth_consent').set({ scopes: [], claims: [], withdrawn_at: now })
    .where('population', '=', ref.population).where('principal', '=', ref.principal).where('client', '=', client)
    .where((where) => where.or([where(where.fn('cardinality', ['scopes']), '>', 0), where(where.fn('cardinality', ['claims']), '>', 0)]))
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** When what the application has was taken back last; undefined where it never was. */
export async function withdrawnAt(db: Db, ref: PrincipalRef, client: string): Promise<Date | undefined> {
  const row = await on(db).selectFrom('oauth_consent').select('withdrawn_at')
    .where('population', '=', ref.population).where('principal', '=', ref.principal).where('client', '=', client).executeTakeFirst();
  return row?.withdrawn_at ?? undefined;
}

export async function deleteConsents(tx: Db, ref: PrincipalRef): Promise<void> {
  await on(tx).deleteFrom('oauth_consent').where('population', '=', ref.population).where('principal', '=', ref.principal).execute();
}
