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

/** More than these are not kept of one decision, those taken back among them. */
export const mostLabels = 50;

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
    .where('decision', '=', decision).orderBy('at').orderBy('source').orderBy('revision').limit(mostLabels).execute();
  return rows.map(({ given_by: givenBy, source, reference, revision, verdict, confidence, at, note }) => (
    { source, reference, revision, verdict, confidence, at, givenBy, note }));
}

/** A decision that something says something about. */
export interface LabelledDecision { readonly id: string; readonly action: string; readonly client: string; readonly session: string | null }

/** What went on after a decision since then, newest first, and has no label from that source yet. */
export async function selectPermittedSince(
  db: Db, { population, principal }: PrincipalRef, source: LabelSource, since: Date, until: Date, limit: number,
): Promise<readonly LabelledDecision[]> {
  const { rows } = await sql<LabelledDecision>`
    select id, action, client, session from checkpoint_decision decision
    where population = ${population} and principal = ${principal} and at >= ${since} and at <= ${until}
      and (response in ('allow', 'notify') or outcome in ('permitted', 'executed', 'approved'))
      and not exists (select from checkpoint_label label where label.population = decision.population
        and label.decision = decision.id and label.source = ${source})
    order by id desc limit ${limit}`.execute(db);
  return rows;
}
