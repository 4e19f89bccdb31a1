/** The same figures by SQL over the raw events, written without a look at how they are counted. */
import { sql, type RawBuilder } from 'kysely';
import type { MeasureKey } from '../../../contract/measures/index.ts';
import type { Db } from '../storage/index.ts';

export interface Counted {
  readonly numerator: number;
  readonly sample?: number;
  /** For quantiles, exact. */
  readonly value?: number | null;
  readonly parts?: Readonly<Record<string, number>>;
}

export interface CountAsk {
  readonly db: Db;
  readonly population: string;
  readonly simulated: boolean;
  readonly from: Date;
  readonly to: Date;
  readonly now: Date;
}

type Recount = (ask: CountAsk) => Promise<Counted>;

const here = ({ population, simulated }: CountAsk): RawBuilder<unknown> => (
  sql`(select * from told where population = ${population} and simulated = ${simulated})`);
const within = ({ from, to }: CountAsk, column = 'at'): RawBuilder<unknown> => (
  sql`${sql.raw(column)} >= ${from} and ${sql.raw(column)} < ${to}`);

async function one(db: Db, query: RawBuilder<unknown>): Promise<Record<string, number | null>> {
  const { rows } = await query.execute(db);
  return rows[0] as Record<string, number | null>;
}

async function split(db: Db, query: RawBuilder<unknown>): Promise<Counted> {
  const { rows } = await query.execute(db) as { rows: { name: string; count: number }[] };
  return {
    numerator: rows.reduce((sum, { count }) => sum + count, 0),
    parts: Object.fromEntries(rows.map(({ name, count }) => [name, count])),
  };
}

/** Runs of a purpose that began in the time, each with its end. */
const runs = (ask: CountAsk, purpose: string): RawBuilder<unknown> => sql`(select began.run, began.at, done.type as ending,
    done.open->>'reason' as reason, (done.open->>'ms')::int as ms
  from ${here(ask)} began left join ${here(ask)} done on done.run = began.run
    and done.type in ('run.completed', 'run.refused', 'run.expired')
  where began.type = 'run.started' and began.open->>'purpose' = ${purpose} and ${within(ask, 'began.at')})`;

const runCount = (purpose: string): Recount => async (ask) => {
  const { n } = await one(ask.db, sql`select count(*) as n from ${runs(ask, purpose)} r`);
  return { numerator: n! };
};
const runShare = (purpose: string): Recount => async (ask) => {
  const { n, of } = await one(ask.db, sql`select count(*) filter (where ending = 'run.completed') as n, count(*) as of
    from ${runs(ask, purpose)} r`);
  return { numerator: n!, sample: of! };
};
const runLeft = (purpose: string): Recount => (ask) => split(ask.db, sql`
  select coalesce(place, '') || ': ' || coalesce(reason, 'expired') as name, count(*) from ${runs(ask, purpose)} r
  left join lateral (select (open->>'journey') || '/' || (open->>'step') as place from ${here(ask)} s
    where s.run = r.run and s.type = 'run.step_entered' and s.open->>'kind' not in ('decide', 'complete', 'refuse')
    order by position desc limit 1) last on true
  where ending in ('run.refused', 'run.expired') group by 1`);
const runEndings = (purpose: string): Recount => (ask) => split(ask.db, sql`
  select case when reason = 'cancelled' then 'cancelled' else substring(ending from 5) end as name, count(*)
  from ${runs(ask, purpose)} r where ending is not null group by 1`);
const runTime = (q: number): Recount => async (ask) => {
  const { n, value } = await one(ask.db, sql`select count(*) as n,
      percentile_disc(${q}) within group (order by ms) as value
    from ${runs(ask, 'sign-in')} r where ending = 'run.completed'`);
  return { numerator: n!, value: value! };
};
const events = (type: string, by: string): Recount => (ask) => split(ask.db, sql`
  select open->>${sql.lit(by)} as name, count(*) from ${here(ask)} e where type = ${type} and ${within(ask)} group by 1`);
