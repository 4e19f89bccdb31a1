import { sql, type Selectable } from 'kysely';
import type { Origin, PrincipalRef } from '../kernel/index.ts';
import { byPrincipal, idIsOf, lookUp, removeSimulatedRows, type Db } from '../storage/index.ts';
import { caseNumber } from './case-number.ts';
import type { CaseState, RecoveryCase, Route } from './recovery.ts';

type CaseTable = {
  recovery_case: {
    population: string; id: string; principal: string; route: Route; run: string; device: string;
    locale: string | null; opened_at: Date; wait_ms: string; due_at: Date | null; told_at: Date | null;
    state: CaseState; settled_at: Date | null; number: string | null; tries: number;
  };
};
type Row = Selectable<CaseTable['recovery_case']>;

const tables = (db: Db) => db.$extendTables<CaseTable>();
const living = ['asked', 'waiting'] as const;
const mostListed = 200;

/** Of two who open one for an account at once, one does; false for the other. */
export async function insertCase(tx: Db, each: RecoveryCase): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(tx).insertInto('recovery_case').values({
    population: each.population, id: each.id, principal: each.principal, route: each.route, run: each.run,
    device: each.device, locale: each.locale, opened_at: each.openedAt, wait_ms: String(each.wait),
    due_at: each.dueAt, told_at: null, state: each.state, settled_at: null, number: each.number, tries: 0,
  }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function selectLiving(db: Db, { population, principal }: PrincipalRef): Promise<RecoveryCase | undefined> {
  const row = await tables(db).selectFrom('recovery_case').selectAll()
    .where('population', '=', population).where('principal', '=', principal).where('state', 'in', living)
    .executeTakeFirst();
  return row && fromRow(row);
}

/** When the one was opened that isn't closed; undefined where there is none. */
export const selectLivingSince = lookUp<PrincipalRef, { opened_at: Date }, Date | undefined>({
  by: byPrincipal,
  find: `select asked.n, found.opened_at from asked, lateral (
    select opened_at from recovery_case it where it.population = asked.population and it.principal = asked.principal
      and it.state in ('asked', 'waiting') limit 1) found`,
  moments: ['opened_at'],
  found: ([row]) => row?.opened_at,
});

/** `lock` makes those who answer it wait for one another. */
export async function selectCase(db: Db, population: string, id: string, lock = false): Promise<RecoveryCase | undefined> {
  const query = tables(db).selectFrom('recovery_case').selectAll().where('population', '=', population).where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row && fromRow(row);
}

export async function selectOpen(db: Db, population: string): Promise<readonly RecoveryCase[]> {
  const rows = await tables(db).selectFrom('recovery_case').selectAll()
    .where('population', '=', population).where('state', 'in', living).orderBy('id').limit(mostListed).execute();
  return rows.map(fromRow);
}

export async function countSince(db: Db, { population, principal }: PrincipalRef, since: Date): Promise<number> {
  const { opened } = await tables(db).selectFrom('recovery_case')
    .select(({ fn }) => fn.countAll<number>().as('opened'))
    .where('population', '=', population).where('principal', '=', principal).where('opened_at', '>', since)
    .executeTakeFirstOrThrow();
  return Number(opened);
}

/** Starts the wait of one that is asked; of several who do, one gets it. */
export async function startWait(tx: Db, { population, id }: RecoveryCase, dueAt: Date): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx).updateTable('recovery_case').set({ state: 'waiting', due_at: dueAt })
    .where('population', '=', population).where('id', '=', id).where('state', '=', 'asked').executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Counts a wrong number, and gives how many there were. */
export async function countTry(tx: Db, { population, id }: RecoveryCase): Promise<number> {
  const { tries } = await tables(tx).updateTable('recovery_case').set(({ eb }) => ({ tries: eb('tries', '+', 1) }))
    .where('population', '=', population).where('id', '=', id).returning('tries').executeTakeFirstOrThrow();
  return tries;
}

/** Closes one that is in one of these states; of several who do, one gets it. */
export async function closeCase(
  tx: Db, { population, id }: RecoveryCase, from: readonly CaseState[], state: CaseState, now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx).updateTable('recovery_case').set({ state, settled_at: now })
    .where('population', '=', population).where('id', '=', id).where('state', 'in', from).executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Marks at most `limit` whose wait is over and whose owner wasn't told yet, and gives those. */
export async function markTold(tx: Db, now: Date, limit: number, only?: Origin): Promise<readonly RecoveryCase[]> {
  const { rows } = await sql<Row>`
    update recovery_case set told_at = ${now} where (population, id) in (
      select population, id from recovery_case where state = 'waiting' and due_at <= ${now} and told_at is null
        and ${idIsOf(only, 'id')} limit ${limit} for update skip locked)
    returning *`.execute(tx);
  return rows.map(fromRow);
}

/** Closes at most `limit` that were due, or asked, before these times. */
export async function expireCases(
  tx: Db, before: { readonly due: Date; readonly asked: Date }, now: Date, limit: number, only?: Origin,
): Promise<readonly RecoveryCase[]> {
  const { rows } = await sql<Row>`
    update recovery_case set state = 'expired', settled_at = ${now} where (population, id) in (
      select population, id from recovery_case
        where ((state = 'waiting' and due_at < ${before.due}) or (state = 'asked' and opened_at < ${before.asked}))
        and ${idIsOf(only, 'id')} limit ${limit} for update skip locked)
    returning *`.execute(tx);
  return rows.map(fromRow);
}

export async function deleteClosedBefore(tx: Db, before: Date, limit: number): Promise<void> {
  await sql`delete from recovery_case where (population, id) in (
    select population, id from recovery_case where state not in ('asked', 'waiting') and settled_at < ${before}
    limit ${limit} for update skip locked)`.execute(tx);
}

/** All that are simulated. */
export const removeSimulatedCases = (db: Db): Promise<number> => removeSimulatedRows(
  db, ['recovery_case', 'id'], ['recovery_contact', 'id']);

function fromRow(row: Row): RecoveryCase {
  return {
    population: row.population, id: row.id, caseNumber: caseNumber(row.id), principal: row.principal, route: row.route, run: row.run,
    device: row.device, locale: row.locale, openedAt: row.opened_at, wait: Number(row.wait_ms), dueAt: row.due_at,
    state: row.state, number: row.number,
  };
}
