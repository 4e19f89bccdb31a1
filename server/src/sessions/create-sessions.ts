import type { Directory } from '../directory/index.ts';
import type { EventLog } from '../events/index.ts';
import { isId, type Clock, type Randomness } from '../kernel/index.ts';
import type { Policies } from '../policy/index.ts';
import type { Database } from '../storage/index.ts';
import { deleteDevicesOf, selectDeviceSince, selectKnownSince } from './device-store.ts';
import { endOnSuspension, endSessions } from './end-session.ts';
import { find, findBySecret, list, markSeen } from './find-session.ts';
import { knownDevices, markDevice } from './mark-device.ts';
import { deletePosturesOf, selectManagedUntil } from './posture-store.ts';
import { selectOpen } from './session-store.ts';
import type { Sessions } from './sessions.ts';
import { raise, start } from './start-session.ts';

export interface SessionsDeps {
  readonly database: Pick<Database, 'db' | 'transaction'>;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly events: Pick<EventLog, 'append' | 'subscribe'>;
  readonly policies: Pick<Policies, 'current' | 'populations'>;
  readonly directory: Pick<Directory, 'findPrincipal' | 'voidProofs'>;
}

/** Makes the door to sessions, and subscribes it to what in the directory ends them. */
export function createSessions(deps: SessionsDeps): Sessions {
  deps.events.subscribe(endOnSuspension(deps));
  return {
    start: (tx, input) => start(deps, tx, input),
    raise: (tx, session, proofs) => raise(deps, tx, session, proofs),
    findBySecret: (population, secret) => findBySecret(deps, population, secret),
    find: (population, id) => find(deps, population, id),
    markSeen: (session) => markSeen(deps, session),
    knownInSince: selectKnownSince,
    deviceKnownSince: ({ population, id }) => selectDeviceSince(deps.database.db, { population, id }),
    knownSince: (db, ref, deviceHash) => selectKnownSince(db, ref, deviceHash),
    devices: (db, ref) => knownDevices(db, ref, deps.clock()),
    markDevice: (tx, ref, id, posture, actor) => markDevice(deps, tx, ref, id, posture, actor),
    deviceManagedUntil: ({ population, id }) => selectManagedUntil(deps.database.db, { population, id }),
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
