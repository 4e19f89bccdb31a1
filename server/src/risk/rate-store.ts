import { sql, type RawBuilder } from 'kysely';
import { day, second } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import { fadingDays } from './fading.ts';
import { chainNames, chains, type ChainName } from './traits.ts';

/** One value of a population's rates. */
export interface RateRow {
  readonly population: string;
  readonly hostile: boolean;
  readonly chain: ChainName;
  readonly level: number;
  readonly value: string;
  readonly count: number;
}

/** A population's values of one level of a chain, genuine or hostile: so many are kept of each. */
export interface RateLevel {
  readonly population: string;
  readonly hostile: boolean;
  readonly chain: ChainName;
  readonly level: number;
}

/** Beyond it the rarest are unknown, as they are to the model anyway. An attack shows what it likes, so of it fewer are kept. */
export const mostKept = { genuine: 50_000, hostile: 20_000 } as const;
const mostOf = ({ hostile }: Pick<RateLevel, 'hostile'>): number => (hostile ? mostKept.hostile : mostKept.genuine);

const isOf = ({ population, hostile, chain, level }: RateLevel): RawBuilder<boolean> => (
  sql<boolean>`population = ${population} and hostile = ${hostile} and chain = ${chain} and level = ${level}`);

/** Counts fade as those of profiles do, to 1/e in so many days; a clock that ran back adds nothing. */
const life = fadingDays * day / second;
const faded = (from: RawBuilder<unknown>, to: RawBuilder<unknown>): RawBuilder<unknown> => (
  sql`exp(-greatest(0, extract(epoch from ${to} - ${from})) / ${life})`);
const standing = (count: RawBuilder<unknown>, seenAt: RawBuilder<unknown>): RawBuilder<unknown> => (
  sql`ln(${count}) + extract(epoch from ${seenAt}) / ${life}`);

/** The weightiest of each level, as they weigh `at` a time: a walk along an index that ends at the bound. */
export async function selectRates(db: Db, population: string, at: Date): Promise<readonly RateRow[]> {
  const levels = levelsOf(population);
  const all = <K extends keyof RateLevel>(name: K): RateLevel[K][] => levels.map((each) => each[name]);
  const { rows } = await sql<RateRow>`
    select ${population} as population, asked.hostile, asked.chain, asked.level, it.value, it.count
    from unnest(${all('hostile')}::bool[], ${all('chain')}::text[], ${all('level')}::int[], ${levels.map(mostOf)}::int[])
      as asked (hostile, chain, level, most), lateral (
      select value, count * ${faded(sql`seen_at`, sql`${at}::timestamptz`)} as count from risk_rate
      where population = ${population} and hostile = asked.hostile and chain = asked.chain and level = asked.level
      order by standing desc limit asked.most) it`.execute(db);
  return rows;
}

function levelsOf(population: string): readonly RateLevel[] {
  return [false, true].flatMap((hostile) => chainNames.flatMap((chain) => chains[chain].map((_, level) => ({ population, hostile, chain, level }))));
}

/** Adds to what other servers have counted. */
export async function addRates(db: Db, rows: readonly RateRow[], at: Date): Promise<void> {
  if (rows.length === 0) return;
  const sum = sql`(known.count * ${faded(sql`known.seen_at`, sql`excluded.seen_at`)} + excluded.count)`;
  const seen = sql`greatest(known.seen_at, excluded.seen_at)`;
  await sql`
    insert into risk_rate as known (population, hostile, chain, level, value, count, seen_at, standing)
    select population, hostile, chain, level, value, count, ${at}, ${standing(sql`count`, sql`${at}::timestamptz`)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as added (population text, hostile boolean, chain text, level smallint, value text, count double precision)
    on conflict (population, hostile, chain, level, value)
    do update set count = ${sum}, seen_at = ${seen}, standing = ${standing(sum, seen)}`.execute(db);
}

/** Removes at most `limit` of the lightest beyond what is kept of a level; what another server adds to right now stays. */
export async function trimRates(db: Db, level: RateLevel, limit: number): Promise<void> {
  await sql`
    delete from risk_rate where ctid in (
      select ctid from risk_rate where ctid in (
        select ctid from risk_rate where ${isOf(level)} order by standing desc offset ${mostOf(level)} limit ${limit})
      for update skip locked)`.execute(db);
}

/** Values that nobody has shown for so long are forgotten. */
export async function deleteRatesBefore(db: Db, before: Date, limit: number): Promise<void> {
  await sql`delete from risk_rate where ctid in (select ctid from risk_rate where seen_at < ${before} limit ${limit})`.execute(db);
}

/** What an attack has shown once, and not since then. */
export async function deleteSeenOnceBefore(db: Db, before: Date, limit: number): Promise<void> {
  await sql`delete from risk_rate where ctid in (
    select ctid from risk_rate where hostile and count <= 1 and seen_at < ${before} limit ${limit})`.execute(db);
}
