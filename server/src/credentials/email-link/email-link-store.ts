import type { Db } from '../../storage/index.ts';

export interface EmailLinkRow {
  population: string; run: string; token: Buffer; number: Buffer; address: Buffer; tries: number;
  issued_at: Date; expires_at: Date; confirmed_at: Date | null; used_at: Date | null; ended_at: Date | null;
}

const tables = (db: Db) => db.$extendTables<{ credential_email_link: EmailLinkRow }>();
type Fresh = Pick<EmailLinkRow, 'population' | 'run' | 'token' | 'number' | 'address' | 'issued_at' | 'expires_at'>;

/** Stores the link of a run in place of an earlier one, which is nobody's from then on. */
export async function putLink(tx: Db, row: Fresh): Promise<void> {
  const whole = { ...row, tries: 0, confirmed_at: null, used_at: null, ended_at: null };
  const { population: _, run: __, ...fresh } = whole;
  await tables(tx).insertInto('credential_email_link').values(whole)
    .onConflict((conflict) => conflict.columns(['population', 'run']).doUpdateSet(fresh)).execute();
}

/** `lock` makes answers to one link wait for one another. */
export async function findLink(
  db: Db, population: string, by: { readonly token: Buffer } | { readonly run: string }, lock = false,
): Promise<EmailLinkRow | undefined> {
  const all = tables(db).selectFrom('credential_email_link').selectAll().where('population', '=', population);
  const query = 'run' in by ? all.where('run', '=', by.run) : all.where('token', '=', by.token);
  return (lock ? query.forUpdate() : query).executeTakeFirst();
}

export async function changeLink(
  tx: Db, { population, run, token }: EmailLinkRow,
  change: Partial<Pick<EmailLinkRow, 'tries' | 'confirmed_at' | 'used_at' | 'ended_at'>>,
): Promise<void> {
  await tables(tx).updateTable('credential_email_link').set(change)
    .where('population', '=', population).where('run', '=', run).where('token', '=', token).execute();
}

export async function deleteLinksExpiredBefore(db: Db, before: Date, limit: number): Promise<number> {
  const old = tables(db).selectFrom('credential_email_link').select(['population', 'run'])
    .where('expires_at', '<', before).limit(limit);
  const done = await tables(db).deleteFrom('credential_email_link')
    .where(({ eb, refTuple }) => eb(refTuple('population', 'run'), 'in', old.$asTuple('population', 'run')))
    .executeTakeFirst();
  return Number(done.numDeletedRows);
}
