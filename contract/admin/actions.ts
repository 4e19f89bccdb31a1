/** Risky actions of a policy: what they cost people, what their checkpoints stopped, and what would cost least. */
import { z } from 'zod';
import { actionStages, enough, machineStages, responseNames } from '../actions/index.ts';
import { decisionResponse } from '../decisions.ts';
import { riskBand } from '../risk.ts';
import type { AdminRoute } from './route.ts';

const count = z.int().min(0);
const amount = z.number().min(0);
const name = z.enum(responseNames);
const source = z.enum(['measured', 'published', 'assumed']);
const knownAmount = z.object({ amount, from: z.enum(['policy', 'assumed']) });

export const shownAction = z.object({
  name: z.string().max(60),
  /** In the journey of people; of a machine, in its life. */
  stage: z.enum([...actionStages, ...machineStages]),
  /** What is at stake, in `currency`; `assumed` from value at risk and friction tolerance where the policy names no amount. */
  stakes: z.object({ loss: knownAmount, friction: knownAmount }),
  went: z.object({
    /** Questions, without those asked again after a challenge, while something waits, or by a machine that was refused. */
    requests: count,
    allowed: count,
    /** Of those allowed: with a notice to the owner; of machines, noted as an event. */
    notified: count,
    challenges: z.object({ shown: count, passed: count, abandoned: count }),
    /** Milliseconds that half of those who passed a challenge did not exceed. */
    medianMs: z.number().min(0).nullable(),
    delays: z.object({ begun: count, executed: count, cancelled: count, expired: count }),
    reviews: z.object({ begun: count, approved: count, refused: count, expired: count }),
    denied: count,
    /** Let through by a checkpoint that only reports: how many, by what would have been answered. */
    reported: z.partialRecord(decisionResponse, count),
    /** What came to nothing by more than being given up; of that, what its owner stopped, and what its owner or a label says was somebody else. */
    stopped: z.object({ all: count, cancelled: count, disowned: count }),
    /** Expected loss averted, in `currency`; null where the policy names no loss. */
    averted: amount.nullable(),
  }),
  /** Requests by band and response, with how many impostors are expected among them: what the advice is reckoned from. */
  counted: z.array(z.object({ band: riskBand, name, requests: count, impostors: amount })).max(32),
  /** Null of machines: they have no risk that it could be reckoned from. */
  advice: z.object({
    /** Expected cost of 1,000 requests, in `currency`, as they were decided; null where there were none. */
    now: amount.nullable(),
    /** The same with the best response in each band. */
    atBest: amount.nullable(),
    bands: z.array(z.object({ band: riskBand, requests: count, best: name, fits: z.boolean() })).max(4),
    /** From which probability on which response costs least. */
    thresholds: z.array(z.object({ name, from: z.number().min(0).max(1) })).max(8),
    /** The same in a sentence. */
    inWords: z.string().max(500),
  }).nullable(),
});
export type ShownAction = z.infer<typeof shownAction>;

export const shownWorth = z.object({
  efficacy: z.number(), friction: z.number(), efficacyFrom: source, frictionFrom: source,
  /** Challenges of this kind that came to an end within 90 days, and those of them that were somebody else's by the owner's word. */
  ended: count, disowned: count,
});

export const shownActions = z.object({
  policyVersion: z.int().min(1),
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  currency: z.string().length(3),
  /** Probabilities from which on a band of risk counts. */
  floors: z.object({ medium: z.number(), high: z.number(), critical: z.number() }),
  /** What each response stops of impostors and loses of genuine people, and where that is known from. */
  worths: z.record(name, shownWorth),
  /** From so many of `ended` on friction is measured, and from so many of `disowned` efficacy, where some of those were stopped; else it is what is published. */
  enough: z.object({ ended: z.literal(enough.ended), disowned: z.literal(enough.disowned) }),
  actions: z.array(shownAction).max(50),
});
export type ShownActions = z.infer<typeof shownActions>;

export const actionRoutes = [
  {
    method: 'GET', path: '/populations/:population/actions', operation: 'action.list',
    summary: 'Risky actions of the policy in force: what they cost and stopped lately, and what would cost least',
    params: z.strictObject({ population: z.string().max(31) }),
    query: z.strictObject({
      days: z.coerce.number().int().min(1).max(90).default(30),
      origin: z.enum(['real', 'simulated']).default('real'),
    }),
    response: shownActions,
  },
] as const satisfies readonly AdminRoute[];
