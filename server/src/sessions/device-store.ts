import { sql } from 'kysely';
import { day, type PrincipalRef } from '../kernel/index.ts';
import { inGroups, inPlace, type Db } from '../storage/index.ts';
import type { SessionKey } from './session-store.ts';
import type { KnownDevice } from './sessions.ts';

interface DeviceRow {
  population: string; principal: string; device: Buffer; label: string | null; first_seen_at: Date; seen_at: Date;
}

const tables = (db: Db) => db.$extendTables<{ session_device: DeviceRow }>();

/** More than these nobody is remembered on; those not seen for longest go. */
const mostDevices = 50;

/** Notes that a session began here. When it was last seen is kept to the day, so that most sign-ins write nothing. */
export async function noteDevice(
  tx: Db, { population, principal }: PrincipalRef, { device, label }: { device: Buffer; label: string | null }, at: Date,
): Promise<void> {
  const written = await tables(tx).insertInto('session_device')
    .values({ population, principal, device, label, first_seen_at: at, seen_at: at })
    .onConflict((conflict) => conflict.columns(['population', 'principal', 'device']).doUpdateSet({ seen_at: at, label })
      .where('session_device.seen_at', '<', new Date(at.getTime() - day)))
    .executeTakeFirst();
  if (!written.numInsertedOrUpdatedRows) return;
  const kept = tables(tx).selectFrom('session_device').select('device')
    .where('population', '=', population).where('principal', '=', principal)
    .orderBy('seen_at', 'desc').limit(mostDevices);
  await tables(tx).deleteFrom('session_device')
    .where('population', '=', population).where('principal', '=', principal).where('device', 'not in', kept)
    .execute();
}

/** Those used last come first. */
export async function selectDevices(
  db: Db, { population, principal }: PrincipalRef,
): Promise<readonly (Omit<KnownDevice, 'id' | 'posture'> & { readonly device: Buffer })[]> {
  const rows = await tables(db).selectFrom('session_device').select(['device', 'label', 'first_seen_at', 'seen_at'])
    .where('population', '=', population).where('principal', '=', principal)
    .orderBy('seen_at', 'desc').orderBy('first_seen_at', 'desc').limit(mostDevices).execute();
  return rows.map(({ device, label, first_seen_at: firstSeenAt, seen_at: lastSeenAt }) => ({ device, label, firstSeenAt, lastSeenAt }));
}

/** Since when somebody has had sessions in a browser. */
export async function selectKnownSince(db: Db, { population, principal }: PrincipalRef, device: Buffer): Promise<Date | undefined> {
  const row = await tables(db).selectFrom('session_device').select('first_seen_at')
    .where('population', '=', population).where('principal', '=', principal).where('device', '=', device).executeTakeFirst();
  return row?.first_seen_at;
}

/** Since when the device that this session began in has been known to its principal. */
export const selectDeviceSince = inGroups<SessionKey, Date | undefined>(async (db, keys) => {
  const { rows } = await sql<{ n: number; since: Date }>`
    select asked.n, known.first_seen_at as since
    from unnest(${keys.map(({ population }) => population)}::text[], ${keys.map(({ id }) => id)}::uuid[]) with ordinality as asked (population, id, n)
    join session s on s.population = asked.population and s.id = asked.id
    join session_device known on known.population = s.population and known.principal = s.principal and known.device = s.device_hash`.execute(db);
  return inPlace(keys.length, rows, ({ since }) => since);
});

export async function deleteDevicesOf(tx: Db, { population, principal }: PrincipalRef): Promise<void> {
  await tables(tx).deleteFrom('session_device')
    .where('population', '=', population).where('principal', '=', principal).execute();
}

/** Removes those not seen since `before`. Returns how many. */
export async function deleteDevicesSeenBefore(tx: Db, before: Date, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`delete from session_device where (population, principal, device) in (
    select population, principal, device from session_device where seen_at < ${before}
    limit ${limit} for update skip locked)`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}
