import { sql } from 'kysely';
import type { Db } from '../storage/index.ts';

/** A machine by its registration. */
export interface MachineRef {
  readonly population: string;
  readonly client: string;
}

/** Places, and when each was last seen; at most `limit` of the latest. */
export async function selectKnownNetworks(db: Db, { population, client }: MachineRef, limit: number): Promise<ReadonlyMap<string, Date>> {
  const { rows } = await sql<{ place: string; last_seen: Date }>`
    select place, last_seen from checkpoint_known_network where population = ${population} and client = ${client}
    order by last_seen desc limit ${limit}`.execute(db);
  return new Map(rows.map(({ place, last_seen: seen }) => [place, seen]));
}

/** Notes that it was there, and forgets where it was longest ago beyond `most`. */
export async function upsertKnownNetwork(
  db: Db, { population, client }: MachineRef, place: string, now: Date, most: number,
): Promise<void> {
  await sql`insert into checkpoint_known_network (population, client, place, first_seen, last_seen)
    values (${population}, ${client}, ${place}, ${now}, ${now})
    on conflict (population, client, place) do update set last_seen = greatest(checkpoint_known_network.last_seen, excluded.last_seen)`.execute(db);
  await sql`delete from checkpoint_known_network where population = ${population} and client = ${client} and place in (
    select place from checkpoint_known_network where population = ${population} and client = ${client}
    order by last_seen desc offset ${most})`.execute(db);
}

export async function deleteKnownNetworksBefore(db: Db, before: Date, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`delete from checkpoint_known_network where (population, client, place) in (
    select population, client, place from checkpoint_known_network where last_seen < ${before}
    limit ${limit} for update skip locked)`.execute(db);
  return Number(numAffectedRows ?? 0n);
}
