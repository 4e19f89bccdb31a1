import type { PrincipalRef } from '../../kernel/index.ts';
import type { Db } from '../../storage/index.ts';

export interface PasswordRow {
  population: string; principal: string; id: string; hash: string; bound_at: Date; last_used_at: Date | null;
}

const tables = (db: Db) => db.$extendTables<{ credential_password: PasswordRow }>();

export async function findPassword(db: Db, { population, principal }: PrincipalRef): Promise<PasswordRow | undefined> {
  return tables(db).selectFrom('credential_password').selectAll()
    .where('population', '=', population).where('principal', '=', principal).executeTakeFirst();
}

/** Stores it; of two that are set at once the later stays. */
export async function putPassword(tx: Db, row: PasswordRow): Promise<void> {
  await tables(tx).insertInto('credential_password').values(row)
    .onConflict((conflict) => conflict.columns(['population', 'principal']).doUpdateSet({
      id: row.id, hash: row.hash, bound_at: row.bound_at, last_used_at: row.last_used_at,
    })).execute();
}

/** Marks it as used and, where given, stores the same password hashed anew; not if another was set meanwhile. */
export async function markPasswordUsed(
  tx: Db, { population, principal, id }: PasswordRow, at: Date, rehashed?: string,
): Promise<void> {
  await tables(tx).updateTable('credential_password')
    .set({ last_used_at: at, ...(rehashed === undefined ? {} : { hash: rehashed }) })
    .where('population', '=', population).where('principal', '=', principal).where('id', '=', id).execute();
}

/** Returns the ids of those that went: one or none. */
export async function deletePassword(tx: Db, ref: PrincipalRef, id?: string): Promise<readonly string[]> {
  const query = tables(tx).deleteFrom('credential_password')
    .where('population', '=', ref.population).where('principal', '=', ref.principal).returning('id');
  const rows = await (id === undefined ? query : query.where('id', '=', id)).execute();
  return rows.map((row) => row.id);
}
