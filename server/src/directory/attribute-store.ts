import type { PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import type { Attribute, TextReceipt } from './directory.ts';

type Of<T> = { population: string; principal: string } & T;
type Tables = {
  attribute: Of<{ name: string; value: string; purpose: string; set_at: Date }>;
  text_receipt: Of<{ text: string; version: string; accepted_at: Date }>;
};
const tables = (db: Db) => db.$extendTables<Tables>();

export async function selectAttributes(db: Db, { population, principal }: PrincipalRef): Promise<readonly Attribute[]> {
  const rows = await tables(db).selectFrom('attribute').selectAll()
    .where('population', '=', population).where('principal', '=', principal).orderBy('name').execute();
  return rows.map(({ name, value, purpose, set_at: setAt }) => ({ name, value, purpose, setAt }));
}

export async function putAttribute(tx: Db, { population, principal }: PrincipalRef, each: Attribute): Promise<void> {
  const fresh = { value: each.value, purpose: each.purpose, set_at: each.setAt };
  await tables(tx).insertInto('attribute').values({ population, principal, name: each.name, ...fresh })
    .onConflict((conflict) => conflict.columns(['population', 'principal', 'name']).doUpdateSet(fresh)).execute();
}

/** False where there was none. */
export async function deleteAttribute(tx: Db, { population, principal }: PrincipalRef, name: string): Promise<boolean> {
  const gone = await tables(tx).deleteFrom('attribute')
    .where('population', '=', population).where('principal', '=', principal).where('name', '=', name).executeTakeFirst();
  return gone.numDeletedRows > 0n;
}

export async function selectReceipts(db: Db, { population, principal }: PrincipalRef): Promise<readonly TextReceipt[]> {
  const rows = await tables(db).selectFrom('text_receipt').selectAll()
    .where('population', '=', population).where('principal', '=', principal).orderBy('accepted_at').execute();
  return rows.map(({ text, version, accepted_at: acceptedAt }) => ({ text, version, acceptedAt }));
}

/** False where there is one for this version already; the first one stays. */
export async function insertReceipt(
  tx: Db, { population, principal }: PrincipalRef, { text, version, acceptedAt }: TextReceipt,
): Promise<boolean> {
  const done = await tables(tx).insertInto('text_receipt')
    .values({ population, principal, text, version, accepted_at: acceptedAt })
    .onConflict((conflict) => conflict.columns(['population', 'principal', 'text', 'version']).doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Takes away all that somebody told; that they agreed to a text stays with the pseudonym, as evidence. */
export async function deleteAttributes(tx: Db, { population, principal }: PrincipalRef): Promise<void> {
  await tables(tx).deleteFrom('attribute').where('population', '=', population).where('principal', '=', principal).execute();
}
