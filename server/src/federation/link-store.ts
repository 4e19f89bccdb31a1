import type { PrincipalRef } from '../kernel/index.ts';
import { removeSimulatedRows, type Db } from '../storage/index.ts';
import type { FederationLink } from './federation.ts';

type LinkTables = {
  federation_link: {
    population: string; principal: string; issuer: string; subject: string; provider: string; linked_at: Date;
    last_used_at: Date;
  };
};

const tables = (db: Db) => db.$extendTables<LinkTables>();

/** The principal whose link was used just now. */
export async function useLink(
  tx: Db, population: string, { issuer, subject }: { issuer: string; subject: string }, at: Date,
): Promise<PrincipalRef | undefined> {
  return tables(tx).updateTable('federation_link').set({ last_used_at: at })
    .where('population', '=', population).where('issuer', '=', issuer).where('subject', '=', subject)
    .returning(['population', 'principal']).executeTakeFirst();
}

/** False where there is one of this identity already. */
export async function insertLink(tx: Db, link: FederationLink): Promise<boolean> {
  const { population, principal, issuer, subject, provider, linkedAt } = link;
  const made = await tables(tx).insertInto('federation_link')
    .values({ population, principal, issuer, subject, provider, linked_at: linkedAt, last_used_at: linkedAt })
    .onConflict((conflict) => conflict.columns(['population', 'issuer', 'subject']).doNothing())
    .returning('principal').executeTakeFirst();
  return made !== undefined;
}

export async function selectLinks(db: Db, { population, principal }: PrincipalRef): Promise<readonly FederationLink[]> {
  const rows = await tables(db).selectFrom('federation_link').selectAll()
    .where('population', '=', population).where('principal', '=', principal).orderBy('linked_at').limit(100).execute();
  return rows.map(({ issuer, subject, provider, linked_at }) => (
    { population, principal, issuer, subject, provider, linkedAt: linked_at }));
}

/** Providers of the links that went. */
export async function deleteLinks(tx: Db, { population, principal }: PrincipalRef): Promise<readonly string[]> {
  const rows = await tables(tx).deleteFrom('federation_link')
    .where('population', '=', population).where('principal', '=', principal).returning('provider').execute();
  return rows.map(({ provider }) => provider);
}

/** All that are simulated. */
export const removeSimulatedLinks = (db: Db): Promise<number> => removeSimulatedRows(db, ['federation_link', 'principal']);
