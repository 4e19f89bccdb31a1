import { sql } from 'kysely';
import type { Db } from '../storage/index.ts';
import type { UsedClient } from './subjects.ts';

/** Active people's accounts, and those of them not used since `unusedSince`. */
export async function countDormant(
  db: Db, population: string, simulated: boolean, unusedSince: Date,
): Promise<{ dormant: number; active: number }> {
  const { rows } = await sql<{ dormant: number; active: number }>`
    select count(*) filter (where coalesce(signed_in_at, created_at) < ${unusedSince}) as dormant, count(*) as active
    from measure_principal where population = ${population} and simulated = ${simulated}
      and is_person and is_active and created_at is not null`.execute(db);
  return rows[0]!;
}

/** Open sessions, those begun by `startedBy`, and of the others those whose level is one of `weak`. */
export async function countSessionsBeyond(
  db: Db, population: string, simulated: boolean, limits: { startedBy: Date; weak: readonly string[] },
): Promise<{ tooOld: number; tooWeak: number; open: number }> {
  const { rows } = await sql<{ tooOld: number; tooWeak: number; open: number }>`
    select count(*) filter (where started_at <= ${limits.startedBy}) as "tooOld",
      count(*) filter (where started_at > ${limits.startedBy} and acr = any(${[...limits.weak]}::text[])) as "tooWeak",
      count(*) as open
    from measure_session where population = ${population} and simulated = ${simulated}`.execute(db);
  return rows[0]!;
}

/** What is known of the use of a population's clients; secrets are made by real acts only. */
export async function readClientUse(
  db: Db, population: string, simulated: boolean,
): Promise<ReadonlyMap<string, UsedClient>> {
  const { rows } = await sql<UsedClient>`select population, client, max(secret_at) as "secretAt",
      max(token_at) filter (where simulated = ${simulated}) as "tokenAt"
    from measure_client where population = ${population} group by population, client limit 5000`.execute(db);
  return new Map(rows.map((row) => [row.client, row]));
}
