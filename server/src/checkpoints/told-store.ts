import { sql } from 'kysely';
import type { PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import type { SameQuestion } from './same-question.ts';
import { takenBy } from './taken-by.ts';
import type { Taken } from './waiting-room.ts';

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

/** It was not told after all. */
export async function unmarkTold(tx: Db, { population, principal, client, digest }: SameQuestion): Promise<void> {
  await sql`delete from checkpoint_told
    where population = ${population} and principal = ${principal} and client = ${client} and digest = ${digest}`.execute(tx);
}

export async function countTold(tx: Db, { population, principal, client }: PrincipalRef & { readonly client: string }, since: Date): Promise<Taken> {
  const { rows: [taken] } = await sql<Taken>`
    select ${takenBy(client)} from checkpoint_told
    where population = ${population} and principal = ${principal} and at > ${since}`.execute(tx);
  return taken!;
}

export async function deleteToldBefore(tx: Db, before: Date, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`delete from checkpoint_told where (population, principal, client, digest) in (
    select population, principal, client, digest from checkpoint_told where at < ${before}
    limit ${limit} for update skip locked)`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}
