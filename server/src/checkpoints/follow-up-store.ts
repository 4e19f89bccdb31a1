import { sql, type Selectable } from 'kysely';
import type { FollowUpKind } from '../../../contract/decision-record.ts';
import { hour } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';

/** Something that happened between an answer and its end. */
export interface FollowUp {
  readonly at: Date;
  /** Milliseconds since the answer. */
  readonly ms: number;
  readonly kind: FollowUpKind;
  /** A step or a kind of credential. */
  readonly what: string | null;
  /** Why it failed. */
  readonly code: string | null;
}

type FollowUpTable = {
  checkpoint_follow_up: {
    population: string; decision: string; event: string; at: Date; ms: string; kind: FollowUpKind; what: string | null; code: string | null;
  };
};

const mostKept = 60;

/** Happened in a run of a person, at an application where the run was begun by one. */
export interface Happened extends Omit<FollowUp, 'ms'> {
  readonly population: string;
  readonly principal: string;
  readonly run: string;
  readonly client: string | null;
  readonly event: string;
}

/** Adds it to the challenges of the person that were open then; the same event counts once, however often it comes. */
export async function insertFollowUp(db: Db, { population, principal, run, client, event, at, kind, what, code }: Happened): Promise<void> {
  await sql`
    insert into checkpoint_follow_up (population, decision, event, at, ms, kind, what, code)
    select population, id, ${event}, ${at}, extract(epoch from ${at}::timestamptz - at) * 1000, ${kind}, ${what}, ${code}
    from checkpoint_decision decision
    where population = ${population} and principal = ${principal} and response = 'challenge'
      and at <= ${at} and at > ${new Date(at.getTime() - hour)} and (settled_at is null or settled_at >= ${at})
      and (${client}::text is null or client = ${client}) and (run is null or run = ${run})
      and (select count(*) from checkpoint_follow_up known
        where known.population = decision.population and known.decision = decision.id) < ${mostKept}
    order by id desc limit 20
    on conflict do nothing`.execute(db);
}

/** In the order in which it happened. */
export async function selectFollowUps(db: Db, population: string, decision: string): Promise<readonly FollowUp[]> {
  const rows: readonly Pick<Selectable<FollowUpTable['checkpoint_follow_up']>, 'at' | 'ms' | 'kind' | 'what' | 'code'>[] = await db
    .$extendTables<FollowUpTable>().selectFrom('checkpoint_follow_up').select(['at', 'ms', 'kind', 'what', 'code'])
    .where('population', '=', population).where('decision', '=', decision).orderBy('at').orderBy('event').limit(mostKept).execute();
  return rows.map((row) => ({ ...row, ms: Number(row.ms) }));
}
