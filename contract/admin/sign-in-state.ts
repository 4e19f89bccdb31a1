/** What principals can sign in with and where they are signed in: looking, removing, ending. */
import { z } from 'zod';
import { acr, credentialKind } from '../events/index.ts';
import type { AdminRoute } from './route.ts';

const population = z.string().max(31);
const onePrincipal = z.strictObject({ population, principal: z.uuid() });
const reason = z.strictObject({ reason: z.string().trim().min(1).max(120) });
const ended = z.object({ ended: z.int().min(0) });
const one = '/populations/:population/principals/:principal';

export const shownSession = z.object({
  id: z.uuid(),
  acr,
  amr: z.array(z.string()).max(8),
  authenticatedAt: z.iso.datetime(),
  startedAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  /** The application through which it began. */
  client: z.string().nullable(),
  /** Browser and system in words. */
  device: z.string().nullable(),
});
export type ShownSession = z.infer<typeof shownSession>;

/** A browser in which somebody has had sessions: signing in there is nothing new. */
export const shownDevice = z.object({
  id: z.string().max(32), label: z.string().nullable(), firstSeenAt: z.iso.datetime(), lastSeenAt: z.iso.datetime(),
  /** Where the organisation says that it manages the device; null where nobody does, or no longer. */
  managed: z.object({ until: z.iso.datetime(), source: z.string().max(60) }).nullable(),
});
export type ShownDevice = z.infer<typeof shownDevice>;

/** A key of a device that is registered for somebody; of the key itself nothing is kept that could be shown. */
export const shownDeviceKey = z.object({
  id: z.uuid(), name: z.string().max(60), registeredAt: z.iso.datetime(), endsAt: z.iso.datetime(),
});
export type ShownDeviceKey = z.infer<typeof shownDeviceKey>;
const deviceKeys = z.object({ keys: z.array(shownDeviceKey).max(100) });

/** What somebody can sign in with; never what is secret in it. */
export const shownCredential = z.object({
  id: z.uuid(),
  kind: credentialKind,
  label: z.string().nullable(),
  boundAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
});
export type ShownCredential = z.infer<typeof shownCredential>;

export const signInStateRoutes = [
  {
    method: 'GET', path: `${one}/credentials`, operation: 'credential.list',
    summary: 'What a principal can sign in with, oldest first',
    params: onePrincipal, response: z.object({ credentials: z.array(shownCredential).max(100) }),
  },
  {
    method: 'POST', path: `${one}/credentials/:credential/remove`, operation: 'credential.remove',
    summary: 'Removes one credential: for a lost device', params: onePrincipal.extend({ credential: z.uuid() }),
    body: reason, response: z.object({ credentials: z.array(shownCredential).max(100) }),
  },
  {
    method: 'GET', path: `${one}/sessions`, operation: 'session.list', summary: 'A principal\'s living sessions',
    params: onePrincipal, response: z.object({ sessions: z.array(shownSession).max(100) }),
  },
  {
    method: 'GET', path: `${one}/devices`, operation: 'device.list',
    summary: 'Browsers that a principal is known in, those used last first',
    params: onePrincipal, response: z.object({ devices: z.array(shownDevice).max(50) }),
  },
  {
    method: 'POST', path: `${one}/devices/:device/posture`, operation: 'device.mark',
    summary: 'Marks a browser as managed by the organisation until a time, at most 30 days from now, or as managed no more',
    params: onePrincipal.extend({ device: z.string().max(64) }),
    body: z.strictObject({
      /** Null: managed no more. */
      managedUntil: z.iso.datetime().nullable(),
      /** The system or list that says so. */
      source: z.string().trim().min(1).max(60),
    }),
    response: z.object({ devices: z.array(shownDevice).max(50) }),
  },
  {
    method: 'GET', path: `${one}/device-keys`, operation: 'device-key.list',
    summary: 'Keys of devices that are registered for an employee, the newest first',
    params: onePrincipal, response: deviceKeys,
  },
  {
    method: 'POST', path: `${one}/device-keys`, operation: 'device-key.register',
    summary: 'Registers the public key of an employee\'s device: where a certificate over it is shown, the device counts as managed',
    params: onePrincipal,
    body: z.strictObject({
      /** A JWK, or PEM: a public key, or a certificate that stands for the key in it. */
      key: z.union([z.string().min(1).max(6_000), z.record(z.string().max(20), z.unknown()).refine((jwk) => Object.keys(jwk).length <= 20, 'has more than 20 members')]),
      /** Which device it is, without the name of its owner. */
      name: z.string().trim().min(1).max(60),
      /** At most three years from now. */
      endsAt: z.iso.datetime(),
    }),
    response: deviceKeys.extend({ key: z.uuid() }),
  },
  {
    method: 'DELETE', path: `${one}/device-keys/:key`, operation: 'device-key.withdraw',
    summary: 'Takes a registered key back: no session is managed by it any more',
    params: onePrincipal.extend({ key: z.uuid() }), response: deviceKeys,
  },
  {
    method: 'POST', path: `${one}/device-keys/:key/restore`, operation: 'device-key.restore',
    summary: 'Puts a key back that the caller has withdrawn within the last ten minutes',
    params: onePrincipal.extend({ key: z.uuid() }), response: deviceKeys,
  },
  {
    method: 'DELETE', path: `${one}/sessions`, operation: 'session.end-all',
    summary: 'Ends all sessions of a principal',
    params: onePrincipal, response: ended,
  },
  {
    method: 'DELETE', path: `${one}/sessions/:session`, operation: 'session.end', summary: 'Ends one session',
    params: onePrincipal.extend({ session: z.uuid() }), response: ended,
  },
] as const satisfies readonly AdminRoute[];
