/** What a checkpoint would answer to a made-up situation, and why. */
import { z } from 'zod';
import { mostReasons } from '../decision-words.ts';
import { decisionResponse } from '../decisions.ts';
import { acr } from '../events/index.ts';
import { actionName, policyFault, policyFile, policyFileBounds } from '../policy/index.ts';
import { riskBand } from '../risk.ts';
import type { AdminRoute } from './route.ts';

const population = z.string().max(31);
/** Milliseconds; at most a hundred years. */
const span = z.number().min(0).max(36_500 * 86_400_000);
const whether = z.boolean().optional();

/** What differs from somebody at home: a browser known for a month, everything fresh, a code by e-mail and a password. */
export const situation = z.strictObject({
  deviceKnownFor: span.optional(),
  authenticationAge: span.optional(),
  acr: acr.optional(),
  sessionAge: span.optional(),
  /** A draw has let the session go before. */
  explored: whether,
  accountAge: span.optional(),
  /** Since the account was given back by recovery, and how long it has had a factor again; null where it never was. */
  recovered: z.strictObject({ age: span, factorAge: span }).nullable().optional(),
  has: z.strictObject({ passkey: whether, totp: whether, password: whether, email: whether }).optional(),
  /** Of the passkey or app that is shown; as if it came with the account where left out. */
  factorBoundFor: span.optional(),
  emailVerifiedFor: span.optional(),
  /** Since another address took the place of one; null where none did. */
  contactChangedAge: span.nullable().optional(),
  /** The band; or what signals of risk say, as logarithms of a likelihood ratio, with the rest silent; null is not known. */
  risk: z.union([
    z.strictObject({ band: riskBand }),
    z.strictObject({ signals: z.record(z.string().max(40), z.number().min(-6).max(8)).refine((all) => Object.keys(all).length <= 30, 'has more than 30 signals') }),
  ]).nullable().optional(),
  /** What was shown since it was asked for. */
  shown: z.array(z.enum(['email-code', 'totp', 'passkey'])).max(3).optional(),
  /** How much it is about. */
  amount: z.strictObject({ value: z.number().min(0).max(1e12), currency: z.string().regex(/^[A-Z]{3}$/, 'use three capital letters, like EUR') }).optional(),
});
export type Situation = z.infer<typeof situation>;

const rule = z.object({
  kind: z.enum(['reason', 'risk', 'response']),
  name: z.string().max(60),
  /** Null where it has none and so always holds. */
  condition: z.string().max(500).nullable(),
  /** Null where it could not be answered. */
  held: z.boolean().nullable(),
  chosen: z.boolean(),
  facts: z.array(z.object({ fact: z.string().max(60), value: z.string().max(100) })).max(40),
});

export const whatIfAnswer = z.object({
  mode: z.enum(['what-if']),
  /** The version that was asked; null for a draft. */
  version: z.int().nullable(),
  /** What has to be mended before a draft can be asked; then there is no answer. */
  faults: z.array(policyFault).max(50),
  answer: z.object({
    response: decisionResponse,
    reasons: z.array(z.string().max(40)).max(mostReasons),
    /** The checkpoint only reports: this is written down, and the action is let through. */
    onlyReports: z.boolean(),
    band: riskBand,
    probability: z.number(),
    /** Every rule that was read, in order. */
    rules: z.array(rule).max(40),
    /** The first whose condition did not hold. */
    firstUnmet: rule.nullable(),
    /** The nearest single change after which the answer is another one; null where none of those looked at does that. */
    nearest: z.object({
      fact: z.string().max(60), from: z.string().max(100), to: z.string().max(100), response: decisionResponse,
      reasons: z.array(z.string().max(40)).max(mostReasons),
    }).nullable(),
    /** How many changes were looked at. */
    tried: z.int(),
  }).nullable(),
});
export type WhatIfAnswer = z.infer<typeof whatIfAnswer>;

const asked = z.strictObject({
  action: actionName,
  /** Begins with what was seen at this decision, and changes what `situation` names. */
  decision: z.uuid().optional(),
  situation: situation.default({}),
  /** A draft to ask instead of the policy in force. */
  files: z.array(policyFile).min(1).max(policyFileBounds.files * 2).optional(),
});

export type WhatIfAsked = z.output<typeof asked>;

export const whatIfRoutes = [
  {
    method: 'POST', path: '/populations/:population/what-if', operation: 'decision.what-if', looks: true,
    summary: 'What a checkpoint would answer to a made-up situation, every rule that was read, and the nearest change that turns it',
    params: z.strictObject({ population }),
    body: asked,
    response: whatIfAnswer,
  },
  {
    method: 'POST', path: '/populations/:population/what-if/kept', operation: 'decision.keep-what-if',
    summary: 'The same, and keeps the answer for a week among decisions of the mode what-if, which nothing counts',
    params: z.strictObject({ population }),
    body: asked,
    response: whatIfAnswer.extend({
      /** The record; null where a draft has faults and there is no answer. */
      kept: z.object({ id: z.uuid(), until: z.iso.datetime() }).nullable(),
    }),
  },
] as const satisfies readonly AdminRoute[];
