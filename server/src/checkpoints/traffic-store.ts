import { sql } from 'kysely';
import { hour, type Origin } from '../kernel/index.ts';
import { idIsOf, type Db } from '../storage/index.ts';
import type { ResponseName } from '../../../contract/actions/index.ts';
import { givenSources } from '../../../contract/decision-record.ts';
import type { DecisionOutcome } from '../../../contract/decision-words.ts';
import type { RiskBand } from '../../../contract/risk.ts';
import type { CheckpointResponse } from '../../../contract/policy/index.ts';
import type { Response } from './decide.ts';

export interface TrafficAsk {
  readonly population: string;
  readonly origin: Origin;
  readonly since: Date;
  /** Of the newest, so that a question has a worst case. */
  readonly most: number;
  /** Of machines, whose requests after a yes are tokens of their own. */
  readonly ofMachines?: boolean;
}

/** Decisions about known people that are alike in all of this. */
export interface TrafficRow {
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
  /** It was somebody else: the person said so of something within three days, or a label that stands says so of this. */
  readonly disowned: boolean;
  readonly decisions: number;
  /** The sum of the probabilities that it was somebody else. */
  readonly impostors: number;
}

/** What was answered, by the name under which its worth is known. */
export const nameOfRow = ({ response, asked }: Pick<TrafficRow, 'response' | 'asked'>): ResponseName => (
  response === 'challenge' ? asked ?? 'passkey-or-totp' : response);

/** For so long after a decision somebody's "this was not me" is taken to be about it. */
const disownedWithin = 72 * hour;
const notAssessed = 0.02;

/** What somebody answered in between. A machine's yes holds for its time, and each token on it is one of its own. */
const isAnswered = (ofMachines: boolean) => (ofMachines ? sql`response = 'deny' and reasons ? 'review-refused'`
  : sql`reasons ?| array['challenge-met', 'delay-over', 'review-approved', 'review-refused', 'cancelled']`);

/** The first id that a moment can have: ids begin with milliseconds (`newId`). */
function firstIdAt(at: Date): string {
  const hex = Math.max(0, at.getTime()).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}

/** The newest decisions about known people: a walk along the primary key that ends at the bound. Narrow, so that it stays in memory. */
const newest = ({ population, origin, since, most, ofMachines = false }: TrafficAsk) => sql`
  select id, at, principal, action, response, outcome, nullif(would->>'response', 'allow') as would,
    coalesce(features #>> '{risk,band}', 'medium') as band,
    coalesce((features #>> '{risk,probability}')::float8, ${notAssessed}) as probability,
    case when response = 'challenge' then jsonb_path_query_first(candidates, '$[*] ? (@.chosen == true).with') #>> '{}' end as asked,
    (${isAnswered(ofMachines)})
      or (response = 'delay' and coalesce(features #>> '{pending,state}', '') = 'waiting')
      or (response = 'review' and coalesce(features #>> '{review,state}', '') = 'waiting') as again,
    case when response = 'challenge' and outcome = 'permitted' then round(extract(epoch from settled_at - at) * 1000)::float8 end as ms
  from checkpoint_decision
  where population = ${population} and id >= ${firstIdAt(since)} and ${idIsOf(origin, 'id')}
    and principal is not null and action <> 'undeclared'
  order by id desc limit ${most}`;

export interface Traffic {
  /** At most one for each of the ways that there are. */
  readonly rows: readonly TrafficRow[];
  /** Half of the challenges that were passed took no longer than this, in milliseconds, by action. */
  readonly times: ReadonlyMap<string, number>;
  /** When the oldest of these was made; undefined where there is none. */
  readonly oldest: Date | undefined;
}

/** How decisions went, counted. */
export async function selectTraffic(db: Db, ask: TrafficAsk): Promise<Traffic> {
  const { rows } = await sql<TrafficRow & { readonly medianMs: number | null; readonly oldest: Date }>`
    with newest as materialized (${newest(ask)}),
    labelled as (
      select distinct on (decision, source, reference) decision, source, verdict from checkpoint_label
      where population = ${ask.population} and source = any(${[...givenSources]}) and decision in (select id from newest)
      order by decision, source, reference, revision desc),
    disowned as (
      select distinct d.id from newest d join checkpoint_report r on r.population = ${ask.population} and r.principal = d.principal
        and r.at >= d.at and r.at < d.at + ${disownedWithin} * interval '1 millisecond'
      union select decision from labelled where verdict = 'impostor'
      except select decision from labelled where verdict = 'genuine' and source = 'confirmed'),
    told as (select newest.*, disowned.id is not null as disowned from newest left join disowned using (id))
    select action, band, response, would, asked, outcome, again, disowned, count(*)::int as decisions, sum(probability) as impostors,
      percentile_disc(0.5) within group (order by ms) as "medianMs", min(at) as oldest
    from told group by grouping sets ((action, band, response, would, asked, outcome, again, disowned), (action))`.execute(db);
  const isTotal = ({ band }: { readonly band: RiskBand | null }): boolean => band === null;
  return {
    rows: rows.filter((row) => !isTotal(row)).map(({ medianMs: _ms, oldest: _at, ...row }) => row),
    oldest: rows.filter(isTotal).reduce<Date | undefined>((first, { oldest }) => (first === undefined || oldest < first ? oldest : first), undefined),
    times: new Map(rows.filter(isTotal).flatMap(({ action, medianMs }) => (medianMs === null ? [] : [[action, medianMs] as const]))),
  };
}
