/** What a checkpoint would answer to a made-up situation, and why. */
import { z } from 'zod';
import { mostReasons } from '../decision-words.ts';
import { decisionResponse } from '../decisions.ts';
import { acr } from '../events/index.ts';
import { actionName, placeKinds, policyFault, policyFile, policyFileBounds, tokenAction } from '../policy/index.ts';
import { riskBand } from '../risk.ts';
import type { AdminRoute } from './route.ts';

const population = z.string().max(31);
/** Milliseconds; at most a hundred years. */
const span = z.number().min(0).max(36_500 * 86_400_000);
const whether = z.boolean().optional();
const money = z.number().min(0).max(1e12);

/** What differs from somebody at home: a browser known for a month, everything fresh, a code by e-mail and a password. */
export const situation = z.strictObject({
  deviceKnownFor: span.optional(),
  /** The organisation manages the device. */
  deviceManaged: whether,
  authenticationAge: span.optional(),
  acr: acr.optional(),
  sessionAge: span.optional(),
  /** A draw has let the session go before. */
  explored: whether,
  accountAge: span.optional(),
  /** Since the account was given back by recovery, and how long it has had a factor again; null where it never was. */
  recovered: z.strictObject({ age: span, factorAge: span }).nullable().optional(),
  /** Somebody is getting back into the account at this moment. */
  recovering: whether,
  has: z.strictObject({ passkey: whether, totp: whether, password: whether, email: whether }).optional(),
  /** Of the passkey or app that is shown; as if it came with the account where left out. */
  factorBoundFor: span.optional(),
  emailVerifiedFor: span.optional(),
  /** Since another address took the place of one; null where none did. */
  contactChangedAge: span.nullable().optional(),
  /** Since an address or number was taken from the account; null where none was. */
  contactRemovedAge: span.nullable().optional(),
  /** The band; or what signals of risk say, as logarithms of a likelihood ratio, with the rest silent; null is not known. */
  risk: z.union([
    z.strictObject({ band: riskBand }),
    z.strictObject({ signals: z.record(z.string().max(40), z.number().min(-6).max(8)).refine((all) => Object.keys(all).length <= 30, 'has more than 30 signals') }),
  ]).nullable().optional(),
  /** What was shown since it was asked for. */
  shown: z.array(z.enum(['email-code', 'totp', 'passkey'])).max(3).optional(),
  /** How much it is about. */
  amount: z.strictObject({
    value: money, currency: z.string().regex(/^[A-Z]{3}$/, 'use three capital letters, like EUR'),
    /** With what was permitted within 24 hours before; this amount alone where left out. */
    today: money.optional(),
  }).refine(({ value, today }) => today === undefined || today >= value, { path: ['today'], error: 'is less than the amount itself' }).optional(),
  /** What the application says that is acted on. */
  resource: z.strictObject({
    type: z.string().min(1).max(200).optional(), id: z.string().min(1).max(200).optional(),
    properties: z.record(z.string().min(1).max(60), z.string().max(200)).refine((all) => Object.keys(all).length <= 30, 'has more than 30 properties').optional(),
  }).optional(),
  /** Of the person's own request. */
  network: z.enum(['usual', 'hosting', 'relay', 'mobile', 'private', 'unknown']).optional(),
  /** The application that asks. */
  client: z.string().min(1).max(200).optional(),
  /** In UTC. */
  hour: z.int().min(0).max(23).optional(),
  /** From 1, Monday, to 7. */
  weekday: z.int().min(1).max(7).optional(),
});
export type Situation = z.infer<typeof situation>;

/** What differs from a job that has run for a month: a secret as old, no scope, and from where it always asks. */
export const machine = z.strictObject({
  client: z.string().max(100).optional(),
  kind: z.enum(['service', 'agent']).optional(),
  /** Since it was registered. */
  age: span.optional(),
  authentication: z.enum(['secret', 'key']).optional(),
  /** How long that secret or key has been in force; null where nobody knows. */
  credentialAge: span.nullable().optional(),
  /** The API that the token is for; empty for none. */
  resource: z.string().max(200).optional(),
  scopes: z.array(z.string().min(1).max(100)).max(50).optional(),
  /** Good only with a key that the client showed. */
  bound: whether,
  network: z.enum(placeKinds).optional(),
  /** This client has got tokens before, and none from there. */
  networkIsNew: whether,
  /** In UTC. */
  hour: z.int().min(0).max(23).optional(),
  /** 1 is Monday. */
  weekday: z.int().min(1).max(7).optional(),
  /** What became of the same question, where somebody was to look at it; null where nobody was. */
  review: z.enum(['waiting', 'approved', 'refused']).nullable().optional(),
});
export type Machine = z.infer<typeof machine>;

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
    /** Null of machines, which have no risk. */
    band: riskBand.nullable(),
    probability: z.number().nullable(),
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
  /** The same where the action is that of machines, `token.issue`, and there alone. */
  machine: machine.optional(),
  /** A draft to ask instead of the policy in force. */
  files: z.array(policyFile).min(1).max(policyFileBounds.files * 2).optional(),
}).refine(({ action, machine: made }) => made === undefined || action === tokenAction, { path: ['machine'], error: `is for ${tokenAction} alone: at other actions people ask` })
  .refine(({ action, situation: made }) => action !== tokenAction || Object.keys(made).length === 0, { path: ['situation'], error: `is of people: at ${tokenAction} give machine` });

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
