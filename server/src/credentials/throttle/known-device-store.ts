import { day, type PrincipalRef } from '../../kernel/index.ts';
import type { Db } from '../../storage/index.ts';

interface KnownDeviceRow {
  population: string; principal: string; device: Buffer; seen_at: Date;
}

const tables = (db: Db) => db.$extendTables<{ credential_device: KnownDeviceRow }>();
export const mostDevices = 20;

export async function isKnownDevice(db: Db, ref: PrincipalRef, device: Buffer): Promise<boolean> {
  const row = await tables(db).selectFrom('credential_device').select('device')
    .where('population', '=', ref.population).where('principal', '=', ref.principal).where('device', '=', device)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Remembers a device on which the person succeeded, for as long as it is among their newest 20. When it was seen is
 * kept to the day, so that most sign-ins write nothing.
 */
export async function rememberDevice(tx: Db, ref: PrincipalRef, device: Buffer, at: Date): Promise<void> {
  const written = await tables(tx).insertInto('credential_device').values({ ...ref, device, seen_at: at })
    .onConflict((conflict) => conflict.columns(['population', 'principal', 'device']).doUpdateSet({ seen_at: at })
      .where('credential_device.seen_at', '<', new Date(at.getTime() - day)))
    .executeTakeFirst();
  if (!written.numInsertedOrUpdatedRows) return;
  const kept = tables(tx).selectFrom('credential_device').select('device')
    .where('population', '=', ref.population).where('principal', '=', ref.principal)
    .orderBy('seen_at', 'desc').limit(mostDevices);
  await tables(tx).deleteFrom('credential_device')
    .where('population', '=', ref.population).where('principal', '=', ref.principal).where('device', 'not in', kept)
    .execute();
}

/** One, or all. */
export async function forgetDevices(tx: Db, ref: PrincipalRef, device?: Buffer): Promise<void> {
  const all = tables(tx).deleteFrom('credential_device').where('population', '=', ref.population).where('principal', '=', ref.principal);
  await (device ? all.where('device', '=', device) : all).execute();
}

export async function deleteDevicesSeenBefore(db: Db, before: Date, limit: number): Promise<number> {
  const old = tables(db).selectFrom('credential_device').select(['population', 'principal', 'device'])
    .where('seen_at', '<', before).limit(limit);
  const done = await tables(db).deleteFrom('credential_device')
    .where(({ eb, refTuple }) => eb(refTuple('population', 'principal', 'device'), 'in',
      old.$asTuple('population', 'principal', 'device')))
    .executeTakeFirst();
  return Number(done.numDeletedRows);
}
