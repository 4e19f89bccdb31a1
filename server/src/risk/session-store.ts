import { sql } from 'kysely';
import type { PrincipalRef } from '../kernel/index.ts';
import { lookUp, type Db } from '../storage/index.ts';
import type { Contribution } from './assess.ts';
import type { Traits } from './traits.ts';

/** What the sign-in of a session said when it happened. */
export interface SignInEvidence {
  readonly at: Date;
  readonly contributions: readonly Contribution[];
  readonly missing: readonly string[];
  /** Places in `historyBuckets` and `frequencies`. */
  readonly history: number;
  readonly frequency: number;
}

/** What waits to be learnt in full until nobody has objected for a while. */
export interface Unlearnt {
  readonly traits: Traits;
  /** How much of it was not learnt yet, 0 to 1. */
  readonly rest: number;
}

interface Row {
  readonly at: Date;
  readonly contributions: unknown;
  readonly missing: unknown;
  readonly history: string;
  readonly frequency: string;
}
type SessionTable = {
  risk_session: {
    population: string; session: string; principal: string; at: Date; contributions: string; missing: string;
    history: string; frequency: string; unlearnt: string | null;
  };
};

const evidence = (db: Db) => db.$extendTables<SessionTable>();

const rowOf = ({ contributions, missing, history, frequency }: SignInEvidence) => ({
  contributions: JSON.stringify(contributions), missing: JSON.stringify(missing), history: String(history), frequency: String(frequency),
});

export async function insertEvidence(
  tx: Db, { population, principal }: PrincipalRef, session: string, found: SignInEvidence, unlearnt: Unlearnt | null,
): Promise<void> {
  const row = { ...rowOf(found), at: found.at, unlearnt: unlearnt && JSON.stringify(unlearnt) };
  await evidence(tx).insertInto('risk_session').values({ population, principal, session, ...row })
    .onConflict((conflict) => conflict.columns(['population', 'session']).doUpdateSet(row)).execute();
}

export const selectEvidence = lookUp<{ readonly population: string; readonly session: string }, Row, SignInEvidence | undefined>({
  by: { population: ['text', ({ population }) => population], session: ['uuid', ({ session }) => session] },
  find: `select asked.n, seen.at, seen.contributions, seen.missing, seen.history, seen.frequency
    from asked, lateral (select * from risk_session it where it.population = asked.population and it.session = asked.session limit 1) seen`,
  moments: ['at'],
  found: ([row]) => row && {
    at: row.at, contributions: row.contributions as readonly Contribution[], missing: row.missing as readonly string[],
    history: Number(row.history), frequency: Number(row.frequency),
  },
});

/** What a session shows now, in place of what it showed before; what waits to be learnt of it waits on. */
export async function replaceEvidence(tx: Db, { population, principal }: PrincipalRef, session: string, found: SignInEvidence): Promise<void> {
  const row = rowOf(found);
  await evidence(tx).insertInto('risk_session').values({ population, principal, session, at: found.at, unlearnt: null, ...row })
    .onConflict((conflict) => conflict.columns(['population', 'session']).doUpdateSet(row)).execute();
}

/** Principals of whom something may be learnt in full now, those who wait for longest first; each once. */
export async function selectDue(db: Db, before: Date, limit: number): Promise<readonly PrincipalRef[]> {
  const { rows } = await sql<PrincipalRef>`
    select distinct population, principal from (
      select population, principal from risk_session where unlearnt is not null and at < ${before} order by at limit ${limit}) due`.execute(db);
  return rows;
}

/** Takes what waits to be learnt of a principal, each once. Whoever asks has locked their profile. */
export async function takeUnlearnt(
  tx: Db, { population, principal }: PrincipalRef, { session, before }: { readonly session?: string; readonly before?: Date } = {},
): Promise<readonly { readonly at: Date; readonly unlearnt: Unlearnt }[]> {
  const { rows } = await sql<{ at: Date; unlearnt: Unlearnt }>`
    with due as (
      select population, session, unlearnt from risk_session
      where population = ${population} and principal = ${principal} and unlearnt is not null
        and (${session ?? null}::uuid is null or session = ${session ?? null}::uuid)
        and (${before ?? null}::timestamptz is null or at < ${before ?? null}::timestamptz)
      order by at for update)
    update risk_session taken set unlearnt = null from due
    where taken.population = due.population and taken.session = due.session
    returning taken.at, due.unlearnt`.execute(tx);
  return rows;
}

export async function deleteEvidenceOf(tx: Db, { population, principal }: PrincipalRef): Promise<void> {
  await evidence(tx).deleteFrom('risk_session').where('population', '=', population).where('principal', '=', principal).execute();
}
