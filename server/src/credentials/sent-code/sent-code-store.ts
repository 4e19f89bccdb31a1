import type { Db } from '../../storage/index.ts';

/** Codes that are sent: by mail, by text message. A run may have one open code of each. */
export type SentCodeKind = 'email-code' | 'sms-code';

export interface SentCodeRow {
  population: string; run: string; kind: SentCodeKind; digest: Buffer; subject: Buffer; tries: number; issued_at: Date; expires_at: Date;
  used_at: Date | null;
}

const tables = (db: Db) => db.$extendTables<{ credential_sent_code: SentCodeRow }>();

/** Stores the code of a run in place of an earlier one of its kind. */
export async function putCode(tx: Db, row: Omit<SentCodeRow, 'tries' | 'used_at'>): Promise<void> {
  const { population: _, run: __, kind: ___, ...fresh } = { ...row, tries: 0, used_at: null };
  await tables(tx).insertInto('credential_sent_code').values({ ...row, tries: 0, used_at: null })
    .onConflict((conflict) => conflict.columns(['population', 'run', 'kind']).doUpdateSet(fresh)).execute();
}

export async function findCode(db: Db, kind: SentCodeKind, population: string, run: string): Promise<SentCodeRow | undefined> {
  return tables(db).selectFrom('credential_sent_code').selectAll()
    .where('population', '=', population).where('run', '=', run).where('kind', '=', kind).executeTakeFirst();
}

/** Counts a try at a code that may still be tried; of tries at once each gets a number of its own. */
export async function countTry(
  db: Db, kind: SentCodeKind, population: string, run: string, now: Date, mostTries: number,
): Promise<SentCodeRow | undefined> {
  return tables(db).updateTable('credential_sent_code').set((set) => ({ tries: set('tries', '+', 1) }))
    .where('population', '=', population).where('run', '=', run).where('kind', '=', kind)
    .where('tries', '<', mostTries)
    .where('expires_at', '>', now).where('used_at', 'is', null)
    .returningAll().executeTakeFirst();
}

/** Uses the code up; of two at once one wins. False too if another code took its place meanwhile. */
export async function useCode(tx: Db, { population, run, kind, digest }: SentCodeRow, now: Date): Promise<boolean> {
  const done = await tables(tx).updateTable('credential_sent_code').set({ used_at: now })
    .where('population', '=', population).where('run', '=', run).where('kind', '=', kind)
    .where('digest', '=', digest)
    .where('used_at', 'is', null).executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

export async function deleteCodesExpiredBefore(db: Db, before: Date, limit: number): Promise<number> {
  const old = tables(db).selectFrom('credential_sent_code').select(['population', 'run', 'kind'])
    .where('expires_at', '<', before).limit(limit);
  const done = await tables(db).deleteFrom('credential_sent_code')
    .where(({ eb, refTuple }) => eb(refTuple('population', 'run', 'kind'), 'in', old.$asTuple('population', 'run', 'kind')))
    .executeTakeFirst();
  return Number(done.numDeletedRows);
}