const pairs = (type: string, a: string, b: string): Recount => (ask) => split(ask.db, sql`
  select (open->>${sql.lit(a)}) || ': ' || (open->>${sql.lit(b)}) as name, count(*) from ${here(ask)} e
  where type = ${type} and ${within(ask)} group by 1`);

const eventShare = (condition: RawBuilder<unknown>, among: readonly string[]): Recount => async (ask) => {
  const { n, of } = await one(ask.db, sql`select count(*) filter (where ${condition}) as n, count(*) as of
    from ${here(ask)} e where type = any(${[...among]}::text[]) and ${within(ask)}`);
  return { numerator: n!, sample: of! };
};

/** The built-in journey of that purpose has its name. */
const recoveries = (ask: CountAsk): RawBuilder<unknown> => sql`(select began.run from ${here(ask)} began
  where began.type = 'run.started' and ${within(ask, 'began.at')} and (began.open->>'purpose' = 'recover'
    or exists (select from ${here(ask)} s where s.run = began.run and s.type = 'run.step_entered'
      and s.open->>'journey' = 'recover')))`;
const recoveryCount: Recount = async (ask) => {
  const { n } = await one(ask.db, sql`select count(*) as n from ${recoveries(ask)} r`);
  return { numerator: n! };
};
const recoveryShare: Recount = async (ask) => {
  const { n, of } = await one(ask.db, sql`select count(*) as of, count(*) filter (where exists (
      select from ${here(ask)} d where d.run = r.run and d.type = 'principal.recovered')) as n
    from ${recoveries(ask)} r`);
  return { numerator: n!, sample: of! };
};

const passkeyShare: Recount = async (ask) => {
  const { n, of } = await one(ask.db, sql`select count(*) filter (where exists (select from ${here(ask)} c
      where c.run = r.run and c.type = 'credential.accepted' and c.open->>'kind' = 'passkey')) as n, count(*) as of
    from ${runs(ask, 'sign-in')} r where ending = 'run.completed'`);
  return { numerator: n!, sample: of! };
};

/** By what the log told before: the reset that is latest by its time among those with a lower position. */
const resetThenPayout: Recount = async (ask) => {
  const { n } = await one(ask.db, sql`select count(*) as n from ${here(ask)} p
    cross join lateral (select max(at) as at from ${here(ask)} r where r.principal = p.principal
      and r.position < p.position and (r.type = 'principal.recovered'
        or r.type = 'credential.removed' and r.open->>'kind' = 'password' and r.open->>'reason' = 'replaced')) reset
    where p.open->>'action' = 'payout.change' and ${within(ask, 'p.at')}
      and (p.type = 'decision.made' and p.open->>'response' in ('allow', 'notify')
        or p.type = 'decision.settled' and p.open->>'response' = 'delay' and p.open->>'outcome' = 'executed')
      and p.at - reset.at between interval '0' and interval '72 hours'`);
  return { numerator: n! };
};

const helpDesk: Recount = async (ask) => {
  const { n } = await one(ask.db, sql`select count(*) as n from ${here(ask)} l where type = 'invitation.issued'
    and ${within(ask)} and exists (select from ${here(ask)} b where b.principal = l.principal
      and b.type = 'credential.bound' and b.position < l.position)`);
  return { numerator: n! };
};

const dormant: Recount = async (ask) => {
  const { n, of } = await one(ask.db, sql`select count(*) filter (where used < ${ask.now}::timestamptz - interval '90 days') as n,
      count(*) as of
    from (select coalesce((select max(at) from ${here(ask)} s where s.type = 'session.started'
          and s.principal = c.principal), c.at) as used,
        (select type from ${here(ask)} s where s.principal = c.principal
          and s.type in ('principal.suspended', 'principal.reactivated') order by position desc limit 1) as state
      from ${here(ask)} c where c.type = 'principal.created' and c.open->>'kind' = 'person'
        and not exists (select from ${here(ask)} g where g.principal = c.principal and g.type = 'principal.erased')) a
    where state is distinct from 'principal.suspended'`);
  return { numerator: n!, sample: of! };
};

