import { sql, type RawBuilder } from 'kysely';
import { day, second } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import { fadingDays } from './fading.ts';
import type { ChainName } from './traits.ts';

/** One value of a population's rates. */
export interface RateRow {
  readonly population: string;
  readonly hostile: boolean;
  readonly chain: ChainName;
  readonly level: number;
  readonly value: string;
  readonly count: number;
}

/** Most values that are read back: beyond it the rarest are unknown, as they are to the model anyway. */
const mostRows = 200_000;

/** Counts fade as those of profiles do, to 1/e in so many days; a clock that ran back adds nothing. */
const faded = (from: RawBuilder<unknown>, to: RawBuilder<unknown>): RawBuilder<unknown> => (
  sql`exp(-greatest(0, extract(epoch from ${to} - ${from})) / ${fadingDays * day / second})`);

/** As they weigh `at` a time. */
export async function selectRates(db: Db, population: string, at: Date): Promise<readonly RateRow[]> {
  const { rows } = await sql<RateRow>`
    select population, hostile, chain, level, value, count * ${faded(sql`seen_at`, sql`${at}::timestamptz`)} as count
    from risk_rate where population = ${population}
    order by 6 desc limit ${mostRows}`.execute(db);
  return rows;
}

/** Adds to what other servers have counted. */
export async function addRates(db: Db, rows: readonly RateRow[], at: Date): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into risk_rate as known (population, hostile, chain, level, value, count, seen_at)
    select population, hostile, chain, level, value, count, ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as added (population text, hostile boolean, chain text, level smallint, value text, count double precision)
    on conflict (population, hostile, chain, level, value)
    do update set count = known.count * ${faded(sql`known.seen_at`, sql`excluded.seen_at`)} + excluded.count, seen_at = greatest(known.seen_at, excluded.seen_at)`.execute(db);
}

/** Values that nobody has shown for so long are forgotten. */
export async function deleteRatesBefore(db: Db, before: Date, limit: number): Promise<void> {
  await sql`delete from risk_rate where ctid in (select ctid from risk_rate where seen_at < ${before} limit ${limit})`.execute(db);
}
