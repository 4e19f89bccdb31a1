import { sql } from 'kysely';
import type { PrincipalRef } from '../kernel/index.ts';
import { removeSimulatedRows, type Db } from '../storage/index.ts';

/** The sealed data key: null where it was destroyed, undefined where none was made yet. */
export async function readPrincipalKey(
  db: Db, { population, principal }: PrincipalRef,
): Promise<Buffer | null | undefined> {
  const { rows } = await sql<{ sealed: Buffer | null }>`select sealed from principal_key
    where population = ${population} and principal = ${principal}`.execute(db);
  return rows[0]?.sealed;
}

/** Stores a first key, unless there was one or somebody was faster; then theirs counts. */
export async function addPrincipalKey(
  tx: Db, { population, principal }: PrincipalRef, sealed: Buffer, at: Date,
): Promise<void> {
  await sql`insert into principal_key (population, principal, sealed, created_at)
    values (${population}, ${principal}, ${sealed}, ${at}) on conflict do nothing`.execute(tx);
}

/** Destroys the key, also ahead of time: where there was none, none will be made. */
export async function destroyPrincipalKey(tx: Db, { population, principal }: PrincipalRef, at: Date): Promise<void> {
  await sql`insert into principal_key (population, principal, sealed, created_at, destroyed_at)
    values (${population}, ${principal}, null, ${at}, ${at})
    on conflict (population, principal) do update set sealed = null, destroyed_at = excluded.destroyed_at
    where principal_key.destroyed_at is null`.execute(tx);
}

/** Those of everybody who is simulated. Returns how many. */
export const removeSimulatedKeys = (db: Db): Promise<number> => removeSimulatedRows(db, ['principal_key', 'principal']);
