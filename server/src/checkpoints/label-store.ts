import { sql } from 'kysely';
import type { LabelEntry, LabelSource } from '../../../contract/decision-record.ts';
import type { PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import type { DecisionLabel } from './label.ts';

type LabelTable = {
  checkpoint_label: {
    population: string; decision: string; source: LabelSource; reference: string; revision: number; principal: string | null;
    verdict: LabelEntry; confidence: number; at: Date; given_by: string; note: string | null;
  };
};

const tables = (db: Db) => db.$extendTables<LabelTable>();

/** More than can be given of one decision (`label.ts`), so that none is ever left out. */
const mostListed = 200;

interface Whose { readonly population: string; readonly decision: string; readonly principal: string | null }

/** False where that revision was written before: of two at once, the first one stands. */
export async function insertLabel(tx: Db, { population, decision, principal }: Whose, label: DecisionLabel): Promise<boolean> {
  const { givenBy, ...said } = label;
  const { numInsertedOrUpdatedRows } = await tables(tx).insertInto('checkpoint_label')
    .values({ population, decision, principal, ...said, given_by: givenBy })
    .onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Oldest first. */
export async function selectLabels(db: Db, population: string, decision: string): Promise<readonly DecisionLabel[]> {
  const rows = await tables(db).selectFrom('checkpoint_label').selectAll().where('population', '=', population)
    .where('decision', '=', decision).orderBy('at').orderBy('source').orderBy('revision').limit(mostListed).execute();
  return rows.map(({ given_by: givenBy, source, reference, revision, verdict, confidence, at, note }) => (
    { source, reference, revision, verdict, confidence, at, givenBy, note }));
}

/** A decision that something is said about. */
export interface LabelledDecision { readonly id: string; readonly action: string }

/** The sessions in which a person asked for something then, those used last first. */
export async function selectSessionsAsking(
  db: Db, { population, principal }: PrincipalRef, since: Date, until: Date, limit: number,
): Promise<readonly string[]> {
  const { rows } = await sql<{ session: string }>`
    select session from checkpoint_decision
    where population = ${population} and principal = ${principal} and at >= ${since} and at <= ${until} and session is not null
    group by session order by max(id::text) desc limit ${limit}`.execute(db);
  return rows.map(({ session }) => session);
}

interface Unlabelled extends PrincipalRef {
  /** No label of this one is on it yet. */
  readonly source: LabelSource;
  readonly since: Date;
  readonly until: Date;
  /** Only of these; of any where left out. */
  readonly sessions?: readonly string[];
  /** Whether the action went on after it; what was stopped, or is open, where false. */
  readonly permitted: boolean;
}

/** Decisions about somebody, newest first. */
export async function selectUnlabelled(
  db: Db, { population, principal, source, since, until, sessions, permitted }: Unlabelled, limit: number,
): Promise<readonly LabelledDecision[]> {
  const { rows } = await sql<LabelledDecision>`
    select id, action from checkpoint_decision decision
    where population = ${population} and principal = ${principal} and at >= ${since} and at <= ${until}
      and coalesce(response in ('allow', 'notify') or outcome in ('permitted', 'executed', 'approved'), false) = ${permitted}
      and ${sessions === undefined ? sql`true` : sql`session = any(${[...sessions]}::uuid[])`}
      and not exists (select from checkpoint_label label where label.population = decision.population
        and label.decision = decision.id and label.source = ${source})
    order by id desc limit ${limit}`.execute(db);
  return rows;
}
