import { sql } from 'kysely';
import { hour } from '../../kernel/index.ts';
import type { Db } from '../../storage/index.ts';

interface WrongPasswordRow { population: string; account: Buffer; digests: Buffer; at: Date }

const tables = (db: Db) => db.$extendTables<{ credential_wrong_password: WrongPasswordRow }>();

/** Bytes of a digest that are kept; a guess is taken for one of the last three by chance once in 20,000. */
const kept = 2;
const mostRemembered = 3;
const rememberedFor = hour;

const shortened = (digest: Buffer): Buffer => digest.subarray(-kept);

/** Whether this was lately one of the account's last wrong ones. */
export async function wasWrong(db: Db, population: string, account: Buffer, digest: Buffer, now: Date): Promise<boolean> {
  const row = await tables(db).selectFrom('credential_wrong_password').select('digests')
    .where('population', '=', population).where('account', '=', account)
    .where('at', '>', new Date(now.getTime() - rememberedFor)).executeTakeFirst();
  if (!row) return false;
  const wanted = shortened(digest);
  for (let at = 0; at < row.digests.length; at += kept) if (row.digests.subarray(at, at + kept).equals(wanted)) return true;
  return false;
}

/** Remembers a wrong one before those of the last hour. */
export async function rememberWrong(tx: Db, population: string, account: Buffer, digest: Buffer, now: Date): Promise<void> {
  const before = sql`case when known.at > ${new Date(now.getTime() - rememberedFor)} then known.digests else ''::bytea end`;
  await sql`
    insert into credential_wrong_password as known (population, account, digests, at)
    values (${population}, ${account}, ${shortened(digest)}, ${now})
    on conflict (population, account) do update
    set at = excluded.at, digests = substring(excluded.digests || ${before} from 1 for ${kept * mostRemembered}::int)`.execute(tx);
}

export async function forgetWrong(tx: Db, population: string, account: Buffer): Promise<void> {
  await tables(tx).deleteFrom('credential_wrong_password')
    .where('population', '=', population).where('account', '=', account).execute();
}

/** Removes what is no longer looked at. */
export async function deleteWrongPasswords(db: Db, now: Date, limit: number): Promise<number> {
  const done = await sql`
    delete from credential_wrong_password where ctid in (
      select ctid from credential_wrong_password where at < ${new Date(now.getTime() - rememberedFor)} limit ${limit})`.execute(db);
  return Number(done.numAffectedRows ?? 0);
}
