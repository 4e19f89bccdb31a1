import type { PrincipalRef } from '../../kernel/index.ts';
import type { Db } from '../../storage/index.ts';

export interface RecoveryCodeRow {
  population: string; principal: string; digest: Buffer; id: string; bound_at: Date; used_at: Date | null;
}

/** A set as its owner sees it. */
export interface RecoverySet {
  readonly id: string;
  readonly bound_at: Date;
  readonly last_used_at: Date | null;
  readonly left: number;
}

const tables = (db: Db) => db.$extendTables<{ credential_recovery_code: RecoveryCodeRow }>();

export async function insertCodes(tx: Db, rows: readonly RecoveryCodeRow[]): Promise<void> {
  await tables(tx).insertInto('credential_recovery_code').values([...rows]).execute();
}

/** The set, while one of its codes can still be used. */
export async function findSet(db: Db, { population, principal }: PrincipalRef): Promise<RecoverySet | undefined> {
  const rows = await tables(db).selectFrom('credential_recovery_code').select(['id', 'bound_at', 'used_at'])
    .where('population', '=', population).where('principal', '=', principal)
    .orderBy('used_at', (order) => order.desc().nullsLast()).execute();
  const left = rows.filter(({ used_at }) => used_at === null).length;
  const [newest] = rows;
  if (!newest || left === 0) return undefined;
  return { id: newest.id, bound_at: newest.bound_at, last_used_at: newest.used_at, left };
}

/** Uses a code up and names its set; of two at once one wins. Undefined for a wrong one, and for one used before. */
export async function useCode(
  tx: Db, { population, principal }: PrincipalRef, digest: Buffer, at: Date,
): Promise<string | undefined> {
  const used = await tables(tx).updateTable('credential_recovery_code').set({ used_at: at })
    .where('population', '=', population).where('principal', '=', principal).where('digest', '=', digest)
    .where('used_at', 'is', null).returning('id').executeTakeFirst();
  return used?.id;
}

/** Returns the ids of the sets that went: one or none. */
export async function deleteCodes(tx: Db, ref: PrincipalRef, id?: string): Promise<readonly string[]> {
  const query = tables(tx).deleteFrom('credential_recovery_code')
    .where('population', '=', ref.population).where('principal', '=', ref.principal).returning('id');
  const rows = await (id === undefined ? query : query.where('id', '=', id)).execute();
  return [...new Set(rows.map((row) => row.id))];
}