/** The built-in policy: 12 hours, and a second factor. */
const beyondPolicy = (total: string, required: readonly string[]): Recount => async (ask) => {
  const { old, weak, of } = await one(ask.db, sql`select count(*) filter (where old) as old,
      count(*) filter (where not old and acr <> all(${[...required]}::text[])) as weak, count(*) as of
    from (select s.at <= ${ask.now}::timestamptz - ${total}::interval as old,
        coalesce((select r.open->>'acr' from ${here(ask)} r where r.session = s.session and r.type = 'session.raised'
          order by position desc limit 1), s.open->>'acr') as acr
      from ${here(ask)} s where s.type = 'session.started' and not exists (select from ${here(ask)} e
        where e.session = s.session and e.type = 'session.ended')) open_sessions`);
  return { numerator: old! + weak!, sample: of!, parts: { 'too old': old!, 'too weak': weak! } };
};

const timeSpent: Recount = async (ask) => {
  const { n, of } = await one(ask.db, sql`select coalesce(sum(ms), 0) as n, count(*) as of
    from ${runs(ask, 'sign-in')} r where ending = 'run.completed'`);
  return { numerator: n!, sample: of! };
};

const refusedRuns: Recount = (ask) => split(ask.db, sql`select reason as name, count(*)
  from ${runs(ask, 'sign-in')} r where ending = 'run.refused' and reason <> 'cancelled' group by 1`);

const refusedShare = eventShare(sql`type = 'credential.refused'`, ['credential.refused', 'credential.accepted']);

/** Each figure of people; `total` and `required` are what the workforce's policy says of sessions. */
export function recounts(total: string, required: readonly string[]): Partial<Record<MeasureKey, Recount>> {
  return {
    'customer.sign-up.started': runCount('sign-up'),
    'customer.sign-up.completed': runShare('sign-up'),
    'customer.sign-up.left-at': runLeft('sign-up'),
    'customer.sign-in.started': runCount('sign-in'),
    'customer.sign-in.completed': runShare('sign-in'),
    'customer.sign-in.left-at': runLeft('sign-in'),
    'customer.sign-in.time-p50': runTime(0.5),
    'customer.sign-in.time-p95': runTime(0.95),
    'customer.sign-in.passkey-share': passkeyShare,
    'customer.challenge.started': runCount('step-up'),
    'customer.challenge.ended': runEndings('step-up'),
    'customer.challenge.passed': runShare('step-up'),
    'customer.decision.made': pairs('decision.made', 'action', 'response'),
    'customer.decision.settled': pairs('decision.settled', 'response', 'outcome'),
    'customer.recovery.started': recoveryCount,
    'customer.recovery.completed': recoveryShare,
    'customer.attempt.failed': events('credential.refused', 'kind'),
    'customer.attempt.failed-share': refusedShare,
    'customer.not-me.reported': events('report.not_me', 'about'),
    'customer.reset-then-payout': resetThenPayout,
    'workforce.factor.used': events('credential.accepted', 'kind'),
    'workforce.session.phishing-resistant': eventShare(sql`open->>'acr' = 'urn:limen:acr:phr'`, ['session.started']),
    'workforce.session.beyond-policy': beyondPolicy(total, required),
    'workforce.attempt.refused': events('credential.refused', 'kind'),
    'workforce.sign-in.refused': refusedRuns,
    'workforce.account.dormant': dormant,
    'workforce.sign-in.started': runCount('sign-in'),
    'workforce.sign-in.completed': runShare('sign-in'),
    'workforce.sign-in.time-p50': runTime(0.5),
    'workforce.sign-in.time-p95': runTime(0.95),
    'workforce.sign-in.time-spent': timeSpent,
    'workforce.recovery.started': recoveryCount,
    'workforce.recovery.completed': recoveryShare,
    'workforce.lock-out': events('credential.throttled', 'kind'),
    'workforce.help-desk.reset': helpDesk,
  };
}
