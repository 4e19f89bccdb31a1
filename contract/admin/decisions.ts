/** Decisions at checkpoints: what was asked, what was answered, and why. */
import { z } from 'zod';
import { decisionMode, decisionOutcome, decisionResponse } from '../decisions.ts';
import { mostReasons } from '../decision-words.ts';
import { followUpKinds, givenSources, labelEntries, labelSources, type LabelSource } from '../decision-record.ts';
import { responseNames } from '../actions/index.ts';
import { shownWorth } from './actions.ts';
import type { AdminRoute } from './route.ts';
import { shownShadow, watchRoutes } from './watches.ts';
import { whatIfRoutes } from './what-if.ts';

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
  mode: decisionMode,
  /** What a checkpoint that only reports would have answered; null where what it came to was answered. */
  would: z.object({
    response: decisionResponse, reasons: z.array(z.string().max(40)).max(mostReasons),
    /** What a challenge would have asked for. */
    with: z.string().max(40).optional(),
  }).nullable(),
  /** How a challenge, a delay or a review ended; null while it is open, and for others. */
  outcome: decisionOutcome.nullable(),
  settledAt: z.iso.datetime().nullable(),
});
export type ShownDecision = z.infer<typeof shownDecision>;

/** What was said of a decision afterwards. */
export const shownLabel = z.object({
  source: z.enum(Object.keys(labelSources) as [LabelSource, ...LabelSource[]]),
  /** The other side's own name for it: the same one counts once. */
  reference: z.string().max(120),
  /** Counts up where the same reference says otherwise. */
  revision: z.int().min(0),
  verdict: z.enum(labelEntries),
  confidence: z.number().min(0).max(1),
  at: z.iso.datetime(),
  givenBy: z.string().max(200),
  note: z.string().max(300).nullable(),
  /** The last one of its source and reference, and not taken back. */
  stands: z.boolean(),
});
export type ShownLabel = z.infer<typeof shownLabel>;

const knownAmount = z.object({ amount: z.number(), from: z.enum(['policy', 'assumed']) });
const lostAmount = z.object({ amount: z.number(), from: z.enum(['policy', 'assumed', 'request']) });

/** With everything that the answer came from. Lengths of time are in milliseconds. */
export const shownDecisionInFull = shownDecision.extend({
  features: z.record(z.string(), z.unknown()),
  /** Every response that the policy offers, whether its condition held, and which was chosen. */
  candidates: z.array(z.object({
    respond: decisionResponse, with: z.string().optional(), within: z.string().optional(),
    for: z.string().optional(), held: z.boolean(), chosen: z.boolean(),
  })).max(8),
  /** From where each group of facts comes. */
  provenance: z.record(z.string().max(40), z.string().max(40)),
  /** Groups of facts and signals of risk that there was nothing to see of. */
  missing: z.array(z.string().max(60)).max(60),
  /** What was at stake, and every answer that could have been given; null for what the policy does not declare, from before, and for machines. */
  weighing: z.object({
    valueAtRisk: z.enum(['low', 'elevated', 'high', 'critical']), frictionTolerance: z.enum(['low', 'medium', 'high']),
    stakes: z.object({ loss: lostAmount, friction: knownAmount }),
    answers: z.array(z.object({
      answer: z.enum(responseNames),
      /** Expected, in the policy's currency; null where the risk was not known. */
      cost: z.number().nullable(),
      /** How probable it was that just this one was given: 1 and 0 without exploration. */
      propensity: z.number().min(0).max(1),
    })).max(8),
    /** Answered otherwise than the policy would, by a draw. */
    explored: z.boolean(),
    /** Of the draw, below 2^48; the same seed gives the same answer. */
    seed: z.int().nullable(),
    /** What was counted here of these answers and went into their costs; the rest goes by what is published. */
    measured: z.partialRecord(z.enum(responseNames), shownWorth).optional(),
  }).nullable(),
  /** The model of risk. */
  model: z.string().max(60).nullable(),
  /** What drafts that watched would have answered. */
  shadows: z.array(shownShadow).max(8),
  /** What became of it, in the order in which it happened. */
  followUps: z.array(z.object({
    at: z.iso.datetime(), ms: z.int(), kind: z.enum(followUpKinds), what: z.string().max(120).nullable(), code: z.string().max(120).nullable(),
  })).max(60),
  labels: z.array(shownLabel).max(200),
  /** Until the record is removed; earlier where the person is erased. */
  keptUntil: z.iso.datetime(),
  retention: z.string().max(40),
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
      /** Those asked for in earnest where left out, live or by a checkpoint that only reports. */
      mode: decisionMode.optional(),
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
  {
    method: 'POST', path: `${at}/:decision/labels`, operation: 'decision.label',
    summary: 'Says of a decision whether it was the person or somebody else, says it otherwise, or takes it back; the same source and reference count once',
    params: z.strictObject({ population, decision: z.uuid() }),
    body: z.strictObject({
      source: z.enum(givenSources),
      /** `withdrawn` takes back what stands under that source and reference; both stay in the history. */
      verdict: z.enum(labelEntries),
      /** The case or payment by its own name, so that it may be sent again without counting twice. */
      reference: z.string().trim().min(1).max(120),
      /** 0 to 1; as sure as that source usually is where left out. */
      confidence: z.number().min(0).max(1).optional(),
      /** Why; goes with the decision, so without names. */
      note: z.string().trim().min(1).max(300).optional(),
      /** Says it otherwise where that reference said something; without it the first one stands. */
      supersedes: z.boolean().optional(),
    }),
    response: z.object({ outcome: z.enum(['recorded', 'known']), labels: z.array(shownLabel).max(200) }),
  },
  ...watchRoutes, ...whatIfRoutes,
] as const satisfies readonly AdminRoute[];
