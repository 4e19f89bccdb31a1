import { sql } from 'kysely';
import type { Db } from '../storage/index.ts';

export type Level = 'address' | 'prefix' | 'asn' | 'account' | 'marked' | 'all';
/** A part of a population's traffic; `slice` is a keyed hash, or empty where a level has one. */
export interface SliceName {
  readonly level: Level;
  readonly slice: string;
}
export interface SliceCount {
  readonly succeeded: number;
  readonly failed: number;
  readonly accounts: number;
}
export interface SliceRow extends SliceName, SliceCount {
  readonly population: string;
  readonly hour: number;
}

/** Adds to what other servers have counted. */
export async function addCounts(db: Db, rows: readonly SliceRow[]): Promise<void> {
  if (rows.length === 0) return;
  // In one order, so that two servers at once never wait for each other in a circle.
  const sorted = rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  await sql`
    insert into brake_slice as known (population, level, slice, hour, succeeded, failed, accounts)
    select population, level, slice, hour, succeeded, failed, accounts
    from jsonb_to_recordset(${JSON.stringify(sorted)}::jsonb)
      as added (population text, level text, slice text, hour integer, succeeded integer, failed integer, accounts integer)
    on conflict (population, level, slice, hour) do update
    set succeeded = known.succeeded + excluded.succeeded, failed = known.failed + excluded.failed,
      accounts = known.accounts + excluded.accounts`.execute(db);
}

/** What was counted of these slices, an hour each, since an hour. */
export async function selectCounts(
  db: Db, population: string, names: readonly SliceName[], since: number,
): Promise<readonly SliceRow[]> {
  const { rows } = await sql<SliceRow>`
    select population, level, slice, hour, succeeded, failed, accounts from brake_slice
    where population = ${population} and hour >= ${since}
      and (level, slice) in (${sql.join(names.map(({ level, slice }) => sql`(${level}, ${slice})`))})`.execute(db);
  return rows;
}

const large: readonly Level[] = ['prefix', 'asn', 'marked', 'all'];
/** Whether slices of a level hold enough people to tell what is usual. */
export const isLarge = (level: Level): boolean => large.includes(level);

/** The larger slices of a population that saw most tries since an hour. */
export async function selectLargest(
  db: Db, population: string, since: number, limit: number,
): Promise<readonly (SliceName & Pick<SliceCount, 'succeeded' | 'failed'>)[]> {
  const { rows } = await sql<SliceName & Pick<SliceCount, 'succeeded' | 'failed'>>`
    select level, slice, sum(succeeded)::float8 as succeeded, sum(failed)::float8 as failed from brake_slice
    where population = ${population} and hour >= ${since} and level = any(${[...large]})
    group by level, slice order by sum(succeeded + failed) desc limit ${limit}`.execute(db);
  return rows;
}

export async function deleteCountsBefore(db: Db, hour: number, limit: number): Promise<number> {
  const done = await sql`
    delete from brake_slice where ctid in (select ctid from brake_slice where hour < ${hour} limit ${limit})`.execute(db);
  return Number(done.numAffectedRows ?? 0);
}

function keyOf({ population, level, slice, hour }: SliceRow): string {
  return `${population}/${level}/${slice}/${hour}`;
}
