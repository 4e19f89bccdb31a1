import { sql } from 'kysely';
import type { PrincipalRef } from '../kernel/index.ts';
import { inGroups, inPlace, type Db } from '../storage/index.ts';
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

export async function insertEvidence(
  tx: Db, { population, principal }: PrincipalRef, session: string, found: SignInEvidence, unlearnt: Unlearnt | null,
): Promise<void> {
  const row = {
    at: found.at, contributions: JSON.stringify(found.contributions), missing: JSON.stringify(found.missing),
    history: String(found.history), frequency: String(found.frequency), unlearnt: unlearnt && JSON.stringify(unlearnt),
  };
  await evidence(tx).insertInto('risk_session').values({ population, principal, session, ...row })
    .onConflict((conflict) => conflict.columns(['population', 'session']).doUpdateSet(row)).execute();
}

export const selectEvidence = inGroups<{ readonly population: string; readonly session: string }, SignInEvidence | undefined>(async (db, keys) => {
  const { rows } = await sql<Row & { n: number }>`
    select asked.n, seen.at, seen.contributions, seen.missing, seen.history, seen.frequency
    from unnest(${keys.map(({ population }) => population)}::text[], ${keys.map(({ session }) => session)}::uuid[]) with ordinality as asked (population, session, n)
    join risk_session seen on seen.population = asked.population and seen.session = asked.session`.execute(db);
  return inPlace(keys.length, rows, (row) => ({
    at: row.at, contributions: row.contributions as readonly Contribution[], missing: row.missing as readonly string[],
    history: Number(row.history), frequency: Number(row.frequency),
  }));
});

/** Takes what may be learnt in full now, each once; some other process may take others at the same time. */
export async function takeUnlearnt(
  tx: Db, before: Date, limit: number,
): Promise<readonly (PrincipalRef & { readonly at: Date; readonly unlearnt: Unlearnt })[]> {
  const { rows } = await sql<{ population: string; principal: string; at: Date; unlearnt: Unlearnt }>`
    with due as (
      select population, session, unlearnt from risk_session where unlearnt is not null and at < ${before}
      order by at limit ${limit} for update skip locked)
    update risk_session taken set unlearnt = null from due
    where taken.population = due.population and taken.session = due.session
    returning taken.population, taken.principal, taken.at, due.unlearnt`.execute(tx);
  return rows;
}

/** What somebody did who was not the owner is never learnt. */
export async function forgetUnlearnt(tx: Db, { population, principal }: PrincipalRef): Promise<void> {
  await evidence(tx).updateTable('risk_session').set({ unlearnt: null })
    .where('population', '=', population).where('principal', '=', principal).where('unlearnt', 'is not', null).execute();
}

export async function deleteEvidenceOf(tx: Db, { population, principal }: PrincipalRef): Promise<void> {
  await evidence(tx).deleteFrom('risk_session').where('population', '=', population).where('principal', '=', principal).execute();
}
