import type { PrincipalRef } from '../../kernel/index.ts';
import type { Db } from '../../storage/index.ts';
import type { BoundWith } from '../credentials.ts';

export interface TotpRow {
  population: string; principal: string; id: string; seed: Buffer; last_step: number; bound_at: Date;
  bound_with: BoundWith | null; last_used_at: Date | null;
}

const tables = (db: Db) => db.$extendTables<{ credential_totp: TotpRow }>();

export async function findTotp(db: Db, { population, principal }: PrincipalRef): Promise<TotpRow | undefined> {
  return tables(db).selectFrom('credential_totp').selectAll()
    .where('population', '=', population).where('principal', '=', principal).executeTakeFirst();
}

export async function insertTotp(tx: Db, row: TotpRow): Promise<void> {
  await tables(tx).insertInto('credential_totp').values(row).execute();
}

/** Uses up a time step and all before it; of two at once one wins. */
export async function useStep(
  tx: Db, { population, principal, id }: TotpRow, step: number, at: Date,
): Promise<boolean> {
  const done = await tables(tx).updateTable('credential_totp').set({ last_step: step, last_used_at: at })
    .where('population', '=', population).where('principal', '=', principal).where('id', '=', id)
    .where('last_step', '<', step).executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** Returns the ids of those that went: one or none. */
export async function deleteTotp(tx: Db, ref: PrincipalRef, id?: string): Promise<readonly string[]> {
  const query = tables(tx).deleteFrom('credential_totp')
    .where('population', '=', ref.population).where('principal', '=', ref.principal).returning('id');
  const rows = await (id === undefined ? query : query.where('id', '=', id)).execute();
  return rows.map((row) => row.id);
}
