import { sql } from 'kysely';
import { day, type Origin } from '../kernel/index.ts';
import { idIsOf, type Db } from '../storage/index.ts';
import type { ResponseName } from '../../../contract/actions/index.ts';
import type { DecisionOutcome } from '../../../contract/decision-words.ts';
import type { RiskBand } from '../../../contract/risk.ts';
import { tokenAction, type CheckpointResponse } from '../../../contract/policy/index.ts';
import type { Response } from './decide.ts';
import { firstIdAt } from './first-id.ts';

export interface TrafficAsk {
  readonly population: string;
  readonly origin: Origin;
  /** The beginning of a day. */
  readonly since: Date;
}

/** Decisions about known people that are alike in all of this. */
export interface TrafficKind {
  readonly action: string;
  /** Medium where the risk was not known, as decisions take it. */
  readonly band: RiskBand;
  readonly response: Response;
  /** What a checkpoint that only reports would have answered instead of letting it through; null for the rest. */
  readonly would: Response | null;
  /** What a challenge asked for; null for the rest. */
  readonly asked: Extract<CheckpointResponse, { respond: 'challenge' }>['with'] | null;
  readonly outcome: DecisionOutcome | null;
  /** The same question again: after what was asked, or while it waits. It counts as no request of its own. */
  readonly again: boolean;
}

export interface TrafficRow extends TrafficKind {
  readonly decisions: number;
  /** The sum of the probabilities that it was somebody else. */
  readonly impostors: number;
}

/** What was answered, by the name under which its worth is known. */
export const nameOfRow = ({ response, asked }: Pick<TrafficRow, 'response' | 'asked'>): ResponseName => (
  response === 'challenge' ? asked ?? 'passkey-or-totp' : response);

/** The beginning of the day (UTC) that a time is in. */
export const dayOf = (at: Date): Date => new Date(Math.floor(at.getTime() / day) * day);

const notAssessed = 0.02;

/**
 * Of a decision called `it`: what it counts by, and the probability that it was somebody else. A machine's yes holds for
 * its time, and each token on it is a request of its own.
 */
const kind = sql`it.action, coalesce(it.features #>> '{risk,band}', 'medium') as band, it.response,
    nullif(it.would->>'response', 'allow') as would,
    case when it.response = 'challenge' then jsonb_path_query_first(it.candidates, '$[*] ? (@.chosen == true).with') #>> '{}' end as asked,
    case when it.action = ${tokenAction} then it.response = 'deny' and it.reasons ? 'review-refused'
        else it.reasons ?| array['challenge-met', 'delay-over', 'review-approved', 'review-refused', 'cancelled'] end
      or (it.response = 'delay' and coalesce(it.features #>> '{pending,state}', '') = 'waiting')
      or (it.response = 'review' and coalesce(it.features #>> '{review,state}', '') = 'waiting') as again,
    coalesce((it.features #>> '{risk,probability}')::float8, ${notAssessed}) as probability`;
/** Only what is about somebody known, at an action of the policy. */
const counts = sql`it.principal is not null and it.action <> 'undeclared'`;

/** A decision that came to be, or came to stand elsewhere in the count. */
export interface TrafficChange {
  readonly population: string;
  readonly decision: string;
  /** As it is counted; null while it is open. */
  readonly outcome: DecisionOutcome | null;
  readonly by: 1 | -1;
  /** Told of by a token's own event: it counts where the decision has none, since nothing stood out. */
  readonly byToken?: boolean;
}

/** Counts; what is not there any more is passed over. */
export async function addTraffic(tx: Db, origin: Origin, changes: readonly TrafficChange[]): Promise<void> {
  if (changes.length === 0) return;
  const all = <K extends Exclude<keyof TrafficChange, 'byToken'>>(name: K): TrafficChange[K][] => changes.map((each) => each[name]);
  await sql`
    insert into checkpoint_traffic (population, simulated, day, action, band, response, would, asked, outcome, again, decisions, impostors)
    select population, ${origin === 'simulated'}, day, action, band, response, coalesce(would, ''), coalesce(asked, ''), coalesce(outcome, ''), again,
      sum(by), sum(by * probability)
    from (
      select it.population, (it.at at time zone 'UTC')::date as day, ${kind}, changed.outcome, changed.by
      from unnest(${all('population')}::text[], ${all('decision')}::uuid[], ${all('outcome')}::text[], ${all('by')}::int[],
        ${changes.map(({ byToken = false }) => byToken)}::bool[]) as changed (population, id, outcome, by, by_token)
      join checkpoint_decision it on it.population = changed.population and it.id = changed.id
      where ${counts} and (not changed.by_token or (it.action = ${tokenAction} and it.response = 'allow' and it.reasons = '[]'::jsonb))) changed
    group by population, day, action, band, response, would, asked, outcome, again
    order by population, day, action, band, response, would, asked, outcome, again
    on conflict (population, simulated, day, action, band, response, would, asked, outcome, again) do update set
      decisions = checkpoint_traffic.decisions + excluded.decisions, impostors = checkpoint_traffic.impostors + excluded.impostors`.execute(tx);
}

