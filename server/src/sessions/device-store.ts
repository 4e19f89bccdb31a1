import { sql } from 'kysely';
import { day, type PrincipalRef } from '../kernel/index.ts';
import { lookUp, type Db } from '../storage/index.ts';
import { ownSince, type DeviceTimes } from './own-device.ts';
import { bySession, type SessionKey } from './session-store.ts';
import type { KnownDevice } from './sessions.ts';

interface DeviceRow {
  population: string; principal: string; device: Buffer; label: string | null; first_seen_at: Date; seen_at: Date; confirmed_at: Date | null;
}

const tables = (db: Db) => db.$extendTables<{ session_device: DeviceRow }>();

/** More than these nobody is remembered on; those not seen for longest go. */
const mostDevices = 50;

/**
 * Notes that somebody is signed in here, and whether they have just proved more than what can be stolen from afar. When
 * it was last seen is kept to the day, so that most sign-ins write nothing.
 */
export async function noteDevice(
  tx: Db, { population, principal }: PrincipalRef, { device, label, confirmed }: { device: Buffer; label: string | null; confirmed: boolean }, at: Date,
): Promise<void> {
  const written = await tables(tx).insertInto('session_device')
    .values({ population, principal, device, label, first_seen_at: at, seen_at: at, confirmed_at: confirmed ? at : null })
    .onConflict((conflict) => conflict.columns(['population', 'principal', 'device'])
      .doUpdateSet({ seen_at: at, label, ...(confirmed ? { confirmed_at: sql<Date>`coalesce(session_device.confirmed_at, ${at})` } : {}) })
      .where((where) => where.or([
        where('session_device.seen_at', '<', new Date(at.getTime() - day)),
        ...(confirmed ? [where('session_device.confirmed_at', 'is', null)] : []),
      ])))
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

/** Since when a browser counts as a principal's own; undefined while it doesn't. */
export async function selectKnownSince(
  db: Db, { population, principal }: PrincipalRef, device: Buffer, now: Date,
): Promise<Date | undefined> {
  const row = await tables(db).selectFrom('session_device').select(['first_seen_at', 'confirmed_at'])
    .where('population', '=', population).where('principal', '=', principal).where('device', '=', device).executeTakeFirst();
  return row && ownSince(timesOf(row), now);
}

const timesOf = ({ first_seen_at: firstSeenAt, confirmed_at: confirmedAt }: Pick<DeviceRow, 'first_seen_at' | 'confirmed_at'>): DeviceTimes => ({ firstSeenAt, confirmedAt });

const selectDeviceOf = lookUp<SessionKey, Pick<DeviceRow, 'first_seen_at' | 'confirmed_at'>, DeviceTimes | undefined>({
  by: bySession,
  find: `select asked.n, known.* from asked, lateral (
      select population, principal, device_hash from session it where it.population = asked.population and it.id = asked.id limit 1) s, lateral (
      select first_seen_at, confirmed_at from session_device it
      where it.population = s.population and it.principal = s.principal and it.device = s.device_hash limit 1) known`,
  moments: ['first_seen_at', 'confirmed_at'],
  found: ([row]) => row && timesOf(row),
});

/** The same of the browser that a session is in. */
export async function selectDeviceSince(db: Db, key: SessionKey, now: Date): Promise<Date | undefined> {
  const times = await selectDeviceOf(db, key);
  return times && ownSince(times, now);
}

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
