import type { ShownCredential, ShownDevice, signInStateRoutes } from '../../../contract/admin/index.ts';
import type { Credential, Credentials } from '../credentials/index.ts';
import type { Directory } from '../directory/index.ts';
import { noticeToOwner } from '../journeys/index.ts';
import { day, fail, type Clock, type PrincipalRef } from '../kernel/index.ts';
import type { KnownDevice, NewDeviceKey, Session, Sessions } from '../sessions/index.ts';
import { noticeOf, type NoticeDeps } from './notice.ts';
import type { Handlers, InTransaction, Tx } from './operation.ts';

interface SignInStateDeps extends NoticeDeps {
  readonly directory: Pick<Directory, 'findPrincipal' | 'identifiers' | 'voidProofs'>;
  readonly sessions: Sessions;
  readonly credentials: Pick<Credentials, 'list' | 'remove'>;
  readonly clock: Clock;
  readonly db: Tx;
  readonly transaction: InTransaction;
}

/** What manages devices says it again before that; a device that it has forgotten is managed no more. */
const longestPosture = 30 * day;
/** Longer than this no device of an organisation is in use. */
const longestKey = 3 * 366 * day;

/** What somebody can sign in with, and where they are signed in. */
export function signInStateOperations(deps: SignInStateDeps): Handlers<typeof signInStateRoutes> {
  const { directory, sessions, credentials, clock, db, transaction } = deps;
  const exists = async (tx: Tx, ref: PrincipalRef): Promise<void> => {
    if (!await directory.findPrincipal(tx, ref)) fail('principal.unknown');
  };
  const keysOf = async (tx: Tx, ref: PrincipalRef) => (await sessions.deviceKeys(tx, ref)).map(({ id, name, registeredAt, endsAt }) => (
    { id, name, registeredAt: registeredAt.toISOString(), endsAt: endsAt.toISOString() }));

  return {
    'credential.list': async ({ params }) => {
      await exists(db, params);
      return { credentials: (await credentials.list(db, params)).map(shownCredential) };
    },
    'credential.remove': ({ params, body, actor }) => transaction(async (tx) => {
      await exists(tx, params);
      // What was shown of it in a run that waits somewhere must not bind another one.
      await directory.voidProofs(tx, params);
      await credentials.remove(tx, params, params.credential, { reason: body.reason, occasion: { actor } });
      await noticeToOwner(tx, deps, params, { ...noticeOf(deps), change: 'removed' });
      return { credentials: (await credentials.list(tx, params)).map(shownCredential) };
    }),
    'session.list': async ({ params }) => {
      await exists(db, params);
      return { sessions: (await sessions.list(db, params)).map(shownSession) };
    },
    'device.list': async ({ params }) => {
      await exists(db, params);
      return { devices: (await sessions.devices(db, params)).map(shownDevice) };
    },
    'device.mark': ({ params, body: { managedUntil, source }, actor }) => transaction(async (tx) => {
      await exists(tx, params);
      const ends = managedUntil === null ? null : new Date(managedUntil);
      const ahead = ends === null ? 0 : ends.getTime() - clock().getTime();
      if (ends !== null && (ahead <= 0 || ahead > longestPosture)) {
        fail('request.invalid', { faults: [{ at: 'body.managedUntil', problem: 'is not within the next 30 days' }] });
      }
      await sessions.markDevice(tx, params, params.device, ends && { managedUntil: ends, source }, actor);
      return { devices: (await sessions.devices(tx, params)).map(shownDevice) };
    }),
    'device-key.list': async ({ params }) => {
      await exists(db, params);
      return { keys: await keysOf(db, params) };
    },
    'device-key.register': ({ params, body: { key, name, endsAt }, actor }) => transaction(async (tx) => {
      await exists(tx, params);
      const ahead = Date.parse(endsAt) - clock().getTime();
      if (ahead <= 0 || ahead > longestKey) fail('request.invalid', { faults: [{ at: 'body.endsAt', problem: 'is not within the next three years' }] });
      const { id } = await sessions.registerDeviceKey(tx, params, { key: key as NewDeviceKey['key'], name, endsAt: new Date(endsAt) }, actor);
      return { key: id, keys: await keysOf(tx, params) };
    }),
    'device-key.withdraw': ({ params, actor }) => transaction(async (tx) => {
      await exists(tx, params);
      await sessions.withdrawDeviceKey(tx, params, params.key, actor);
      return { keys: await keysOf(tx, params) };
    }),
    'device-key.restore': ({ params, actor }) => transaction(async (tx) => {
      await exists(tx, params);
      await sessions.restoreDeviceKey(tx, params, params.key, actor);
      return { keys: await keysOf(tx, params) };
    }),
    'session.end-all': ({ params, actor }) => transaction(async (tx) => {
      await exists(tx, params);
      return { ended: await sessions.endAll(tx, params, 'operator', actor) };
    }),
    'session.end': ({ params, actor }) => transaction(async (tx) => {
      await exists(tx, params);
      const living = await sessions.list(tx, params);
      if (!living.some((each) => each.id === params.session)) return { ended: 0 };
      await sessions.end(tx, params.population, params.session, 'operator', actor);
      return { ended: 1 };
    }),
  };
}

function shownCredential({ id, kind, label, boundAt, lastUsedAt }: Credential): ShownCredential {
  return { id, kind, label, boundAt: boundAt.toISOString(), lastUsedAt: lastUsedAt?.toISOString() ?? null };
}

function shownSession(session: Session) {
  const { acr, amr, authenticatedAt } = session.assurance;
  return {
    id: session.id, acr, amr: [...amr], authenticatedAt: authenticatedAt.toISOString(),
    startedAt: session.startedAt.toISOString(), lastSeenAt: session.lastSeenAt.toISOString(),
    expiresAt: session.expiresAt.toISOString(), client: session.client, device: session.device,
  };
}

const shownDevice = ({ id, label, firstSeenAt, lastSeenAt, posture }: KnownDevice): ShownDevice => ({
  id, label, firstSeenAt: firstSeenAt.toISOString(), lastSeenAt: lastSeenAt.toISOString(),
  managed: posture && { until: posture.managedUntil.toISOString(), source: posture.source },
});
