import type { Db } from '../../storage/index.ts';

export interface EmailCodeRow {
  population: string; run: string; digest: Buffer; subject: Buffer; tries: number; issued_at: Date; expires_at: Date;
  used_at: Date | null;
}

const tables = (db: Db) => db.$extendTables<{ credential_email_code: EmailCodeRow }>();

/** Stores the code of a run in place of an earlier one. */
export async function putCode(tx: Db, row: Omit<EmailCodeRow, 'tries' | 'used_at'>): Promise<void> {
  const { population: _, run: __, ...fresh } = { ...row, tries: 0, used_at: null };
  await tables(tx).insertInto('credential_email_code').values({ ...row, tries: 0, used_at: null })
    .onConflict((conflict) => conflict.columns(['population', 'run']).doUpdateSet(fresh)).execute();
}

export async function findCode(db: Db, population: string, run: string): Promise<EmailCodeRow | undefined> {
  return tables(db).selectFrom('credential_email_code').selectAll()
    .where('population', '=', population).where('run', '=', run).executeTakeFirst();
}

/** Counts a try at a code that may still be tried; of tries at once each gets a number of its own. */
export async function countTry(
  db: Db, population: string, run: string, now: Date, mostTries: number,
): Promise<EmailCodeRow | undefined> {
  return tables(db).updateTable('credential_email_code').set((set) => ({ tries: set('tries', '+', 1) }))
    .where('population', '=', population).where('run', '=', run).where('tries', '<', mostTries)
    .where('expires_at', '>', now).where('used_at', 'is', null)
    .returningAll().executeTakeFirst();
}

/** Uses the code up; of two at once one wins. False too if another code took its place meanwhile. */
export async function useCode(tx: Db, { population, run, digest }: EmailCodeRow, now: Date): Promise<boolean> {
  const done = await tables(tx).updateTable('credential_email_code').set({ used_at: now })
    .where('population', '=', population).where('run', '=', run).where('digest', '=', digest)
    .where('used_at', 'is', null).executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

export async function deleteCodesExpiredBefore(db: Db, before: Date, limit: number): Promise<number> {
  const old = tables(db).selectFrom('credential_email_code').select(['population', 'run'])
    .where('expires_at', '<', before).limit(limit);
  const done = await tables(db).deleteFrom('credential_email_code')
    .where(({ eb, refTuple }) => eb(refTuple('population', 'run'), 'in', old.$asTuple('population', 'run')))
    .executeTakeFirst();
  return Number(done.numDeletedRows);
}
