import { sql, type ColumnType, type RawBuilder, type Selectable } from 'kysely';
import type { DecisionMode } from '../../../contract/decision-words.ts';
import type { RowsBeside } from '../events/index.ts';
import type { Origin, PrincipalRef } from '../kernel/index.ts';
import { idIsOf, lookUp, type Db } from '../storage/index.ts';
import type { DecisionFilter, Outcome, RecordedDecision } from './checkpoints.ts';
import type { Candidate, Response } from './decide.ts';
import type { OpenChallenge } from './open-challenge.ts';
import type { Would } from './report-only.ts';
import { byQuestion, isAsked, type AskedAgain } from './same-question.ts';
import type { ShadowAnswer } from './shadow.ts';
import type { Weighing } from './weigh.ts';

type Json<T> = ColumnType<T, string, string>;

type DecisionTable = {
  checkpoint_decision: {
    population: string; id: string; at: Date; principal: string | null; session: string | null; run: string | null; client: string;
    action: string; resource_type: string; digest: Buffer; response: Response; reasons: Json<readonly string[]>;
    features: Json<RecordedDecision['features']>; candidates: Json<readonly Candidate[]>; policy_version: number | null;
    mode: DecisionMode; outcome: Outcome | null; settled_at: Date | null; weighing: Json<Weighing | null> | null; model: string | null;
    explored: boolean; shadows: Json<readonly ShadowAnswer[] | null> | null; would: Json<Would | null> | null; repeat_key: Buffer | null;
  };
};

const tables = (db: Db) => db.$extendTables<DecisionTable>();

export async function insertDecisions(tx: Db, decisions: readonly RecordedDecision[]): Promise<void> {
  await insertion(decisions).execute(tx);
}

/** Decisions that are committed in one statement with the events that tell of them. */
export const decisionsBeside: RowsBeside = { insert: (rows) => insertion(rows as readonly RecordedDecision[]) };

/**
 * All in one statement of one shape, however many there are. They go as one text: arrays, a column each, would have every
 * quote of the JSON in them escaped once more.
 */
function insertion(decisions: readonly RecordedDecision[]): RawBuilder<unknown> {
  const rows = decisions.map(({ digest, repeatKey, outcome: _outcome, settledAt: _settledAt, ...decision }) => (
    { ...decision, digest: digest.toString('hex'), repeatKey: repeatKey?.toString('hex'), explored: decision.weighing?.explored ?? false }));
  return sql`
    insert into checkpoint_decision (population, id, at, principal, session, run, client, action, resource_type, digest, response, reasons,
      features, candidates, policy_version, mode, model, explored, weighing, shadows, would, repeat_key)
    select population, id, at, principal, session, run, client, action, "resourceType", decode(digest, 'hex'), response, reasons,
      features, candidates, "policyVersion", mode, model, explored, weighing, shadows, would, decode("repeatKey", 'hex')
    from json_to_recordset(${JSON.stringify(rows)}::json) as decided (population text, id uuid, at timestamptz, principal uuid, session uuid,
      run uuid, client text, action text, "resourceType" text, digest text, response text, reasons jsonb, features jsonb, candidates jsonb,
      "policyVersion" int, mode text, model text, explored boolean, weighing jsonb, shadows jsonb, would jsonb, "repeatKey" text)`;
}

export async function selectDecisions(db: Db, filter: DecisionFilter): Promise<readonly RecordedDecision[]> {
  let query = tables(db).selectFrom('checkpoint_decision').selectAll().where('population', '=', filter.population);
  if (filter.principal !== undefined) query = query.where('principal', '=', filter.principal);
  if (filter.action !== undefined) query = query.where('action', '=', filter.action);
  if (filter.response !== undefined) query = query.where('response', '=', filter.response);
  if (filter.mode !== undefined) query = query.where('mode', '=', filter.mode);
  if (filter.origin !== undefined) query = query.where(idIsOf(filter.origin, 'id'));
  if (filter.before !== undefined) query = query.where('id', '<', filter.before);
  return (await query.orderBy('id', 'desc').limit(Math.min(filter.limit, 200)).execute()).map(fromRow);
}

export async function selectDecision(db: Db, population: string, id: string, forUpdate = false): Promise<RecordedDecision | undefined> {
  const query = tables(db).selectFrom('checkpoint_decision').selectAll().where('population', '=', population).where('id', '=', id);
  const row = await (forUpdate ? query.forUpdate() : query).executeTakeFirst();
  return row && fromRow(row);
}

/** All that was decided about somebody, and what was said of it. */
export async function deleteDecisionsOf(tx: Db, { population, principal }: PrincipalRef): Promise<void> {
  for (const table of ['checkpoint_label', 'checkpoint_follow_up']) {
    await sql`delete from ${sql.table(table)} where population = ${population} and decision in (
      select id from checkpoint_decision where population = ${population} and principal = ${principal})`.execute(tx);
  }
  await tables(tx).deleteFrom('checkpoint_decision').where('population', '=', population).where('principal', '=', principal).execute();
}

