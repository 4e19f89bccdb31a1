/** Running the server: the event log, signing keys, the administrator's link, the demo. */
import { z } from 'zod';
import { eventCatalogue, type EventType } from '../events/index.ts';
import type { AdminRoute } from './route.ts';

const population = z.string().max(31);
const inPopulation = z.strictObject({ population });
const id = z.string().max(120);
const eventType = z.enum(Object.keys(eventCatalogue) as [EventType, ...EventType[]]);
const origin = z.enum(['real', 'simulated']);

/** An event as it is told to an administrator; `personal` only where it was asked for and its key still exists. */
export const shownEvent = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  position: z.int().nullable(),
  type: eventType,
  population: population.nullable(),
  principal: id.nullable(),
  actor: z.object({ kind: z.enum(['principal', 'client', 'operator', 'system']), id: id.optional() }),
  session: id.nullable(),
  run: id.nullable(),
  client: id.nullable(),
  open: z.record(z.string(), z.unknown()),
  personal: z.union([z.record(z.string(), z.unknown()), z.literal('erased')]).optional(),
  origin,
});
export type ShownEvent = z.infer<typeof shownEvent>;

const eventQuery = z.strictObject({
  population: population.optional(),
  principal: id.optional(),
  /** One type, or several with commas between. */
  types: z.string().max(2_000).optional(),
  origin: origin.optional(),
  /** Show personal parts; recorded as an act of the caller. */
  unseal: z.enum(['true', 'false']).optional(),
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
});

export const shownKey = z.object({
  kid: z.string().max(120),
  algorithm: z.enum(['ES256', 'RS256']),
  state: z.enum(['published', 'active', 'retired']),
  createdAt: z.iso.datetime(),
  activeFrom: z.iso.datetime(),
});
export type ShownKey = z.infer<typeof shownKey>;

export const operationRoutes = [
  {
    method: 'GET', path: '/events', operation: 'event.list', summary: 'Reads events by position, oldest first',
    query: eventQuery.extend({ after: z.coerce.number().int().min(0).optional() }),
    response: z.object({ events: z.array(shownEvent).max(1_000) }),
  },
  {
    method: 'GET', path: '/events/tail', operation: 'event.tail',
    summary: 'The last events, then each new one as it is numbered, until the caller leaves',
    query: eventQuery, response: shownEvent, stream: true,
  },
  {
    method: 'POST', path: '/events/verify', operation: 'event.verify',
    summary: 'Recomputes the chain of the event log and says where it breaks, if it does',
    body: z.strictObject({ origin: origin.default('real'), from: z.int().min(1).default(1) }),
    response: z.object({
      ok: z.boolean(), verified: z.int(), brokenAt: z.int().optional(), position: z.int(), hash: z.string().max(64),
    }),
  },
  {
    method: 'GET', path: '/populations/:population/keys', operation: 'key.list',
    summary: 'The signing keys of a population, without what is secret in them',
    params: inPopulation, response: z.object({ keys: z.array(shownKey).max(100) }),
  },
  {
    method: 'POST', path: '/populations/:population/keys/rotate', operation: 'key.rotate',
    summary: 'Publishes successors of the signing keys; they sign after one cache lifetime, or at once',
    params: inPopulation, body: z.strictObject({ atOnce: z.boolean().default(false) }),
    response: z.object({ kids: z.array(z.string().max(120)).max(10) }),
  },
  {
    method: 'POST', path: '/admin/link', operation: 'admin.link',
    summary: 'Makes a one-time link with which an administrator gets in; only on the local socket',
    body: z.strictObject({}), response: z.object({ url: z.url(), expiresAt: z.iso.datetime() }), status: 201,
  },
  {
    method: 'GET', path: '/status', operation: 'server.status',
    summary: 'Where this server answers, its version and how its parts are',
    response: z.object({
      version: z.string().max(40), url: z.url(), inbox: z.url().nullable(),
      issuers: z.array(z.object({ population, kind: z.enum(['customer', 'workforce', 'workload']), issuer: z.url() })).max(1_000),
    }),
  },
  {
    method: 'POST', path: '/demo', operation: 'demo.create',
    summary: 'Sets up the demo organisation: its applications and their keys. A second time changes nothing',
    body: z.strictObject({}),
    response: z.object({ clients: z.array(z.object({ population, client: id })).max(20) }),
  },
] as const satisfies readonly AdminRoute[];
