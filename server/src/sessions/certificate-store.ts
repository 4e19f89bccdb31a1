import { sql } from 'kysely';
import type { PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import type { DeviceKey } from './sessions.ts';

interface KeyRow {
  population: string; principal: string; id: string; key: Buffer; name: string; registered_at: Date; ends_at: Date;
}
interface CertificateRow {
  population: string; session: string; principal: string; key: Buffer; authority: Buffer | null; managed_until: Date;
}

const tables = (db: Db) => db.$extendTables<{ session_device_key: KeyRow; session_certificate: CertificateRow }>();

/** False where the key is registered for them already. */
export async function insertDeviceKey(tx: Db, { population, principal }: PrincipalRef, key: Buffer, { id, name, registeredAt, endsAt }: DeviceKey): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(tx).insertInto('session_device_key')
    .values({ population, principal, id, key, name, registered_at: registeredAt, ends_at: endsAt })
    .onConflict((conflict) => conflict.columns(['population', 'principal', 'key']).doNothing()).executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Those that count now, the newest first. */
export async function selectDeviceKeys(
  db: Db, { population, principal }: PrincipalRef, now: Date,
): Promise<readonly (DeviceKey & { readonly key: Buffer })[]> {
  const rows = await tables(db).selectFrom('session_device_key').select(['id', 'key', 'name', 'registered_at', 'ends_at'])
    .where('population', '=', population).where('principal', '=', principal).where('ends_at', '>', now)
    .orderBy('id', 'desc').limit(100).execute();
  return rows.map(({ id, key, name, registered_at: registeredAt, ends_at: endsAt }) => ({ id, key, name, registeredAt, endsAt }));
}

/** It counts no more, and is kept aside. False where there is no such key. */
export async function setDeviceKeyAside(tx: Db, { population, principal }: PrincipalRef, id: string, by: string, now: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    with gone as (delete from session_device_key where population = ${population} and principal = ${principal} and id = ${id} returning *)
    insert into session_device_key_withdrawn (population, principal, id, key, name, registered_at, ends_at, withdrawn_at, withdrawn_by)
    select population, principal, id, key, name, registered_at, ends_at, ${now}, ${by} from gone`.execute(tx);
  return numAffectedRows === 1n;
}

/** Undefined where nothing was set aside by them since then that would still count. */
export async function takeDeviceKeyBack(
  tx: Db, { population, principal }: PrincipalRef, id: string, { by, since, now }: { readonly by: string; readonly since: Date; readonly now: Date },
): Promise<(DeviceKey & { readonly key: Buffer }) | undefined> {
  const { rows: [row] } = await sql<Omit<KeyRow, 'population' | 'principal'>>`
    delete from session_device_key_withdrawn where population = ${population} and principal = ${principal} and id = ${id}
      and withdrawn_by = ${by} and withdrawn_at >= ${since} and ends_at > ${now}
    returning id, key, name, registered_at, ends_at`.execute(tx);
  return row && { id: row.id, key: row.key, name: row.name, registeredAt: row.registered_at, endsAt: row.ends_at };
}

/** What a session has shown. */
export interface ShownCertificate {
  readonly key: Buffer;
  /** Fingerprint of the authority; null where the key is registered for the person. */
  readonly authority: Buffer | null;
  readonly managedUntil: Date;
}

export async function upsertCertificate(
  tx: Db, { population, principal, session }: PrincipalRef & { readonly session: string }, { key, authority, managedUntil }: ShownCertificate,
): Promise<void> {
  await tables(tx).insertInto('session_certificate').values({ population, session, principal, key, authority, managed_until: managedUntil })
    .onConflict((conflict) => conflict.columns(['population', 'session']).doUpdateSet({ key, authority, managed_until: managedUntil })).execute();
}

/** With the end of its key's registration, where it is registered now. */
export async function selectCertificate(
  db: Db, population: string, session: string, now: Date,
): Promise<(ShownCertificate & { readonly registeredUntil: Date | null }) | undefined> {
  const { rows } = await sql<{ key: Buffer; authority: Buffer | null; managed_until: Date; ends_at: Date | null }>`
    select shown.key, shown.authority, shown.managed_until, registered.ends_at from session_certificate shown
    left join session_device_key registered on registered.population = shown.population and registered.principal = shown.principal
      and registered.key = shown.key and registered.ends_at > ${now}
    where shown.population = ${population} and shown.session = ${session} and shown.managed_until > ${now}`.execute(db);
  const row = rows[0];
  return row && { key: row.key, authority: row.authority, managedUntil: row.managed_until, registeredUntil: row.ends_at };
}

/** All of a principal: erased. */
export async function deleteCertificatesOf(tx: Db, { population, principal }: PrincipalRef): Promise<void> {
  await tables(tx).deleteFrom('session_certificate').where('population', '=', population).where('principal', '=', principal).execute();
  await tables(tx).deleteFrom('session_device_key').where('population', '=', population).where('principal', '=', principal).execute();
  await sql`delete from session_device_key_withdrawn where population = ${population} and principal = ${principal}`.execute(tx);
}

/** What has ended, and what was set aside before `aside`. */
export async function deleteCertificatesBefore(db: Db, before: Date, aside: Date, limit: number): Promise<void> {
  await sql`delete from session_certificate where (population, session) in (
    select population, session from session_certificate where managed_until < ${before} limit ${limit} for update skip locked)`.execute(db);
  await sql`delete from session_device_key where (population, principal, id) in (
    select population, principal, id from session_device_key where ends_at < ${before} limit ${limit} for update skip locked)`.execute(db);
  await sql`delete from session_device_key_withdrawn where (population, principal, id) in (
    select population, principal, id from session_device_key_withdrawn where withdrawn_at < ${aside} limit ${limit} for update skip locked)`.execute(db);
}
