import { sql } from 'kysely';
import { day, hour } from '../../kernel/index.ts';
import { removeRows, type Db } from '../../storage/index.ts';

export interface TextCount {
  readonly population: string;
  readonly scope: 'address' | 'number' | 'prefix' | 'population';
  readonly subject: Buffer;
}

/** Counts one text if neither the hour nor the day is full; of texts at once each is counted. */
export async function countText(
  db: Db, { population, scope, subject }: TextCount, limit: { readonly hour: number; readonly day: number }, now: Date,
): Promise<boolean> {
  const hourIsOver = sql`c.hour_from <= ${new Date(now.getTime() - hour)}`;
  const dayIsOver = sql`c.day_from <= ${new Date(now.getTime() - day)}`;
  const { rows } = await sql`
    insert into credential_text_count as c (population, scope, subject, hour_from, hour_count, day_from, day_count)
    values (${population}, ${scope}, ${subject}, ${now}, 1, ${now}, 1)
    on conflict (population, scope, subject) do update set
      hour_from = case when ${hourIsOver} then excluded.hour_from else c.hour_from end,
      hour_count = case when ${hourIsOver} then 1 else c.hour_count + 1 end,
      day_from = case when ${dayIsOver} then excluded.day_from else c.day_from end,
      day_count = case when ${dayIsOver} then 1 else c.day_count + 1 end
    where (${hourIsOver} or c.hour_count < ${limit.hour}) and (${dayIsOver} or c.day_count < ${limit.day})
    returning 1`.execute(db);
  return rows.length > 0;
}

export async function deleteTextCountsBefore(db: Db, before: Date, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`delete from credential_text_count where (population, scope, subject) in (
    select population, scope, subject from credential_text_count where day_from < ${before} limit ${limit})`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

/** What was counted for made-up people. */
export async function removeSimulatedTextCounts(db: Db, digestLength: number): Promise<void> {
  await removeRows(db, 'credential_text_count', sql<boolean>`octet_length(subject) = ${digestLength}`);
}
