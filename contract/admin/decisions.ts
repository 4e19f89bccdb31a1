/** Decisions at checkpoints: what was asked, what was answered, and why. */
import { z } from 'zod';
import { mostReasons } from '../decision-words.ts';
import { decisionOutcome, decisionResponse } from '../decisions.ts';
import type { AdminRoute } from './route.ts';

const population = z.string().max(31);

export const shownDecision = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  action: z.string().max(60),
  response: decisionResponse,
  reasons: z.array(z.string().max(40)).max(mostReasons),
  /** Null where the subject was not known to the caller's population. */
  principal: z.uuid().nullable(),
  session: z.uuid().nullable(),
  /** The run of a journey that asked; null where an application did. */
  run: z.uuid().nullable(),
  client: z.string().max(120),
  resourceType: z.string().max(200),
  policyVersion: z.int().nullable(),
  mode: z.enum(['live']),
  /** How a challenge, a delay or a review ended; null while it is open, and for others. */
  outcome: decisionOutcome.nullable(),
  settledAt: z.iso.datetime().nullable(),
});
export type ShownDecision = z.infer<typeof shownDecision>;

/** With everything that the answer came from. Lengths of time are in milliseconds. */
export const shownDecisionInFull = shownDecision.extend({
  features: z.record(z.string(), z.unknown()),
  /** Every response that the policy offers, whether its condition held, and which was chosen. */
  candidates: z.array(z.object({
    respond: decisionResponse, with: z.string().optional(), within: z.string().optional(),
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
      response: decisionResponse.optional(),
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
