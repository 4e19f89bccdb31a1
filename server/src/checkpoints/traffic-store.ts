import { sql } from 'kysely';
import { hour, type Origin } from '../kernel/index.ts';
import { idIsOf, type Db } from '../storage/index.ts';
import type { RiskBand } from '../../../contract/risk.ts';
import type { CheckpointResponse } from '../../../contract/policy/index.ts';
import type { Outcome } from './checkpoints.ts';
import type { Response } from './decide.ts';

export interface TrafficAsk {
  readonly population: string;
  readonly origin: Origin;
  readonly since: Date;
  /** Of the newest, so that a question has a worst case. */
  readonly most: number;
}

/** Decisions about known people that are alike in all of this. */
export interface TrafficRow {
  readonly action: string;
  /** Medium where the risk was not known, as decisions take it. */
  readonly band: RiskBand;
  readonly response: Response;
  /** What a challenge asked for; null for the rest. */
  readonly asked: Extract<CheckpointResponse, { respond: 'challenge' }>['with'] | null;
  readonly outcome: Outcome | null;
  /** The same question again: after what was asked, or while it waits. It counts as no request of its own. */
  readonly again: boolean;
  /** The person said within three days that something was not them. */
  readonly disowned: boolean;
  readonly decisions: number;
  /** The sum of the probabilities that it was somebody else. */
  readonly impostors: number;
}

/** For so long after a decision somebody's "this was not me" is taken to be about it. */
const disownedWithin = 72 * hour;
const notAssessed = 0.02;

/** The first id that a moment can have: ids begin with milliseconds (`newId`). */
function firstIdAt(at: Date): string {
  const hex = Math.max(0, at.getTime()).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}

/** The newest decisions about known people: a walk along the primary key that ends at the bound. */
const newest = ({ population, origin, since, most }: TrafficAsk) => sql`
  select id, at, principal, action, response, reasons, features, candidates, outcome, settled_at
  from checkpoint_decision
  where population = ${population} and id >= ${firstIdAt(since)} and ${idIsOf(origin, 'id')}
    and principal is not null and action <> 'undeclared'
  order by id desc limit ${most}`;

/** How decisions went, counted; at most one row for each of the ways that there are. */
export async function selectTraffic(db: Db, ask: TrafficAsk): Promise<readonly TrafficRow[]> {
  const { rows } = await sql<TrafficRow>`
    with newest as materialized (${newest(ask)}),
    disowned as (
      select distinct d.id from newest d join checkpoint_report r on r.population = ${ask.population} and r.principal = d.principal
        and r.at >= d.at and r.at < d.at + ${disownedWithin} * interval '1 millisecond')
    select action, coalesce(features #>> '{risk,band}', 'medium') as band, response,
      case when response = 'challenge' then jsonb_path_query_first(candidates, '$[*] ? (@.chosen == true).with') #>> '{}' end as asked,
      outcome,
      reasons ?| array['challenge-met', 'delay-over', 'review-approved', 'review-refused', 'cancelled']
        or (response = 'delay' and coalesce(features #>> '{pending,state}', '') = 'waiting')
        or (response = 'review' and coalesce(features #>> '{review,state}', '') = 'waiting') as again,
      disowned.id is not null as disowned,
      count(*)::int as decisions,
      sum(coalesce((features #>> '{risk,probability}')::float8, ${notAssessed})) as impostors
    from newest left join disowned using (id)
    group by 1, 2, 3, 4, 5, 6, 7`.execute(db);
  return rows;
}

/** Half of the challenges that were passed took no longer than this, in milliseconds, by action. */
export async function selectChallengeTimes(db: Db, ask: TrafficAsk): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ action: string; ms: number }>`
    with newest as materialized (${newest(ask)})
    select action, round(extract(epoch from percentile_disc(0.5) within group (order by settled_at - at)) * 1000)::float8 as ms
    from newest where response = 'challenge' and outcome = 'permitted' group by action`.execute(db);
  return new Map(rows.map(({ action, ms }) => [action, ms]));
}
