import type { Actor } from '../../../contract/events/index.ts';
import { fail, minute, newId, type PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import { readDeviceKey } from './certificate.ts';
import { insertDeviceKey, selectDeviceKeys, setDeviceKeyAside, takeDeviceKeyBack } from './certificate-store.ts';
import type { SessionsDeps } from './sessions-deps.ts';
import type { DeviceKey, NewDeviceKey } from './sessions.ts';

/** More than these nobody has devices. */
const mostKeys = 20;
/** For so long whoever withdrew a key can put it back. */
export const restorableFor = 10 * minute;

const nameOfActor = ({ kind, ...rest }: Actor): string => ('id' in rest ? `${kind}:${rest.id}` : kind);

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
  { events, clock }: Pick<SessionsDeps, 'events' | 'clock'>, tx: Db, { population, principal }: PrincipalRef, id: string, actor: Actor,
): Promise<void> {
  if (!await setDeviceKeyAside(tx, { population, principal }, id, nameOfActor(actor), clock())) fail('device_key.unknown');
  await events.append(tx, { type: 'device.withdrawn', population, principal, actor, open: { key: id } });
}

/** See `Sessions.restoreDeviceKey`. */
export async function restoreDeviceKey(
  { events, clock }: Pick<SessionsDeps, 'events' | 'clock'>, tx: Db, ref: PrincipalRef, id: string, actor: Actor,
): Promise<void> {
  const now = clock();
  const found = await takeDeviceKeyBack(tx, ref, id, { by: nameOfActor(actor), since: new Date(now.getTime() - restorableFor), now })
    ?? fail('device_key.not_restorable');
  if ((await selectDeviceKeys(tx, ref, now)).length >= mostKeys) fail('device_key.too_many');
  const { key, ...known } = found;
  // It may have been registered anew in between.
  if (!await insertDeviceKey(tx, ref, key, known)) fail('device_key.taken');
  await events.append(tx, { type: 'device.registered', population: ref.population, principal: ref.principal, actor, open: { key: id, until: known.endsAt.toISOString(), restored: true } });
}
