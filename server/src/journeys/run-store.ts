import type { ColumnType, JSONColumnType } from 'kysely';
import type { Channel, JourneyPurpose } from '../../../contract/events/index.ts';
import type { Origin } from '../kernel/index.ts';
import { idIsOf, removeSimulatedRows, type Db } from '../storage/index.ts';
import type { Run, RunOutcome, RunState } from './run.ts';
import type { Ask } from './step.ts';

/** Seals what people entered; `context` names the row, so that no sealed state can be moved to another. */
export interface StateSealer {
  seal(context: string, plain: Buffer): Buffer;
  open(context: string, sealed: Buffer): Buffer;
}

type Json<T> = JSONColumnType<T & object>;

// A type and no interface: kysely asks for an implicit index signature.
type RunTables = {
  journey_run: {
    population: string; id: string; purpose: JourneyPurpose; channel: Channel; policy_version: number; ask: Json<Ask>;
    return_to: string | null; browser_hash: Buffer; moved_from: Buffer | null; locale: string; started_at: Date; expires_at: Date;
    state_number: number; ended_at: Date | null;
    outcome: ColumnType<RunOutcome | null, string | null, string | null>; taken_at: Date | null;
  };
  journey_run_state: {
    population: string; run: string; number: number; journey: string; node: string; entered_at: Date;
    input_digest: Buffer | null; sealed: Buffer;
  };
};

const tables = (db: Db) => db.$extendTables<RunTables>();

export async function insertRun(tx: Db, run: Run): Promise<void> {
  await tables(tx).insertInto('journey_run').values({
    population: run.population, id: run.id, purpose: run.purpose, channel: run.channel, policy_version: run.policyVersion,
    ask: JSON.stringify(run.ask), return_to: run.returnTo, browser_hash: run.browserHash,
    moved_from: run.movedFrom, locale: run.locale,
    started_at: run.startedAt, expires_at: run.expiresAt, state_number: run.stateNumber, ended_at: run.endedAt,
    outcome: null, taken_at: null,
  }).execute();
}

/** Reads a run; `lock` makes inputs to the same run wait for one another. */
export async function findRun(db: Db, population: string, id: string, lock = false): Promise<Run | undefined> {
  const query = tables(db).selectFrom('journey_run').selectAll()
    .where('population', '=', population).where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row && {
    population: row.population, id: row.id, purpose: row.purpose, channel: row.channel, policyVersion: row.policy_version, ask: row.ask,
    returnTo: row.return_to, browserHash: row.browser_hash, movedFrom: row.moved_from,
    locale: row.locale, startedAt: row.started_at,
    expiresAt: row.expires_at, stateNumber: row.state_number, endedAt: row.ended_at, outcome: row.outcome,
  };
}

export async function insertState(tx: Db, sealer: StateSealer, run: Run, state: RunState): Promise<void> {
  const { facts, step, screen, notice } = state;
  const plain = Buffer.from(JSON.stringify({ facts, step, screen, notice }), 'utf8');
  await tables(tx).insertInto('journey_run_state').values({
    population: run.population, run: run.id, number: state.number, journey: state.journey, node: state.node,
    entered_at: state.enteredAt, input_digest: state.inputDigest, sealed: sealer.seal(contextOf(run, state.number), plain),
  }).execute();
  await tables(tx).updateTable('journey_run').set({ state_number: state.number })
    .where('population', '=', run.population).where('id', '=', run.id).execute();
}

export async function currentState(db: Db, sealer: StateSealer, run: Run): Promise<RunState> {
  const row = await tables(db).selectFrom('journey_run_state').selectAll()
    .where('population', '=', run.population).where('run', '=', run.id).where('number', '=', run.stateNumber)
    .executeTakeFirstOrThrow();
  const plain = sealer.open(contextOf(run, row.number), row.sealed).toString('utf8');
  return {
    number: row.number, journey: row.journey, node: row.node, enteredAt: row.entered_at,
    inputDigest: row.input_digest, ...JSON.parse(plain, reviveDates),
  };
}

