import { sql } from 'kysely';
import type { Db } from '../storage/index.ts';
import type { Grain, Tally, TallyName } from './tally.ts';

/** How far the chain is counted; holds the row until the transaction ends, so that one batch is counted at a time. */
export async function lockProgress(tx: Db, simulated: boolean): Promise<number> {
  const { rows } = await sql<{ position: number }>`
    select position from measure_progress where simulated = ${simulated} for update`.execute(tx);
  return rows[0]!.position;
}

export async function moveProgress(tx: Db, simulated: boolean, position: number): Promise<void> {
  await sql`update measure_progress set position = ${position} where simulated = ${simulated}`.execute(tx);
}

export async function readProgress(db: Db, simulated: boolean): Promise<number> {
  const { rows } = await sql<{ position: number }>`
    select position from measure_progress where simulated = ${simulated}`.execute(db);
  return rows[0]!.position;
}

export async function addTallies(tx: Db, simulated: boolean, tallies: readonly Tally[]): Promise<void> {
  if (tallies.length === 0) return;
  const column = <K extends keyof Tally>(name: K): Tally[K][] => tallies.map((tally) => tally[name]);
  await sql`insert into measure_tally (simulated, population, grain, tally, at, a, b, c, value)
    select ${simulated}, * from unnest(${column('population')}::text[], ${column('grain')}::text[],
      ${column('tally')}::text[], ${column('at')}::timestamptz[], ${column('a')}::text[], ${column('b')}::text[],
      ${column('c')}::text[], ${column('value')}::bigint[])
    on conflict (population, simulated, grain, tally, at, a, b, c)
      do update set value = measure_tally.value + excluded.value`.execute(tx);
}

/** Which tallies: of a population, in one chain, from the bucket `from` on and before `to`. */
export interface TallyRange {
  readonly population: string;
  readonly simulated: boolean;
  readonly grain: Grain;
  readonly from: Date;
  readonly to: Date;
}

export type TallyRow = Pick<Tally, 'tally' | 'at' | 'a' | 'b' | 'c' | 'value'>;

/** Bounded by the range: rows are per bucket and name of ours, never per person. Times are shown of sign-ins only. */
export async function readTallies(
  db: Db, { population, simulated, grain, from, to }: TallyRange, names: readonly TallyName[],
): Promise<readonly TallyRow[]> {
  const { rows } = await sql<TallyRow>`select tally, at, a, b, c, value from measure_tally
    where population = ${population} and simulated = ${simulated} and grain = ${grain}
      and tally = any(${[...names]}::text[]) and at >= ${from} and at < ${to}
      and (tally <> 'run.time' or a = 'sign-in')`.execute(db);
  return rows;
}

/** Sums over the range, for one journey. */
export async function sumTraffic(
  db: Db, range: TallyRange, journey: string,
): Promise<readonly Pick<TallyRow, 'tally' | 'b' | 'c' | 'value'>[]> {
  const { population, simulated, grain, from, to } = range;
  const within = sql`population = ${population} and simulated = ${simulated} and grain = ${grain}
    and at >= ${from} and at < ${to}`;
  const { rows } = await sql<Pick<TallyRow, 'tally' | 'b' | 'c' | 'value'>>`
    select tally, b, c, sum(value)::bigint as value from measure_tally
      where ${within} and tally in ('node.entered', 'node.left') and a = ${journey} group by tally, b, c
    union all
    select tally, split_part(b, '/', 2), c, sum(value)::bigint from measure_tally
      where ${within} and tally = 'run.left' and split_part(b, '/', 1) = ${journey} group by tally, b, c
    limit 5000`.execute(db);
  return rows;
}

/** Removes hours that began before `hoursBefore`, days that did before `daysBefore`, and runs that nobody ended. */
export async function removeOldRows(
  db: Db, cuts: { hoursBefore: Date; daysBefore: Date; runsBefore: Date },
): Promise<void> {
  await sql`delete from measure_tally where grain = 'hour' and at < ${cuts.hoursBefore}`.execute(db);
  await sql`delete from measure_tally where grain = 'day' and at < ${cuts.daysBefore}`.execute(db);
  await sql`delete from measure_run where started_at < ${cuts.runsBefore}`.execute(db);
}
