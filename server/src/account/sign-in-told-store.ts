import { sql } from 'kysely';
import type { PrincipalRef } from '../kernel/index.ts';
import { removeSimulatedRows, type Db } from '../storage/index.ts';

/** Notes that somebody is told now. False where they were told after `since`, by this server or another. */
export async function markTold(tx: Db, { population, principal }: PrincipalRef, now: Date, since: Date): Promise<boolean> {
  const { rows } = await sql`
    insert into account_sign_in_told as it (population, principal, told_at) values (${population}, ${principal}, ${now})
    on conflict (population, principal) do update set told_at = excluded.told_at where it.told_at <= ${since}
    returning principal`.execute(tx);
  return rows.length > 0;
}

export async function forgetTold(tx: Db, { population, principal }: PrincipalRef): Promise<void> {
  await sql`delete from account_sign_in_told where population = ${population} and principal = ${principal}`.execute(tx);
}

/** What is older bounds nothing any more. */
export async function removeOldTold(db: Db, before: Date): Promise<void> {
  await sql`delete from account_sign_in_told where told_at < ${before}`.execute(db);
}

/** All that people who are simulated were told. */
export const removeSimulatedTold = (db: Db): Promise<number> => removeSimulatedRows(db, ['account_sign_in_told', 'principal']);
