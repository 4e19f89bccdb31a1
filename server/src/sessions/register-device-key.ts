import type { Actor } from '../../../contract/events/index.ts';
import { fail, newId, type PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import { readDeviceKey } from './certificate.ts';
import { deleteDeviceKey, insertDeviceKey, selectDeviceKeys } from './certificate-store.ts';
import type { SessionsDeps } from './sessions-deps.ts';
import type { DeviceKey, NewDeviceKey } from './sessions.ts';

/** More than these nobody has devices. */
const mostKeys = 20;

/** See `Sessions.registerDeviceKey`. */
export async function registerDeviceKey(
  { events, clock, random, policies }: Pick<SessionsDeps, 'events' | 'clock' | 'random' | 'policies'>, tx: Db, ref: PrincipalRef, { key: given, name, endsAt }: NewDeviceKey, actor: Actor,
): Promise<DeviceKey> {
  if ((await policies.current(ref.population)).content.population.kind !== 'workforce') fail('device_key.not_here');
  const key = readDeviceKey(given) ?? fail('device_key.invalid');
  const now = clock();
  if ((await selectDeviceKeys(tx, ref, now)).length >= mostKeys) fail('device_key.too_many');
  const made: DeviceKey = { id: newId(now, random), name, registeredAt: now, endsAt };
  if (!await insertDeviceKey(tx, ref, key, made)) fail('device_key.taken');
  await events.append(tx, { type: 'device.registered', population: ref.population, principal: ref.principal, actor, open: { key: made.id, until: endsAt.toISOString() } });
  return made;
}

/** See `Sessions.withdrawDeviceKey`. */
export async function withdrawDeviceKey(
  { events }: Pick<SessionsDeps, 'events'>, tx: Db, { population, principal }: PrincipalRef, id: string, actor: Actor,
): Promise<void> {
  if (!await deleteDeviceKey(tx, { population, principal }, id)) fail('device_key.unknown');
  await events.append(tx, { type: 'device.withdrawn', population, principal, actor, open: { key: id } });
}
