import type { PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import type { AddressChange } from './directory.ts';

interface Row {
  population: string; id: string; principal: string; former: string; at: Date; until: Date; token_hash: Buffer;
  state: AddressChange['state'];
}
const tables = (db: Db) => db.$extendTables<{ address_change: Row }>();

export async function insertAddressChange(tx: Db, change: AddressChange, tokenHash: Buffer): Promise<void> {
  const { population, principal, id, former, at, until, state } = change;
  await tables(tx).insertInto('address_change')
    .values({ population, principal, id, former, at, until, state, token_hash: tokenHash }).execute();
}

/** By the hash of its link; `lock` makes those who undo it come one after the other. */
export async function selectAddressChange(
  db: Db, population: string, tokenHash: Buffer, lock = false,
): Promise<AddressChange | undefined> {
  const query = tables(db).selectFrom('address_change').selectAll()
    .where('population', '=', population).where('token_hash', '=', tokenHash);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row && { population, principal: row.principal, id: row.id, former: row.former, at: row.at, until: row.until, state: row.state };
}

export async function countOpenChanges(db: Db, { population, principal }: PrincipalRef, now: Date): Promise<number> {
  const { open } = await tables(db).selectFrom('address_change').select(({ fn }) => fn.countAll<number>().as('open'))
    .where('population', '=', population).where('principal', '=', principal).where('state', '=', 'open').where('until', '>', now)
    .executeTakeFirstOrThrow();
  return Number(open);
}

/** Settles one, and with it all that came after. */
export async function settleChangesSince(tx: Db, { population, principal, id, at }: AddressChange): Promise<void> {
  await tables(tx).updateTable('address_change').set({ state: 'overtaken' })
    .where('population', '=', population).where('principal', '=', principal).where('state', '=', 'open').where('at', '>=', at)
    .execute();
  await tables(tx).updateTable('address_change').set({ state: 'undone' })
    .where('population', '=', population).where('id', '=', id).execute();
}

export async function deleteChangesOf(tx: Db, { population, principal }: PrincipalRef): Promise<void> {
  await tables(tx).deleteFrom('address_change').where('population', '=', population).where('principal', '=', principal).execute();
}

/** Removes at most `limit` whose time is over, former addresses and all. Returns how many. */
export async function deleteChangesUntil(tx: Db, now: Date, limit: number): Promise<number> {
  const old = tables(tx).selectFrom('address_change').select(['population', 'id']).where('until', '<', now).limit(limit);
  const done = await tables(tx).deleteFrom('address_change')
    .where(({ eb, refTuple }) => eb(refTuple('population', 'id'), 'in', old.$asTuple('population', 'id'))).executeTakeFirst();
  return Number(done.numDeletedRows);
}
