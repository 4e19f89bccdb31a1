import { sql } from 'kysely';
import type { PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import type { SameQuestion } from './same-question.ts';

/** True where the owner was not told of the same question since; of several at once, for one. */
export async function markTold(
  tx: Db, { population, principal, client, digest }: SameQuestion, now: Date, since: Date,
): Promise<boolean> {
  const { rows } = await sql`
    insert into checkpoint_told (population, principal, client, digest, at)
    values (${population}, ${principal}, ${client}, ${digest}, ${now})
    on conflict (population, principal, client, digest) do update set at = excluded.at where checkpoint_told.at <= ${since}
    returning at`.execute(tx);
  return rows.length > 0;
}

export async function countTold(tx: Db, { population, principal }: PrincipalRef, since: Date): Promise<number> {
  const { rows } = await sql<{ told: string }>`
    select count(*) as told from checkpoint_told
    where population = ${population} and principal = ${principal} and at > ${since}`.execute(tx);
  return Number(rows[0]?.told ?? 0);
}

export async function deleteToldBefore(tx: Db, before: Date, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`delete from checkpoint_told where (population, principal, client, digest) in (
    select population, principal, client, digest from checkpoint_told where at < ${before}
    limit ${limit} for update skip locked)`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}
