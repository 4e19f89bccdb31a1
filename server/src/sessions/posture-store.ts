import { sql } from 'kysely';
import type { PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';

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
export async function selectManagedUntil(db: Db, population: string, session: string): Promise<Date | undefined> {
  const { rows } = await sql<{ until: Date }>`
    select posture.managed_until as until from session s join session_posture posture
      on posture.population = s.population and posture.principal = s.principal and posture.device = s.device_hash
    where s.population = ${population} and s.id = ${session}`.execute(db);
  return rows[0]?.until;
}

export async function deletePosturesOf(tx: Db, { population, principal }: PrincipalRef): Promise<void> {
  await tables(tx).deleteFrom('session_posture')
    .where('population', '=', population).where('principal', '=', principal).execute();
}

export async function deletePosturesBefore(tx: Db, before: Date, limit: number): Promise<void> {
  await sql`delete from session_posture where (population, principal, device) in (
    select population, principal, device from session_posture where managed_until < ${before}
    limit ${limit} for update skip locked)`.execute(tx);
}
