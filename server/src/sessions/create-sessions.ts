import { isId } from '../kernel/index.ts';
import { selectDeviceKeys } from './certificate-store.ts';
import { deleteDevicesOf, selectDeviceSince, selectKnownSince } from './device-store.ts';
import { endOnSuspension, endSessions } from './end-session.ts';
import { find, findOpen, findBySecret, list, markSeen } from './find-session.ts';
import { knownDevices, markDevice } from './mark-device.ts';
import { deletePosturesOf, selectManagedUntil } from './posture-store.ts';
import { registerDeviceKey, restoreDeviceKey, withdrawDeviceKey } from './register-device-key.ts';
import { selectMark, selectOpen, selectStartedWith } from './session-store.ts';
import type { SessionsDeps } from './sessions-deps.ts';
import type { Sessions } from './sessions.ts';
import { certificateManagedUntil, showCertificate, shownManagedUntil } from './show-certificate.ts';
import { raise, start } from './start-session.ts';

/** Makes the door to sessions, and subscribes it to what in the directory ends them. */
export function createSessions(deps: SessionsDeps): Sessions {
  deps.events.subscribe(endOnSuspension(deps));
  return {
    start: (tx, input) => start(deps, tx, input),
    raise: (tx, session, proofs, where) => raise(deps, tx, session, proofs, where),
    findBySecret: (population, secret) => findBySecret(deps, population, secret),
    find: (population, id, tx) => find(deps, population, id, tx),
    findOpen: (population, id) => findOpen(deps, population, id),
    markSeen: (session) => markSeen(deps, session),
    markOf: selectMark, startedWith: selectStartedWith,
    deviceKnownSince: ({ population, id }) => selectDeviceSince(deps.database.db, { population, id }, deps.clock()),
    knownSince: (db, ref, deviceHash) => selectKnownSince(db, ref, deviceHash, deps.clock()),
    devices: (db, ref) => knownDevices(db, ref, deps.clock()),
    markDevice: (tx, ref, id, posture, actor) => markDevice(deps, tx, ref, id, posture, actor),
    deviceManagedUntil: async ({ population, id }) => {
      const [said, shown] = await Promise.all([selectManagedUntil(deps.database.db, { population, id }), shownManagedUntil(deps, population, id)]);
      return said && shown ? (said > shown ? said : shown) : said ?? shown;
    },
    showCertificate: (tx, session, der) => showCertificate(deps, tx, session, der),
    certificateManagedUntil: (db, ref, der) => certificateManagedUntil(deps, db, ref, der),
    deviceKeys: async (db, ref) => (await selectDeviceKeys(db, ref, deps.clock())).map(({ key: _key, ...shown }) => shown),
    registerDeviceKey: (tx, ref, given, actor) => registerDeviceKey(deps, tx, ref, given, actor),
    withdrawDeviceKey: (tx, ref, id, actor) => withdrawDeviceKey(deps, tx, ref, id, actor),
    restoreDeviceKey: (tx, ref, id, actor) => restoreDeviceKey(deps, tx, ref, id, actor),
    list: (db, ref) => list(deps, db, ref),
    end: async (tx, population, id, reason, actor) => {
      const open = reason === 'operator' && isId(id) ? await selectOpen(tx, { population, id }) : undefined;
      if (open) await deps.directory.voidProofs(tx, { population, principal: open.principal });
      await endSessions(deps, tx, { population, ids: [id] }, reason, actor);
    },
    endAll: async (tx, { population, principal }, reason, actor, except) => {
      // First, since a run that is about to start a session holds the principal before it holds any session.
      await deps.directory.voidProofs(tx, { population, principal });
      if (reason === 'identifier-taken-over' || reason === 'reported') {
        await deleteDevicesOf(tx, { population, principal });
        await deletePosturesOf(tx, { population, principal });
      }
      const kept = except !== undefined && isId(except) ? { except } : {};
      return endSessions(deps, tx, { population, principal, ...kept }, reason, actor);
    },
  };
}
