/** Decisions at checkpoints: what was asked, what was answered, and why. */
import { z } from 'zod';
import type { AdminRoute } from './route.ts';

const population = z.string().max(31);
const response = z.enum(['allow', 'challenge', 'delay', 'deny']);
const outcome = z.enum(['permitted', 'abandoned', 'executed', 'cancelled', 'expired']);

export const shownDecision = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  action: z.string().max(60),
  response,
  reasons: z.array(z.string().max(40)).max(16),
  /** Null where the subject was not known to the caller's population. */
  principal: z.uuid().nullable(),
  session: z.uuid().nullable(),
  /** The run of a journey that asked; null where an application did. */
  run: z.uuid().nullable(),
  client: z.string().max(120),
  resourceType: z.string().max(200),
  policyVersion: z.int().nullable(),
  mode: z.enum(['live']),
  /** How a challenge or a delay ended; null while it is open, and for others. */
  outcome: outcome.nullable(),
  settledAt: z.iso.datetime().nullable(),
});
export type ShownDecision = z.infer<typeof shownDecision>;

/** With everything that the answer came from. Lengths of time are in milliseconds. */
export const shownDecisionInFull = shownDecision.extend({
  features: z.record(z.string(), z.unknown()),
  /** Every response that the policy offers, whether its condition held, and which was chosen. */
  candidates: z.array(z.object({
    respond: z.enum(['challenge', 'delay', 'deny']), with: z.string().optional(), within: z.string().optional(),
    for: z.string().optional(), held: z.boolean(), chosen: z.boolean(),
  })).max(8),
});
export type ShownDecisionInFull = z.infer<typeof shownDecisionInFull>;

const at = '/populations/:population/decisions';

export const decisionRoutes = [
  {
    method: 'GET', path: at, operation: 'decision.list', summary: 'Decisions at checkpoints, newest first',
    params: z.strictObject({ population }),
    query: z.strictObject({
      principal: z.uuid().optional(),
      action: z.string().max(60).optional(),
      response: response.optional(),
      /** Only about real people, or only about simulated ones; both where left out. */
      origin: z.enum(['real', 'simulated']).optional(),
      /** The last id of the page before. */
      before: z.uuid().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: z.object({ decisions: z.array(shownDecision).max(200) }),
  },
  {
    method: 'GET', path: `${at}/:decision`, operation: 'decision.get',
    summary: 'One decision with what was seen, every response that was possible, and the one chosen',
    params: z.strictObject({ population, decision: z.uuid() }),
    response: z.object({ decision: shownDecisionInFull }),
  },
] as const satisfies readonly AdminRoute[];
