import { sql } from 'kysely';
import type { PrincipalRef } from '../kernel/index.ts';
import { lookUp, type Db } from '../storage/index.ts';
import { bySession, type SessionKey } from './session-store.ts';

interface PostureRow {
  population: string; principal: string; device: Buffer; managed_until: Date; source: string; marked_at: Date;
}

const tables = (db: Db) => db.$extendTables<{ session_posture: PostureRow }>();

/** That a device of theirs is managed, until when, and who says so. */
export interface Posture {
  readonly managedUntil: Date;
  readonly source: string;
}

export async function upsertPosture(
  tx: Db, { population, principal }: PrincipalRef, device: Buffer, { managedUntil, source }: Posture, at: Date,
): Promise<void> {
  await tables(tx).insertInto('session_posture')
    .values({ population, principal, device, managed_until: managedUntil, source, marked_at: at })
    .onConflict((conflict) => conflict.columns(['population', 'principal', 'device'])
      .doUpdateSet({ managed_until: managedUntil, source, marked_at: at }))
    .execute();
}

export async function deletePosture(tx: Db, { population, principal }: PrincipalRef, device: Buffer): Promise<void> {
  await tables(tx).deleteFrom('session_posture')
    .where('population', '=', population).where('principal', '=', principal).where('device', '=', device).execute();
}

export async function selectPostures(
  db: Db, { population, principal }: PrincipalRef,
): Promise<readonly (Posture & { readonly device: Buffer })[]> {
  const rows = await tables(db).selectFrom('session_posture').select(['device', 'managed_until', 'source'])
    .where('population', '=', population).where('principal', '=', principal).execute();
  return rows.map(({ device, managed_until: managedUntil, source }) => ({ device, managedUntil, source }));
}

/** Until when the device that this session began in is managed. */
export const selectManagedUntil = lookUp<SessionKey, { until: Date }, Date | undefined>({
  by: bySession,
  find: `select asked.n, posture.managed_until as until from asked, lateral (
      select population, principal, device_hash from session it where it.population = asked.population and it.id = asked.id limit 1) s, lateral (
      select managed_until from session_posture it
      where it.population = s.population and it.principal = s.principal and it.device = s.device_hash limit 1) posture`,
  moments: ['until'],
  found: ([row]) => row?.until,
});

export async function deletePosturesOf(tx: Db, { population, principal }: PrincipalRef): Promise<void> {
  await tables(tx).deleteFrom('session_posture')
    .where('population', '=', population).where('principal', '=', principal).execute();
}

export async function deletePosturesBefore(tx: Db, before: Date, limit: number): Promise<void> {
  await sql`delete from session_posture where (population, principal, device) in (
    select population, principal, device from session_posture where managed_until < ${before}
    limit ${limit} for update skip locked)`.execute(tx);
}
