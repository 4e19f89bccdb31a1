/** The event log: reading, following, and proving that it is whole. */
import { z } from 'zod';
import { eventCatalogue, type EventType } from '../events/index.ts';
import type { AdminRoute } from './route.ts';

const population = z.string().max(31);
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

export const eventRoutes = [
  {
    method: 'GET', path: '/events', operation: 'event.list', summary: 'Reads events by position, oldest first',
    query: eventQuery.extend({ after: z.coerce.number().int().min(0).optional() }),
    response: z.object({ events: z.array(shownEvent).max(1_000) }),
  },
  {
    method: 'GET', path: '/events/tail', operation: 'event.tail',
    summary: 'The last events, then each new one as it is numbered, until the caller leaves',
    query: eventQuery.extend({
      /** Those before this position instead of the newest; for paging back, so with `follow=false`. */
      before: z.coerce.number().int().min(1).optional(),
      /** `false` ends it after the last events. */
      follow: z.enum(['true', 'false']).default('true'),
    }),
    response: shownEvent, stream: true,
  },
  {
    method: 'POST', path: '/events/verify', operation: 'event.verify',
    summary: 'Recomputes the chain of the event log and says where it breaks, if it does',
    body: z.strictObject({ origin: origin.default('real'), from: z.int().min(1).default(1) }),
    response: z.object({
      ok: z.boolean(), verified: z.int(), brokenAt: z.int().optional(), position: z.int(), hash: z.string().max(64),
    }),
  },
] as const satisfies readonly AdminRoute[];