/** A challenge that was settled just now. */
export interface SettledDecision {
  readonly population: string;
  readonly id: string;
  readonly principal: string | null;
  readonly session: string | null;
  readonly run: string | null;
  readonly client: string;
  readonly action: string;
  readonly response: 'challenge' | 'delay' | 'review';
  readonly outcome: Outcome;
  readonly at: Date;
}

const settledColumns = ['population', 'id', 'principal', 'session', 'run', 'client', 'action', 'response', 'outcome', 'at'] as const;
const settledFields = sql.raw(settledColumns.join(', '));

/** What came of the same question before, as far as most questions go. */
export interface DecidedBefore {
  /** The challenge to the same question that this session or run has open; of several one that something was proved to. */
  readonly open: OpenChallenge | undefined;
  /** A challenge to the same question is open, here or elsewhere. */
  readonly isOpen: boolean;
  /** It waits, or was looked at, now or some time ago. */
  readonly wasHeldUp: boolean;
  /** A draw has let this session go, whatever the question was. */
  readonly explored: boolean;
  /** A yes that this very request was given a moment ago, and may have lost. */
  readonly lost: Pick<RecordedDecision, 'id' | 'response' | 'reasons'> | undefined;
}

/** A question that is asked now, with what its challenge and its yes are known by. */
interface AskedOfPerson extends AskedAgain {
  /** What a person has to be shown besides the action (`confirmationDigest`). */
  readonly shown: Buffer;
  /** The caller's own key of the request; null where it sent none. */
  readonly repeatKey: Buffer | null;
}

interface BeforeRow {
  readonly open: number; readonly held_up: boolean; readonly explored: boolean;
  readonly here: string | null; readonly at: Date | null; readonly asks: OpenChallenge['asks'] | null;
  readonly strong_at: Date | null; readonly passkey_at: Date | null; readonly email_code_at: Date | null; readonly factor: string | null;
  readonly lost: string | null; readonly response: Response | null; readonly reasons: readonly string[] | null;
}

const isHere = 'it.session is not distinct from asked.session and it.run is not distinct from asked.run';
/** Longer than anybody waits for an answer. */
const repeatedWithin = '1 minute';

export const selectDecidedBefore = lookUp<AskedOfPerson, BeforeRow, DecidedBefore>({
  by: { ...byQuestion, shown: ['bytea', ({ shown }) => shown], repeat_key: ['bytea', ({ repeatKey }) => repeatKey] },
  // The laterals at the end are gone through where there is something for them to find, which is seldom.
  find: `select asked.n, all_open.open, here.id as here, here.at, here.asks, here.strong_at, here.passkey_at, here.email_code_at, here.factor,
      lost.id as lost, lost.response, lost.reasons,
      exists (select from checkpoint_pending it where ${isAsked}) or exists (select from checkpoint_review it where ${isAsked}) as held_up,
      exists (select from checkpoint_decision
        where population = asked.population and session = asked.session and explored and response = 'allow') as explored
    from asked cross join lateral (
      select count(*) as open from checkpoint_decision it where ${isAsked} and response = 'challenge' and outcome is null) all_open
    left join lateral (
      select it.id, it.at, jsonb_path_query_first(it.candidates, '$[*] ? (@.chosen == true)') as asks,
        proof.strong_at, proof.passkey_at, proof.email_code_at, proof.factor
      from checkpoint_decision it left join lateral (
        select * from checkpoint_confirmation
        where population = it.population and decision = it.id and shown = asked.shown offset 0) proof on true
      where all_open.open > 0 and ${isAsked} and it.response = 'challenge' and it.outcome is null and ${isHere}
      order by proof.confirmed_at desc nulls last, it.id limit 1) here on true
    left join lateral (
      select it.id, it.response, it.reasons from checkpoint_decision it
      where asked.repeat_key is not null and ${isAsked} and it.repeat_key = asked.repeat_key and ${isHere}
        and it.at > asked.now - interval '${repeatedWithin}' limit 1) lost on true`,
  moments: ['at', 'strong_at', 'passkey_at', 'email_code_at'],
  found: ([row]) => ({
    open: openIn(row!), isOpen: row!.open > 0, wasHeldUp: row!.held_up, explored: row!.explored,
    lost: row!.lost === null ? undefined : { id: row!.lost, response: row!.response!, reasons: row!.reasons! },
  }),
});

function openIn({ here, at, asks, strong_at: strongAt, passkey_at: passkeyAt, email_code_at: emailCodeAt, factor }: BeforeRow): OpenChallenge | undefined {
  const isByPasskey = factor !== null || (strongAt !== null && passkeyAt !== null && passkeyAt >= strongAt);
  return here === null ? undefined : {
    id: here, at: at!, asks: asks ?? {},
    proved: {
      strongAt: strongAt ?? undefined, passkeyAt: passkeyAt ?? undefined, emailCodeAt: emailCodeAt ?? undefined,
      factor: strongAt ? { kind: isByPasskey ? 'passkey' : 'totp', credential: factor ?? undefined } : undefined,
    },
  };
}

