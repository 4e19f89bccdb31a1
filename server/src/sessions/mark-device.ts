import { createHash } from 'node:crypto';
import type { Actor } from '../../../contract/events/index.ts';
import { fail, type PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import { selectDevices } from './device-store.ts';
import type { SessionsDeps } from './sessions-deps.ts';
import { deletePosture, selectPostures, upsertPosture, type Posture } from './posture-store.ts';
import type { KnownDevice } from './sessions.ts';

/** Names a device to the outside: what its cookie hashes to stays inside. */
export const deviceId = (device: Buffer): string => createHash('sha256').update(device).digest('hex').slice(0, 32);

/** See `Sessions.devices`. */
export async function knownDevices(db: Db, ref: PrincipalRef, now: Date): Promise<readonly KnownDevice[]> {
  const [devices, postures] = await Promise.all([selectDevices(db, ref), selectPostures(db, ref)]);
  return devices.map(({ device, ...known }) => {
    const posture = postures.find((each) => each.device.equals(device) && each.managedUntil > now);
    return { id: deviceId(device), ...known, posture: posture ? { managedUntil: posture.managedUntil, source: posture.source } : null };
  });
}

/** See `Sessions.markDevice`. */
export async function markDevice(
  { events, clock }: Pick<SessionsDeps, 'events' | 'clock'>, tx: Db, ref: PrincipalRef, id: string, posture: Posture | null, actor: Actor,
): Promise<void> {
  const found = (await selectDevices(tx, ref)).find(({ device }) => deviceId(device) === id) ?? fail('device.unknown');
  const now = clock();
  if (posture) await upsertPosture(tx, ref, found.device, posture, now);
  else await deletePosture(tx, ref, found.device);
  await events.append(tx, {
    type: 'device.marked', ...ref, actor,
    open: { device: id, managed: posture !== null, ...(posture ? { until: posture.managedUntil.toISOString(), source: posture.source } : {}) },
  });
}
