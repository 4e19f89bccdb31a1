import { sql, type Selectable } from 'kysely';
import type { RiskBand } from '../../../contract/risk.ts';
import type { Origin, PrincipalRef } from '../kernel/index.ts';
import { idIsOf, lookUp, type Db } from '../storage/index.ts';
import type { PendingAction } from './checkpoints.ts';
import { byQuestion, isAsked, type AskedAgain } from './same-question.ts';
import { takenBy } from './taken-by.ts';
import type { Taken } from './waiting-room.ts';

type PendingTable = {
  checkpoint_pending: {
    population: string; id: string; principal: string; client: string; action: string; digest: Buffer; decision: string;
    about: string; begun_at: Date; due_at: Date; cancel_hash: Buffer; state: PendingAction['state'];
    settled_at: Date | null;
  };
};

const tables = (db: Db) => db.$extendTables<PendingTable>();

/** Of two who begin the same action at once, one does; false for the other. */
export async function insertPending(
  tx: Db, action: PendingAction, secrets: { digest: Buffer; cancelHash: Buffer },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(tx).insertInto('checkpoint_pending').values({
    population: action.population, id: action.id, principal: action.principal, client: action.client,
    action: action.action, digest: secrets.digest, decision: action.decision, about: action.about,
    begun_at: action.begunAt, due_at: action.dueAt, cancel_hash: secrets.cancelHash, state: action.state,
    settled_at: null,
  }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** The one that waits, or else the last that was cancelled since. */
export const selectPending = lookUp<AskedAgain, Selectable<PendingTable['checkpoint_pending']> & { begun_at_risk: RiskBand | null }, PendingAction | undefined>({
  by: byQuestion,
  find: `select asked.n, found.* from asked, lateral (
      select it.*, (select coalesce(features #>> '{risk,band}', 'medium') from checkpoint_decision begun
        where begun.population = it.population and begun.id = it.decision) as begun_at_risk
      from checkpoint_pending it where ${isAsked}
        and (state = 'waiting' or (state = 'cancelled' and settled_at > asked.since))
      order by state desc, begun_at desc limit 1) found`,
  moments: ['begun_at', 'due_at', 'settled_at'],
  found: ([row]) => row && { ...fromRow(row), begunAtRisk: row.begun_at_risk ?? undefined },
});

/** By that application, and by others. */
export async function countWaiting(db: Db, { population, principal }: PrincipalRef, client: string): Promise<Taken> {
  const { rows: [taken] } = await sql<Taken>`
    select ${takenBy(client)} from checkpoint_pending
    where population = ${population} and principal = ${principal} and state = 'waiting'`.execute(db);
  return taken!;
}

export async function selectByCancelHash(db: Db, population: string, hash: Buffer): Promise<PendingAction | undefined> {
  const row = await tables(db).selectFrom('checkpoint_pending').selectAll()
    .where('population', '=', population).where('cancel_hash', '=', hash).executeTakeFirst();
  return row && fromRow(row);
}

/** Settles one that still waits; of several who do, one gets it. */
export async function settlePending(
  tx: Db, population: string, id: string, state: PendingAction['state'], now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx).updateTable('checkpoint_pending').set({ state, settled_at: now })
    .where('population', '=', population).where('id', '=', id).where('state', '=', 'waiting').executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Cancels all that wait for a principal, and gives those. */
export async function cancelAllOf(tx: Db, { population, principal }: PrincipalRef, now: Date): Promise<readonly PendingAction[]> {
  const rows = await tables(tx).updateTable('checkpoint_pending').set({ state: 'cancelled', settled_at: now })
    .where('population', '=', population).where('principal', '=', principal).where('state', '=', 'waiting')
    .returningAll().execute();
  return rows.map(fromRow);
}

/** Closes at most `limit` that could have gone on since `before`, and nobody asked. */
export async function expirePending(
  tx: Db, before: Date, now: Date, limit: number, only?: Origin,
): Promise<readonly PendingAction[]> {
  const { rows } = await sql<Selectable<PendingTable['checkpoint_pending']>>`
    update checkpoint_pending set state = 'expired', settled_at = ${now} where (population, id) in (
      select population, id from checkpoint_pending where state = 'waiting' and due_at < ${before}
        and ${idIsOf(only, 'id')} limit ${limit} for update skip locked)
    returning *`.execute(tx);
  return rows.map(fromRow);
}

export async function deletePendingBefore(tx: Db, before: Date, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`delete from checkpoint_pending where (population, id) in (
    select population, id from checkpoint_pending where state <> 'waiting' and settled_at < ${before}
    limit ${limit} for update skip locked)`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

function fromRow(row: Selectable<PendingTable['checkpoint_pending']>): PendingAction {
  return {
    population: row.population, id: row.id, principal: row.principal, client: row.client, action: row.action,
    decision: row.decision, about: row.about, begunAt: row.begun_at, dueAt: row.due_at, state: row.state,
  };
}