/** How far the chain is counted; holds the row until the transaction ends, so that one batch is counted at a time. */
export async function lockTraffic(tx: Db, origin: Origin): Promise<number> {
  const { rows } = await sql<{ position: number }>`
    select position from checkpoint_traffic_progress where simulated = ${origin === 'simulated'} for update`.execute(tx);
  return rows[0]!.position;
}

export async function moveTraffic(tx: Db, origin: Origin, position: number): Promise<void> {
  await sql`update checkpoint_traffic_progress set position = ${position} where simulated = ${origin === 'simulated'}`.execute(tx);
}

/** How decisions went since that day. */
export async function selectTraffic(db: Db, { population, origin, since }: TrafficAsk): Promise<readonly TrafficRow[]> {
  const { rows } = await sql<TrafficRow>`
    select action, band, response, nullif(would, '') as would, nullif(asked, '') as asked, nullif(outcome, '') as outcome,
      again or outcome = 'repeated' as again,
      sum(decisions)::float8 as decisions, sum(impostors) as impostors
    from checkpoint_traffic
    where population = ${population} and simulated = ${origin === 'simulated'} and day >= (${since}::timestamptz at time zone 'UTC')::date
    group by 1, 2, 3, 4, 5, 6, 7 having sum(decisions) > 0`.execute(db);
  return rows;
}

/** The newest of an action say how long it takes. */
const mostTimed = 1_000;

/** Half of those who passed a challenge took no longer than this, in milliseconds, by action. */
export async function selectTimes(
  db: Db, { population, origin, since }: TrafficAsk, actions: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ action: string; ms: number }>`
    select asked.action, percentile_disc(0.5) within group (order by it.ms) as ms
    from unnest(${[...actions]}::text[]) asked (action), lateral (
      select round(extract(epoch from settled_at - at) * 1000)::float8 as ms from checkpoint_decision
      where population = ${population} and action = asked.action and response = 'challenge' and outcome = 'permitted'
        and id >= ${firstIdAt(since)} and ${idIsOf(origin, 'id')} and principal is not null
      order by id desc limit ${mostTimed}) it
    group by asked.action`.execute(db);
  return new Map(rows.map(({ action, ms }) => [action, ms]));
}

/** What somebody has said of a decision, as far as that can disown it. */
export interface Said extends TrafficKind {
  readonly decision: string;
  readonly source: 'not-me' | 'support' | 'chargeback' | 'confirmed';
  readonly reference: string;
  readonly revision: number;
  readonly verdict: 'impostor' | 'genuine' | 'withdrawn';
  readonly givenBy: string;
}

/** Of each source the newest so many are looked at. */
const mostSaid = 20_000;

/** All that was said of the decisions since that day. */
export async function selectSaid(db: Db, { population, origin, since }: TrafficAsk): Promise<readonly Said[]> {
  const { rows } = await sql<Said>`
    select said.*, ${kind}, it.outcome
    from unnest(array['not-me', 'support', 'chargeback', 'confirmed']) sources (source), lateral (
      select decision, source, reference, revision, verdict, given_by as "givenBy" from checkpoint_label
      where population = ${population} and source = sources.source and decision >= ${firstIdAt(since)} and ${idIsOf(origin, 'decision')}
      order by decision desc limit ${mostSaid}) said
    join checkpoint_decision it on it.population = ${population} and it.id = said.decision
    where ${counts}`.execute(db);
  // What was asked anew is no request of its own.
  return rows.map((row) => ({ ...row, again: row.again || row.outcome === 'repeated' }));
}

export async function deleteTrafficBefore(db: Db, before: Date): Promise<void> {
  await sql`delete from checkpoint_traffic where day < (${before}::timestamptz at time zone 'UTC')::date`.execute(db);
}

/** All that was counted of the simulated chain, so that it would be counted from its beginning again. */
export async function removeSimulatedTraffic(tx: Db): Promise<void> {
  await sql`update checkpoint_traffic_progress set position = 0 where simulated`.execute(tx);
  await sql`delete from checkpoint_traffic where simulated`.execute(tx);
}
