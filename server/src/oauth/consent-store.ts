import type { PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';

interface ConsentTable {
  population: string;
  principal: string;
  client: string;
  scopes: string[];
  claims: string[];
  given_at: Date;
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
