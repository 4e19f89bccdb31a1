/** Actions that wait until somebody has looked at them: the queue, and a yes or no. */
import { z } from 'zod';
import type { AdminRoute } from './route.ts';

const population = z.string().max(31);

export const shownActionReview = z.object({
  id: z.uuid(),
  /** Who asked for it. */
  principal: z.object({
    id: z.uuid(), displayName: z.string().nullable(),
    identifiers: z.array(z.object({ kind: z.string(), value: z.string() })).max(20),
  }),
  action: z.string().max(60),
  /** What is going to happen, in the policy's words. */
  about: z.string().max(120),
  client: z.string().max(120),
  /** The decision with all that it came from. */
  decision: z.uuid(),
  /** The browser and system that asked, in words; empty where it isn't known. */
  device: z.string(),
  askedAt: z.iso.datetime(),
  /** Until when it can be decided; once it was approved, until when it can be done. */
  expiresAt: z.iso.datetime(),
  state: z.enum(['waiting', 'approved', 'refused', 'used', 'expired', 'withdrawn']),
  /** Null while nobody has. */
  decided: z.object({ at: z.iso.datetime(), by: z.uuid(), name: z.string().nullable(), reason: z.string().max(120) }).nullable(),
});
export type ShownActionReview = z.infer<typeof shownActionReview>;

export const actionReviewRoutes = [
  {
    method: 'GET', path: '/populations/:population/action-reviews', operation: 'action-review.list',
    summary: 'Actions that wait for somebody to look at them, the first to expire first; or those that were closed, newest first',
    params: z.strictObject({ population }),
    query: z.strictObject({ state: z.enum(['waiting', 'closed']).default('waiting') }),
    response: z.object({ reviews: z.array(shownActionReview).max(200) }),
  },
  {
    method: 'POST', path: '/populations/:population/principals/:principal/action-reviews/:review/decide',
    operation: 'action-review.decide',
    summary: 'Says yes or no to an action, which can\'t be taken back; a yes permits it once, within a week',
    params: z.strictObject({ population, principal: z.uuid(), review: z.uuid() }),
    body: z.strictObject({
      verdict: z.enum(['approved', 'refused']),
      /** What made the reviewer sure, or unsure; goes into the event log, so without names. */
      reason: z.string().trim().min(1).max(120),
    }),
    response: z.object({ review: shownActionReview }),
  },
] as const satisfies readonly AdminRoute[];
