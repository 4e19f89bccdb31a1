import { sql } from 'kysely';
import type { Db } from '../../storage/index.ts';
import type { Bucket, Level } from './bucket.ts';

export interface BucketRow {
  population: string; scope: string; subject: Buffer; capacity: number; refill: number; tokens: number;
  counted_at: Date; held_at: Date | null;
}

const tables = (db: Db) => db.$extendTables<{ credential_bucket: BucketRow }>();

export interface StoredLevel extends Level {
  readonly held: boolean;
}

/** Where these buckets stand, in their order; undefined for one that nobody has taken from lately. */
export async function levelsOf(
  db: Db, population: string, buckets: readonly Bucket[],
): Promise<readonly (StoredLevel | undefined)[]> {
  if (buckets.length === 0) return [];
  const rows = await tables(db).selectFrom('credential_bucket')
    .select(['scope', 'subject', 'tokens', 'counted_at', 'held_at'])
    .where('population', '=', population)
    .where((where) => where.or(buckets.map((bucket) =>
      where.and([where('scope', '=', bucket.scope), where('subject', '=', bucket.subject)]))))
    .execute();
  return buckets.map((bucket) => {
    const row = rows.find((each) => each.scope === bucket.scope && each.subject.equals(bucket.subject));
    return row && { tokens: row.tokens, countedAt: row.counted_at, held: row.held_at !== null };
  });
}

/** Takes what it costs from each bucket that has as much; returns those that had. */
export async function takeTokens(
  db: Db, population: string, buckets: readonly Bucket[], now: Date,
): Promise<readonly Bucket[]> {
  if (buckets.length === 0) return [];
  const values = buckets.map((bucket) => sql`(${population}, ${bucket.scope}, ${bucket.subject},
    ${bucket.capacity}::float8, ${bucket.refill}::float8, ${bucket.capacity - bucket.cost}::float8, ${now}::timestamptz)`);
  const level = sql`least(excluded.capacity, b.tokens
    + greatest(0, extract(epoch from excluded.counted_at - b.counted_at)) * excluded.refill)`;
  // A bucket costs the same each time but the one that goes by what is guessed.
  const cost = sql`(excluded.capacity - excluded.tokens)`;
  const { rows } = await sql<{ scope: string }>`
    insert into credential_bucket as b (population, scope, subject, capacity, refill, tokens, counted_at)
    values ${sql.join(values)}
    on conflict (population, scope, subject) do update
    set capacity = excluded.capacity, refill = excluded.refill, tokens = ${level} - ${cost}, held_at = null,
      counted_at = greatest(b.counted_at, excluded.counted_at)
    where ${level} >= ${cost}
    returning scope`.execute(db);
  return buckets.filter((bucket) => rows.some((row) => row.scope === bucket.scope));
}

/** Gives back to each what it cost, in the order given: the one in which they are taken, or two at once wait for each other. */
export async function returnTokens(db: Db, population: string, buckets: readonly Bucket[]): Promise<void> {
  if (buckets.length === 0) return;
  const given = buckets.map(({ scope, subject, cost }, place) => sql`(${scope}::text, ${subject}::bytea, ${cost}::float8, ${place}::int)`);
  await sql`
    with given (scope, subject, cost, place) as (values ${sql.join(given)}),
      mine as (
        select b.scope, b.subject, given.cost from credential_bucket b
        join given on b.scope = given.scope and b.subject = given.subject
        where b.population = ${population} order by given.place for update of b)
    update credential_bucket b set tokens = least(b.capacity, b.tokens + mine.cost) from mine
    where b.population = ${population} and b.scope = mine.scope and b.subject = mine.subject`.execute(db);
}

/** Notes that tries are held back; false if that was noted already. */
export async function holdBucket(tx: Db, population: string, { scope, subject }: Bucket, now: Date): Promise<boolean> {
  const done = await tables(tx).updateTable('credential_bucket').set({ held_at: now })
    .where('population', '=', population).where('scope', '=', scope).where('subject', '=', subject)
    .where('held_at', 'is', null).executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** Fills a subject's buckets again. */
export async function dropBuckets(
  tx: Db, population: string, scopes: readonly string[], subject: Buffer,
): Promise<void> {
  const mine = tables(tx).selectFrom('credential_bucket').select('scope').where('population', '=', population)
    .where('scope', 'in', [...scopes]).where('subject', '=', subject).orderBy('scope').forUpdate();
  await tables(tx).deleteFrom('credential_bucket').where('population', '=', population)
    .where('scope', 'in', mine).where('subject', '=', subject).execute();
}

/** Removes buckets that are full again, and `lapsing` ones last taken from before `before`; at most `limit`. */
export async function deleteFullBuckets(
  db: Db, input: { now: Date; lapsing: readonly string[]; before: Date; limit: number },
): Promise<number> {
  const done = await sql`
    delete from credential_bucket where (population, scope, subject) in (
      select population, scope, subject from credential_bucket
      where (refill > 0 and tokens + extract(epoch from ${input.now}::timestamptz - counted_at) * refill >= capacity)
        or (scope = any(${[...input.lapsing]}) and counted_at < ${input.before})
      limit ${input.limit} for update skip locked)`.execute(db);
  return Number(done.numAffectedRows ?? 0);
}
