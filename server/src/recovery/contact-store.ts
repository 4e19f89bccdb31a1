import { sql, type Selectable } from 'kysely';
import type { PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import type { Contact } from './contacts.ts';

type ContactTable = {
  recovery_contact: {
    population: string; id: string; principal: string; address: Buffer; locale: string | null;
    state: Contact['state']; asked_at: Date; settled_at: Date | null;
  };
};
/** As it is stored: the address sealed. */
export type SealedContact = Omit<Contact, 'address'> & { readonly sealed: Buffer };

const tables = (db: Db) => db.$extendTables<ContactTable>();

export async function insertContact(tx: Db, each: SealedContact): Promise<void> {
  await tables(tx).insertInto('recovery_contact').values({
    population: each.population, id: each.id, principal: each.principal, address: each.sealed, locale: each.locale,
    state: each.state, asked_at: each.askedAt, settled_at: null,
  }).execute();
}

export async function selectContacts(db: Db, { population, principal }: PrincipalRef): Promise<readonly SealedContact[]> {
  const rows = await tables(db).selectFrom('recovery_contact').selectAll()
    .where('population', '=', population).where('principal', '=', principal).where('state', '<>', 'gone')
    .orderBy('asked_at').limit(10).execute();
  return rows.map(fromRow);
}

export async function selectContact(db: Db, population: string, id: string): Promise<SealedContact | undefined> {
  const row = await tables(db).selectFrom('recovery_contact').selectAll()
    .where('population', '=', population).where('id', '=', id).executeTakeFirst();
  return row && fromRow(row);
}

/** How many were named since, those that are gone among them: each sent a mail to somebody. */
export async function countNamedSince(db: Db, { population, principal }: PrincipalRef, since: Date): Promise<number> {
  const { named } = await tables(db).selectFrom('recovery_contact').select(({ fn }) => fn.countAll<number>().as('named'))
    .where('population', '=', population).where('principal', '=', principal).where('asked_at', '>', since)
    .executeTakeFirstOrThrow();
  return Number(named);
}

/** Of several who settle one, one gets it. */
export async function settleContact(
  tx: Db, { population, id }: Pick<Contact, 'population' | 'id'>, from: readonly Contact['state'][],
  state: Contact['state'], now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx).updateTable('recovery_contact').set({ state, settled_at: now })
    .where('population', '=', population).where('id', '=', id).where('state', 'in', from).executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Whoever has not answered by then is asked no more; at most `limit`. */
export async function giveUpAskedBefore(db: Db, before: Date, now: Date, limit: number): Promise<void> {
  await sql`update recovery_contact set state = 'gone', settled_at = ${now} where (population, id) in (
    select population, id from recovery_contact where state = 'asked' and asked_at < ${before}
    limit ${limit} for update skip locked)`.execute(db);
}

export async function deleteContactsOf(tx: Db, { population, principal }: PrincipalRef): Promise<void> {
  await tables(tx).deleteFrom('recovery_contact')
    .where('population', '=', population).where('principal', '=', principal).execute();
}

export async function deleteGoneBefore(db: Db, before: Date, limit: number): Promise<void> {
  await sql`delete from recovery_contact where (population, id) in (
    select population, id from recovery_contact where state = 'gone' and settled_at < ${before}
    limit ${limit} for update skip locked)`.execute(db);
}

function fromRow(row: Selectable<ContactTable['recovery_contact']>): SealedContact {
  return {
    population: row.population, id: row.id, principal: row.principal, sealed: row.address, locale: row.locale,
    state: row.state, askedAt: row.asked_at,
  };
}
