import { sql, type ColumnType, type Selectable } from 'kysely';
import type { CheckpointRules, RiskRules } from '../../../contract/policy/index.ts';
import type { Db } from '../storage/index.ts';
import type { Watch, WatchedExample, WatchedPair } from './watches.ts';

type Json<T> = ColumnType<T, string, string>;

type WatchTable = {
  checkpoint_watch: {
    population: string; id: string; name: string; started_at: Date; ends_at: Date; stopped_at: Date | null; started_by: string;
    based_on: number | null; checkpoints: Json<CheckpointRules>; risk: Json<RiskRules | null> | null;
  };
};

const tables = (db: Db) => db.$extendTables<WatchTable>();
const mostListed = 100;
/** Decisions of one report; the newest ones where there are more. */
const mostCounted = 200_000;
const mostExamples = 20;

/** Holds others who begin or stop one at this population until the end of the transaction. */
export async function lockWatches(tx: Db, population: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('checkpoint_watch'), hashtext(${population}))`.execute(tx);
}

export async function insertWatch(tx: Db, watch: Watch): Promise<void> {
  await tables(tx).insertInto('checkpoint_watch').values({
    population: watch.population, id: watch.id, name: watch.name, started_at: watch.startedAt, ends_at: watch.endsAt,
    stopped_at: watch.stoppedAt, started_by: watch.startedBy, based_on: watch.basedOn,
    checkpoints: JSON.stringify(watch.rules.checkpoints), risk: watch.rules.risk ? JSON.stringify(watch.rules.risk) : null,
  }).execute();
}

/** Those that watch now, at all populations or at one. */
export async function selectWatching(db: Db, now: Date, population?: string): Promise<readonly Watch[]> {
  let query = tables(db).selectFrom('checkpoint_watch').selectAll().where('stopped_at', 'is', null).where('ends_at', '>', now);
  if (population !== undefined) query = query.where('population', '=', population);
  return (await query.orderBy('id').limit(1_000).execute()).map(fromRow);
}

export async function selectWatches(db: Db, population: string): Promise<readonly Watch[]> {
  const rows = await tables(db).selectFrom('checkpoint_watch').selectAll().where('population', '=', population)
    .orderBy('id', 'desc').limit(mostListed).execute();
  return rows.map(fromRow);
}

export async function selectWatch(db: Db, population: string, id: string): Promise<Watch | undefined> {
  const row = await tables(db).selectFrom('checkpoint_watch').selectAll().where('population', '=', population).where('id', '=', id)
    .executeTakeFirst();
  return row && fromRow(row);
}

/** False where it has been stopped before. */
export async function stopWatch(tx: Db, population: string, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx).updateTable('checkpoint_watch').set({ stopped_at: now })
    .where('population', '=', population).where('id', '=', id).where('stopped_at', 'is', null).executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function deleteWatchesBefore(db: Db, before: Date): Promise<void> {
  await tables(db).deleteFrom('checkpoint_watch').where('ends_at', '<', before).execute();
}

/** The decisions that a watch has seen: ids carry their time, so the index of shadowed decisions finds them. */
const seenBy = ({ population, id }: Pick<Watch, 'population' | 'id'>) => sql`
  select decision.id, decision.at, decision.action, decision.response, decision.reasons, shadow
  from checkpoint_decision decision, jsonb_array_elements(decision.shadows) shadow
  where decision.population = ${population} and decision.shadows is not null and decision.id > ${id}
    and shadow->>'watch' = ${id}
  order by decision.id desc`;

export async function countPairs(db: Db, watch: Watch): Promise<readonly WatchedPair[]> {
  const { rows } = await sql<WatchedPair & { count: string }>`
    select action, response, shadow->>'response' as shadow, count(*) as count from (${seenBy(watch)} limit ${mostCounted}) seen
    group by 1, 2, 3 order by 4 desc, 1, 2, 3 limit 500`.execute(db);
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

export async function selectExamples(db: Db, watch: Watch): Promise<readonly WatchedExample[]> {
  const { rows } = await sql<Omit<WatchedExample, 'decision'> & { id: string }>`
    select * from (${seenBy(watch)} limit ${mostCounted}) seen where response <> shadow->>'response'
    order by id desc limit ${mostExamples}`.execute(db);
  return rows.map(({ id, ...rest }) => ({ decision: id, ...rest }));
}

function fromRow(row: Selectable<WatchTable['checkpoint_watch']>): Watch {
  return {
    population: row.population, id: row.id, name: row.name, startedAt: row.started_at, endsAt: row.ends_at,
    stoppedAt: row.stopped_at, startedBy: row.started_by, basedOn: row.based_on,
    rules: { checkpoints: row.checkpoints, ...(row.risk ? { risk: row.risk } : {}) },
  };
}
