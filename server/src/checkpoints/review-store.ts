import { sql, type Selectable } from 'kysely';
import type { Origin, PrincipalRef } from '../kernel/index.ts';
import { idIsOf, lookUp, type Db } from '../storage/index.ts';
import { byQuestion, isAsked, type AskedAgain, type SameQuestion } from './same-question.ts';
import { takenBy } from './taken-by.ts';
import type { Taken } from './waiting-room.ts';
import type { ActionReview } from './reviews.ts';

type ReviewTable = {
  checkpoint_review: {
    population: string; id: string; principal: string; client: string; action: string; digest: Buffer; decision: string;
    about: string; device: string; asked_at: Date; expires_at: Date; state: ActionReview['state'];
    decided_in: string | null; decided_by: string | null; reason: string | null; decided_at: Date | null; settled_at: Date | null;
  };
};

const tables = (db: Db) => db.$extendTables<ReviewTable>();

/** Of two who ask for the same one at once, one does; false for the other. */
export async function insertReview(tx: Db, review: ActionReview, digest: Buffer): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(tx).insertInto('checkpoint_review').values({
    population: review.population, id: review.id, principal: review.principal, client: review.client, action: review.action,
    digest, decision: review.decision, about: review.about, device: review.device, asked_at: review.askedAt,
    expires_at: review.expiresAt, state: review.state, decided_in: null, decided_by: null, reason: null, decided_at: null,
    settled_at: null,
  }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** What is open of the same question, or else the last that was refused since. */
export const selectReviewOf = lookUp<AskedAgain, Selectable<ReviewTable['checkpoint_review']>, ActionReview | undefined>({
  by: byQuestion,
  find: `select asked.n, found.* from asked, lateral (
      select * from checkpoint_review it where ${isAsked}
        and ((state in ('waiting', 'approved') and expires_at > asked.now) or (state = 'refused' and settled_at > asked.since))
      order by state = 'refused', asked_at desc limit 1) found`,
  moments: ['asked_at', 'expires_at', 'decided_at', 'settled_at'],
  found: ([row]) => row && fromRow(row),
});

export async function selectReview(
  db: Db, population: string, id: string, forUpdate = false,
): Promise<ActionReview | undefined> {
  const query = tables(db).selectFrom('checkpoint_review').selectAll()
    .where('population', '=', population).where('id', '=', id);
  const row = await (forUpdate ? query.forUpdate() : query).executeTakeFirst();
  return row && fromRow(row);
}

/** Those that wait, the first to expire first; else the last that were decided or closed. */
export async function selectReviews(
  db: Db, population: string, which: 'waiting' | 'closed', { now, limit }: { now: Date; limit: number },
): Promise<readonly ActionReview[]> {
  const all = tables(db).selectFrom('checkpoint_review').selectAll().where('population', '=', population);
  const query = which === 'waiting'
    ? all.where('state', '=', 'waiting').where('expires_at', '>', now).orderBy('expires_at')
    : all.where('state', '<>', 'waiting').orderBy('id', 'desc');
  return (await query.limit(limit).execute()).map(fromRow);
}

/** By that application, and by others. */
export async function countWaitingReviews(tx: Db, { population, principal }: PrincipalRef, client: string, now: Date): Promise<Taken> {
  const { rows: [taken] } = await sql<Taken>`
    select ${takenBy(client)} from checkpoint_review
    where population = ${population} and principal = ${principal} and state = 'waiting' and expires_at > ${now}`.execute(tx);
  return taken!;
}

export interface Verdict {
  readonly state: 'approved' | 'refused';
  readonly by: PrincipalRef;
  readonly reason: string;
  readonly now: Date;
  readonly expiresAt: Date;
}

/** Of several who decide the same one, one does. */
export async function decideReview(
  tx: Db, { population, id }: ActionReview, { state, by, reason, now, expiresAt }: Verdict,
): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx).updateTable('checkpoint_review').set({
    state, decided_in: by.population, decided_by: by.principal, reason, decided_at: now, expires_at: expiresAt,
    settled_at: state === 'refused' ? now : null,
  }).where('population', '=', population).where('id', '=', id).where('state', '=', 'waiting').where('expires_at', '>', now)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** A yes permits once: true for the one who takes it. */
export async function useReview(tx: Db, { population, id }: ActionReview, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx).updateTable('checkpoint_review').set({ state: 'used', settled_at: now })
    .where('population', '=', population).where('id', '=', id).where('state', '=', 'approved').where('expires_at', '>', now)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Withdraws all that is open of a principal, and gives those nobody had looked at. */
export async function withdrawReviewsOf(
  tx: Db, { population, principal }: PrincipalRef, now: Date,
): Promise<readonly ActionReview[]> {
  const { rows } = await sql<Selectable<ReviewTable['checkpoint_review']>>`
    update checkpoint_review set state = 'withdrawn', settled_at = ${now}
    where population = ${population} and principal = ${principal} and state in ('waiting', 'approved')
    returning *`.execute(tx);
  return rows.map(fromRow).filter(({ decidedAt }) => decidedAt === null);
}

/** Closes one of the same question whose time is over, so that another can be asked for. */
export async function expireReviewOf(tx: Db, same: SameQuestion, now: Date): Promise<readonly ActionReview[]> {
  const rows = await tables(tx).updateTable('checkpoint_review').set({ state: 'expired', settled_at: now })
    .where('population', '=', same.population).where('principal', '=', same.principal)
    .where('client', '=', same.client).where('digest', '=', same.digest)
    .where('state', 'in', ['waiting', 'approved']).where('expires_at', '<=', now).returningAll().execute();
  return rows.map(fromRow).filter(({ decidedAt }) => decidedAt === null);
}

/** Closes at most `limit` whose time is over, and gives those nobody had looked at. */
export async function expireReviews(
  tx: Db, now: Date, limit: number, only?: Origin,
): Promise<{ readonly closed: number; readonly unseen: readonly ActionReview[] }> {
  const { rows } = await sql<Selectable<ReviewTable['checkpoint_review']>>`
    update checkpoint_review set state = 'expired', settled_at = ${now} where (population, id) in (
      select population, id from checkpoint_review where state in ('waiting', 'approved') and expires_at <= ${now}
        and ${idIsOf(only, 'id')} limit ${limit} for update skip locked)
    returning *`.execute(tx);
  return { closed: rows.length, unseen: rows.map(fromRow).filter(({ decidedAt }) => decidedAt === null) };
}

export async function deleteReviewsBefore(tx: Db, before: Date, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`delete from checkpoint_review where (population, id) in (
    select population, id from checkpoint_review where state not in ('waiting', 'approved') and settled_at < ${before}
    limit ${limit} for update skip locked)`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

function fromRow(row: Selectable<ReviewTable['checkpoint_review']>): ActionReview {
  const { decided_in: place, decided_by: decider } = row;
  return {
    population: row.population, id: row.id, principal: row.principal, client: row.client, action: row.action,
    decision: row.decision, about: row.about, device: row.device, askedAt: row.asked_at, expiresAt: row.expires_at,
    state: row.state, decidedBy: place !== null && decider !== null ? { population: place, principal: decider } : null,
    reason: row.reason, decidedAt: row.decided_at, settledAt: row.settled_at,
  };
}
