import { sql, type ColumnType, type Selectable } from 'kysely';
import type { PrincipalRef } from '../kernel/index.ts';
import { idIsOf, type Db } from '../storage/index.ts';
import type { DecisionFilter, RecordedDecision } from './checkpoints.ts';
import type { Candidate, Response } from './decide.ts';
import type { Features } from './features.ts';
import type { TokenFeatures } from './token-features.ts';

type Json<T> = ColumnType<T, string, string>;

type WhatIfTable = {
  checkpoint_what_if: {
    population: string; id: string; at: Date; principal: string | null; action: string; response: Response; reasons: Json<readonly string[]>;
    features: Json<Features | TokenFeatures>; candidates: Json<readonly Candidate[]>; policy_version: number | null;
  };
};

const tables = (db: Db) => db.$extendTables<WhatIfTable>();

/** An answer to a made-up situation, as it is kept. */
export interface KeptWhatIf extends Pick<RecordedDecision, 'population' | 'id' | 'at' | 'action' | 'response' | 'reasons' | 'candidates' | 'policyVersion'> {
  readonly features: Features | TokenFeatures;
  /** Whose decision it began with. */
  readonly basedOn: string | null;
}

/** Keeps it, and of its population no more than the newest `most`. */
export async function insertWhatIf(tx: Db, { population, policyVersion, basedOn, reasons, features, candidates, ...kept }: KeptWhatIf, most: number): Promise<void> {
  await tables(tx).insertInto('checkpoint_what_if').values({
    ...kept, population, principal: basedOn, policy_version: policyVersion, reasons: JSON.stringify(reasons), features: JSON.stringify(features),
    candidates: JSON.stringify(candidates),
  }).execute();
  await sql`
    delete from checkpoint_what_if where population = ${population} and id in (
      select id from checkpoint_what_if where population = ${population} order by id desc offset ${most})`.execute(tx);
}

/** As decisions of nobody: whose decision one began with is not what it is about. */
export async function selectWhatIfs(db: Db, { population, action, response, origin, before, limit, principal }: DecisionFilter): Promise<readonly RecordedDecision[]> {
  if (principal !== undefined) return [];
  let query = tables(db).selectFrom('checkpoint_what_if').selectAll().where('population', '=', population);
  if (action !== undefined) query = query.where('action', '=', action);
  if (response !== undefined) query = query.where('response', '=', response);
  if (origin !== undefined) query = query.where(idIsOf(origin, 'id'));
  if (before !== undefined) query = query.where('id', '<', before);
  return (await query.orderBy('id', 'desc').limit(Math.min(limit, 200)).execute()).map(fromRow);
}

export async function selectWhatIf(db: Db, population: string, id: string): Promise<RecordedDecision | undefined> {
  const row = await tables(db).selectFrom('checkpoint_what_if').selectAll().where('population', '=', population).where('id', '=', id).executeTakeFirst();
  return row && fromRow(row);
}

export async function deleteWhatIfsOf(tx: Db, { population, principal }: PrincipalRef): Promise<void> {
  await tables(tx).deleteFrom('checkpoint_what_if').where('population', '=', population).where('principal', '=', principal).execute();
}

export async function deleteWhatIfsBefore(db: Db, before: Date, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from checkpoint_what_if where (population, id) in (
      select population, id from checkpoint_what_if where at < ${before} limit ${limit} for update skip locked)`.execute(db);
  return Number(numAffectedRows ?? 0);
}

const nowhere = { principal: null, session: null, run: null, client: 'limen:what-if', resourceType: '', digest: Buffer.alloc(0) } as const;

function fromRow({ policy_version: policyVersion, principal: _basedOn, ...row }: Selectable<WhatIfTable['checkpoint_what_if']>): RecordedDecision {
  return {
    ...row, ...nowhere, policyVersion, mode: 'what-if', would: null, outcome: null, settledAt: null, weighing: null, model: null, shadows: null,
  };
}
