import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../storage/index.ts';
import type { EventFilter } from './event-log.ts';
import type { EventRow, NumberedRow } from './event-row.ts';

/** What both tables have alike; the log keeps a number for the population. */
const common = sql.raw('simulated, id, at, type, principal, actor, session, run, client');
const inboxFields = sql`${common}, population, open::text as open, personal`;
const logFields = sql`${common}, (select name from event_population where number = event.population) as population,
  open::text as open, personal`;

/**
 * All rows in one statement of one shape, so that PostgreSQL parses little and the driver sends one message; with the
 * statements of others that belong to it.
 */
export async function insertIntoInbox(tx: Db, rows: readonly EventRow[], beside: readonly RawBuilder<unknown>[] = []): Promise<void> {
  const column = <K extends keyof EventRow>(name: K): EventRow[K][] => rows.map((row) => row[name]);
  const others = beside.map((statement, at) => sql`${sql.ref(`beside_${at}`)} as (${statement})`);
  await sql`${others.length === 0 ? sql`` : sql`with ${sql.join(others)}`} insert into event_inbox (${common}, population, open, personal)
    select * from unnest(${column('simulated')}::boolean[], ${column('id')}::uuid[], ${column('at')}::timestamptz[],
      ${column('type')}::text[], ${column('principal')}::uuid[], ${column('actor')}::text[],
      ${column('session')}::uuid[], ${column('run')}::uuid[], ${column('client')}::text[],
      ${column('population')}::text[], ${column('open')}::json[], ${column('personal')}::bytea[])`.execute(tx);
}

export interface ChainEnd {
  readonly position: number;
  readonly hash: Buffer;
}

/** The end of a chain; `lock` holds it until the transaction ends. */
export async function readChainEnd(db: Db, simulated: boolean, lock = false): Promise<ChainEnd> {
  const { rows } = await sql<ChainEnd>`select position, hash from event_chain where simulated = ${simulated}
    ${lock ? sql`for update` : sql``}`.execute(db);
  return rows[0]!;
}

export async function moveChainEnd(tx: Db, simulated: boolean, end: ChainEnd): Promise<void> {
  await sql`update event_chain set position = ${end.position}, hash = ${end.hash} where simulated = ${simulated}`
    .execute(tx);
}

export type ArrivedRow = EventRow & { readonly arrival: number };

/** What has committed and has no number yet, in the order of its arrival. */
export async function readInbox(tx: Db, simulated: boolean, limit: number): Promise<readonly ArrivedRow[]> {
  const { rows } = await sql<ArrivedRow>`select arrival, ${inboxFields} from event_inbox
    where simulated = ${simulated} order by arrival limit ${limit}`.execute(tx);
  return rows;
}

/** Gives numbers to populations that the log hasn't met yet. */
export async function ensurePopulations(tx: Db, names: readonly (string | null)[]): Promise<void> {
  const distinct = [...new Set(names)].filter((name) => name !== null);
  await sql`insert into event_population (name) select met.name from unnest(${distinct}::text[]) as met (name)
    where not exists (select from event_population known where known.name = met.name)
    on conflict do nothing`.execute(tx);
}