/** A challenge of an application in a session, where it is still open. */
export async function selectOpenChallenge(
  db: Db, { population, principal }: PrincipalRef, { id, session, client }: { id: string; session: string; client: string },
): Promise<Pick<RecordedDecision, 'action' | 'reasons' | 'features'> | undefined> {
  return tables(db).selectFrom('checkpoint_decision').select(['action', 'reasons', 'features']).where('population', '=', population)
    .where('id', '=', id).where('principal', '=', principal).where('client', '=', client).where('session', '=', session)
    .where('response', '=', 'challenge').where('outcome', 'is', null).executeTakeFirst();
}

/** Whether a draw has let a session go. */
export async function wasLetGo(db: Db, population: string, session: string): Promise<boolean> {
  const row = await tables(db).selectFrom('checkpoint_decision').select('id').where('population', '=', population)
    .where('session', '=', session).where('explored', '=', true).where('response', '=', 'allow').limit(1).executeTakeFirst();
  return row !== undefined;
}

export interface SameAnswered extends Pick<RecordedDecision, 'population' | 'principal' | 'client' | 'digest' | 'session' | 'run'> {
  /** Whether it goes on: then what other sessions were asked for it is over as well. */
  readonly permitted: boolean;
  /** The challenge that was met. */
  readonly met: string | undefined;
}

/**
 * Settles the open challenges of a question that is answered otherwise now: one was met, the others were asked anew. Of
 * several who do it, each challenge is given to one.
 */
export async function settleChallenges(tx: Db, same: SameAnswered, now: Date): Promise<readonly SettledDecision[]> {
  const { population, principal, client, digest, session, run, permitted, met = null } = same;
  const ofPlace = sql`session is not distinct from ${session}::uuid and run is not distinct from ${run}::uuid`;
  // Those that another transaction is settling right now are waited for, and are then that one's.
  const { rows } = await sql<SettledDecision>`
    update checkpoint_decision set settled_at = ${now},
      outcome = case when ${permitted} and (id = ${met}::uuid or (${met}::uuid is null and ${ofPlace})) then 'permitted' else 'repeated' end
    where (population, id) in (
      select population, id from checkpoint_decision
      where population = ${population} and principal = ${principal} and client = ${client}
        and digest = ${digest} and response = 'challenge' and outcome is null and (${permitted} or ${ofPlace})
      order by id limit 100 for update)
      and outcome is null
    returning ${settledFields}`.execute(tx);
  return rows;
}

/** Settles at most `limit` challenges that nobody came back from. */
export async function settleAbandoned(
  tx: Db, before: Date, now: Date, limit: number, only?: Origin,
): Promise<readonly SettledDecision[]> {
  const { rows } = await sql<SettledDecision>`
    update checkpoint_decision set outcome = 'abandoned', settled_at = ${now} where (population, id) in (
      select population, id from checkpoint_decision
      where response = 'challenge' and outcome is null and at < ${before}
        and ${idIsOf(only, 'id')} limit ${limit} for update skip locked)
    returning ${settledFields}`.execute(tx);
  return rows;
}

/** Settles the decision that began a delay. */
export async function settleDelay(
  tx: Db, population: string, id: string, outcome: Outcome, now: Date,
): Promise<SettledDecision | undefined> {
  return await tables(tx).updateTable('checkpoint_decision').set({ outcome, settled_at: now })
    .where('population', '=', population).where('id', '=', id).where('outcome', 'is', null)
    .returning(settledColumns).executeTakeFirst() as SettledDecision | undefined;
}

/** With what became of them and what was said of them. */
export async function deleteDecisionsBefore(db: Db, before: Date, limit: number): Promise<number> {
  const { rows: [removed] } = await sql<{ removed: string }>`
    with old as (
      delete from checkpoint_decision where (population, id) in (
        select population, id from checkpoint_decision where at < ${before} limit ${limit} for update skip locked)
      returning population, id),
    labels as (delete from checkpoint_label using old where checkpoint_label.population = old.population and decision = old.id),
    follow_ups as (delete from checkpoint_follow_up using old where checkpoint_follow_up.population = old.population and decision = old.id)
    select count(*) as removed from old`.execute(db);
  return Number(removed?.removed ?? 0);
}

function fromRow(row: Selectable<DecisionTable['checkpoint_decision']>): RecordedDecision {
  const { resource_type: resourceType, policy_version: policyVersion, settled_at: settledAt, repeat_key: _repeatKey, ...rest } = row;
  return { ...rest, resourceType, policyVersion, settledAt };
}
