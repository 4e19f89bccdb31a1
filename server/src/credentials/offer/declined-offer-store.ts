import type { CredentialKind } from '../../../../contract/events/index.ts';
import type { PrincipalRef } from '../../kernel/index.ts';
import type { Db } from '../../storage/index.ts';

interface DeclinedOfferRow {
  population: string; principal: string; kind: CredentialKind; declined_at: Date;
}

const tables = (db: Db) => db.$extendTables<{ credential_declined_offer: DeclinedOfferRow }>();

export async function declinedAt(
  db: Db, { population, principal }: PrincipalRef, kind: CredentialKind,
): Promise<Date | undefined> {
  const row = await tables(db).selectFrom('credential_declined_offer').select('declined_at')
    .where('population', '=', population).where('principal', '=', principal).where('kind', '=', kind)
    .executeTakeFirst();
  return row?.declined_at;
}

export async function rememberDeclined(tx: Db, ref: PrincipalRef, kind: CredentialKind, at: Date): Promise<void> {
  await tables(tx).insertInto('credential_declined_offer').values({ ...ref, kind, declined_at: at })
    .onConflict((conflict) => conflict.columns(['population', 'principal', 'kind']).doUpdateSet({ declined_at: at }))
    .execute();
}

export async function forgetDeclined(tx: Db, { population, principal }: PrincipalRef): Promise<void> {
  await tables(tx).deleteFrom('credential_declined_offer')
    .where('population', '=', population).where('principal', '=', principal).execute();
}

export async function deleteDeclinedBefore(db: Db, before: Date, limit: number): Promise<number> {
  const old = tables(db).selectFrom('credential_declined_offer').select(['population', 'principal', 'kind'])
    .where('declined_at', '<', before).limit(limit);
  const done = await tables(db).deleteFrom('credential_declined_offer')
    .where(({ eb, refTuple }) => eb(refTuple('population', 'principal', 'kind'), 'in',
      old.$asTuple('population', 'principal', 'kind')))
    .executeTakeFirst();
  return Number(done.numDeletedRows);
}