/** Moves rows from the inbox into the log with the numbers that they got; what they say never leaves the database. */
export async function moveToLog(
  tx: Db, numbered: readonly { arrival: number; position: number; hash: Buffer }[],
): Promise<number> {
  const arrivals = numbered.map((each) => each.arrival);
  const { numAffectedRows } = await sql`
    with moved as (delete from event_inbox where arrival = any(${arrivals}::bigint[]) returning *)
    insert into event (position, hash, ${common}, population, open, personal)
    select given.position, given.hash, ${common},
      (select number from event_population where name = moved.population), open, personal
    from unnest(${arrivals}::bigint[], ${numbered.map((each) => each.position)}::bigint[],
      ${numbered.map((each) => each.hash)}::bytea[]) as given (arrival, position, hash)
    join moved using (arrival) order by given.position`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

/** Numbered events after `after` up to `upTo`, in order, with their hashes. */
export async function readRange(
  db: Db, range: { simulated: boolean; after: number; upTo: number; types?: readonly string[] },
): Promise<readonly NumberedRow[]> {
  const { rows } = await sql<NumberedRow>`select position, hash, ${logFields} from event
    where simulated = ${range.simulated} and position > ${range.after} and position <= ${range.upTo}
    ${range.types ? sql`and type = any(${range.types}::text[])` : sql``} order by position`.execute(db);
  return rows;
}

export type FoundRow = EventRow & { readonly position: number | null };
type Narrowing = Omit<EventFilter, 'afterPosition' | 'unseal'>;

/** In the order of the log; those without a number last. One statement, so that none is missed while it moves. */
export async function readAfter(db: Db, after: number, filter: Narrowing): Promise<readonly FoundRow[]> {
  const numbered = await numberOf(db, filter.population);
  const { rows } = await sql<FoundRow>`
    (select position, null::bigint as arrival, ${logFields} from event
      where position > ${after} and ${conditions(filter, numbered)} order by position limit ${filter.limit})
    union all
    (select null, arrival, ${inboxFields} from event_inbox
      where ${conditions(filter, nameOf)} order by arrival limit ${filter.limit})
    order by position nulls last, arrival limit ${filter.limit}`.execute(db);
  return rows;
}

/** Larger than any position that a number of JavaScript can be. */
const beyondAll = Number.MAX_SAFE_INTEGER;

/** The last ones, or the last before a position, oldest first. */
export async function readLast(db: Db, filter: Narrowing): Promise<readonly FoundRow[]> {
  // What has no number yet comes after every position.
  const unnumbered = filter.beforePosition === undefined ? sql`` : sql`and false`;
  const numbered = await numberOf(db, filter.population);
  const { rows } = await sql<FoundRow>`
    (select position, null::bigint as arrival, ${logFields} from event
      where position < ${filter.beforePosition ?? beyondAll} and ${conditions(filter, numbered)}
      order by position desc limit ${filter.limit})
    union all
    (select null, arrival, ${inboxFields} from event_inbox
      where ${conditions(filter, nameOf)} ${unnumbered} order by arrival desc limit ${filter.limit})
    order by position desc nulls first, arrival desc limit ${filter.limit}`.execute(db);
  return rows.toReversed();
}

/** How the two tables speak of a population. */
type Naming = (population: string) => RawBuilder<unknown>;
const nameOf: Naming = (population) => sql`${population}`;

/**
 * The log has a number for each population. It stands in the statement itself, since the planner has to know how rare
 * it is: else the few events of a small population would be looked for among all others.
 */
async function numberOf(db: Db, population: string | undefined): Promise<Naming> {
  if (population === undefined) return nameOf;
  const { rows } = await sql<{ number: number }>`select number from event_population where name = ${population}`.execute(db);
  return () => (rows[0] ? sql.lit(rows[0].number) : sql`null`);
}

function conditions({ origin, population, principal, types }: Narrowing, naming: Naming): RawBuilder<unknown> {
  const all = [sql`simulated = ${origin === 'simulated'}`];
  if (population !== undefined) all.push(sql`population = ${naming(population)}`);
  if (principal !== undefined) all.push(sql`principal = ${principal}`);
  if (types !== undefined) all.push(sql`type = any(${types}::text[])`);
  return sql.join(all, sql` and `);
}

/** Makes the partitions of these months (UTC) of one origin where they are missing. */
export async function ensurePartitions(tx: Db, simulated: boolean, times: readonly Date[]): Promise<void> {
  const months = [...new Set(times.map((time) => `${time.toISOString().slice(0, 7)}-01`))];
  await sql`select event_ensure_partition(${simulated}, month) from unnest(${months}::date[]) as month`.execute(tx);
}

/**
 * Empties the simulated chain and begins it anew. Its partitions are dropped whole: no event of theirs is ever changed,
 * and the real ones stay out of reach. Returns how many events had no number yet.
 */
export async function dropSimulated(tx: Db): Promise<number> {
  const { numAffectedRows } = await sql`delete from event_inbox where simulated`.execute(tx);
  const { rows } = await sql<{ name: string }>`select inhrelid::regclass::text as name from pg_inherits
    where inhparent = 'event_simulated'::regclass`.execute(tx);
  for (const { name } of rows) await sql`drop table ${sql.raw(name)}`.execute(tx);
  await moveChainEnd(tx, true, { position: 0, hash: Buffer.alloc(32) });
  return Number(numAffectedRows ?? 0n);
}
