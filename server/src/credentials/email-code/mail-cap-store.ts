import type { Db } from '../../storage/index.ts';
import { withOneMore } from './mail-cap.ts';

interface MailCapRow {
  population: string; subject: Buffer; sent_at: Date[]; newest_at: Date;
}

const tables = (db: Db) => db.$extendTables<{ credential_mail_cap: MailCapRow }>();

/**
 * Counts a mail to a subject (an address, an account), if it may have one. Mails at once to the same subject wait for
 * each other.
 */
export async function countMail(tx: Db, population: string, subject: Buffer, now: Date): Promise<boolean> {
  await tables(tx).insertInto('credential_mail_cap')
    .values({ population, subject, sent_at: [], newest_at: now })
    .onConflict((conflict) => conflict.columns(['population', 'subject']).doNothing()).execute();
  const row = await tables(tx).selectFrom('credential_mail_cap').select('sent_at')
    .where('population', '=', population).where('subject', '=', subject).forUpdate().executeTakeFirstOrThrow();
  const times = withOneMore(row.sent_at, now);
  if (!times) return false;
  await tables(tx).updateTable('credential_mail_cap').set({ sent_at: [...times], newest_at: now })
    .where('population', '=', population).where('subject', '=', subject).execute();
  return true;
}

export async function deleteMailCapsBefore(db: Db, before: Date, limit: number): Promise<number> {
  const old = tables(db).selectFrom('credential_mail_cap').select(['population', 'subject'])
    .where('newest_at', '<', before).limit(limit);
  const done = await tables(db).deleteFrom('credential_mail_cap')
    .where(({ eb, refTuple }) => eb(refTuple('population', 'subject'), 'in', old.$asTuple('population', 'subject')))
    .executeTakeFirst();
  return Number(done.numDeletedRows);
}