export async function endRun(tx: Db, run: Run, outcome: RunOutcome, at: Date): Promise<void> {
  await tables(tx).updateTable('journey_run').set({ ended_at: at, outcome: JSON.stringify(outcome) })
    .where('population', '=', run.population).where('id', '=', run.id).where('ended_at', 'is', null).execute();
}

/** Takes the result of the newest ended run that was bound to `returnTo`, once. */
export async function takeOutcome(
  tx: Db, population: string, returnTo: string, browserHash: Buffer, at: Date,
): Promise<RunOutcome | undefined> {
  const newest = tables(tx).selectFrom('journey_run').select('id')
    .where('population', '=', population).where('return_to', '=', returnTo)
    .where('browser_hash', '=', browserHash).where('ended_at', 'is not', null).where('taken_at', 'is', null)
    .orderBy('started_at', 'desc').limit(1);
  const row = await tables(tx).updateTable('journey_run').set({ taken_at: at })
    .where('population', '=', population).where('id', '=', newest).where('taken_at', 'is', null)
    .returning('outcome').executeTakeFirst();
  return row?.outcome ? withTimes(row.outcome) : undefined;
}

/** As JSON has no times; of a run that ended before they were kept, nothing counts as shown. */
function withTimes(outcome: RunOutcome): RunOutcome {
  if (outcome.outcome === 'refused') return outcome;
  const { proofs = [] } = outcome as Partial<typeof outcome>;
  return { ...outcome, proofs: proofs.map((each) => ({ ...each, at: new Date(each.at) })) };
}

/** Whether a run that was bound to `returnTo` has ended and its result was taken. */
export async function wasTaken(db: Db, population: string, returnTo: string, browserHash: Buffer): Promise<boolean> {
  const row = await tables(db).selectFrom('journey_run').select('id')
    .where('population', '=', population).where('return_to', '=', returnTo)
    .where('browser_hash', '=', browserHash).where('taken_at', 'is not', null).limit(1).executeTakeFirst();
  return row !== undefined;
}

/** Open runs past their time, for the job that closes them. */
export async function expiredRuns(
  tx: Db, now: Date, limit: number, only?: Origin,
): Promise<readonly { population: string; id: string; purpose: JourneyPurpose; node: string }[]> {
  return tables(tx).selectFrom('journey_run')
    .innerJoin('journey_run_state', (join) => join
      .onRef('journey_run_state.population', '=', 'journey_run.population')
      .onRef('journey_run_state.run', '=', 'journey_run.id')
      .onRef('journey_run_state.number', '=', 'journey_run.state_number'))
    .select(['journey_run.population', 'journey_run.id', 'journey_run.purpose', 'journey_run_state.node'])
    .where('journey_run.ended_at', 'is', null).where('journey_run.expires_at', '<=', now)
    .where(idIsOf(only, 'journey_run.id'))
    .limit(limit).forUpdate('journey_run').skipLocked().execute();
}

export async function closeRuns(tx: Db, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  const outcome: RunOutcome = { outcome: 'refused', reason: 'expired' };
  // Nobody takes this result: whoever asked may begin again.
  await tables(tx).updateTable('journey_run').set({ ended_at: at, taken_at: at, outcome: JSON.stringify(outcome) })
    .where('id', 'in', [...ids]).where('ended_at', 'is', null).execute();
}

export async function deleteRunsEndedBefore(tx: Db, before: Date): Promise<void> {
  await tables(tx).deleteFrom('journey_run').where('ended_at', '<', before).execute();
}

/** All that is simulated, states and all. Returns how many runs. */
export const removeSimulatedRuns = (db: Db): Promise<number> => removeSimulatedRows(db, ['journey_run', 'id']);

const contextOf = (run: Run, number: number): string => `${run.population}/${run.id}/${number}`;

const isoDate = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
function reviveDates(key: string, value: unknown): unknown {
  return key === 'at' && typeof value === 'string' && isoDate.test(value) ? new Date(value) : value;
}
