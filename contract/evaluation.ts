/**
 * Asking for a decision: the Access Evaluation API of AuthZEN (Authorization API 1.0 §6), at `/access/v1/evaluation`.
 * Fields that the specification doesn't name are left aside; properties are free but small.
 */
import { z } from 'zod';
import { mostReasons } from './decision-words.ts';
import { decisionResponse } from './decisions.ts';

export const evaluationPath = '/access/v1/evaluation';
/** Bytes of a request. */
export const evaluationBodyLimit = 16 * 1024;

const name = z.string().min(1).max(200);
const properties = z.record(z.string().max(60), z.unknown())
  .refine((all) => Object.keys(all).length <= 30, 'has more than 30 properties').optional();

/**
 * Who wants to act, named by something that only whoever the person trusts can have: `session` with the `sid` of an ID
 * token that the caller got, or `access_token` with the token that the caller was shown.
 */
export const evaluationSubject = z.object({
  type: z.enum(['session', 'access_token'], 'is session (with a sid) or access_token'),
  id: z.string().min(1).max(4_000),
});

export const evaluationRequest = z.object({
  subject: evaluationSubject,
  action: z.object({ name: z.string().min(1).max(60), properties }),
  resource: z.object({ type: name, id: name, properties }),
  /** Taken, and not believed: device and freshness come from our own session. */
  context: z.record(z.string().max(60), z.unknown()).optional(),
});
export type EvaluationRequest = z.infer<typeof evaluationRequest>;

/** What came out, and what would change it. */
export const evaluationAnswer = z.object({
  decision: z.boolean(),
  context: z.object({
    /** Names the record of this decision. */
    id: z.uuid(),
    /**
     * What to do: go on (`allow`; `notify`, of which the owner is told), send the person through the authorization
     * endpoint, wait, or give up.
     */
    response: decisionResponse,
    /** Codes of the reasons, for those who run the application. */
    reason_admin: z.object({ codes: z.array(z.string().max(40)).max(mostReasons) }),
    /** A sentence for the person. */
    reason_user: z.object({ en: z.string().max(200) }).optional(),
    /** Challenge: parameters of the authorization request that lifts it (RFC 9470 §3). */
    acr_values: z.string().max(200).optional(),
    /** Seconds. */
    max_age: z.int().min(0).optional(),
    /** `login` where the person has to show something again, however fresh the session is. */
    prompt: z.enum(['login']).optional(),
    /** Delay: when the same question will be answered with yes, unless somebody stops it. */
    delay_until: z.iso.datetime().optional(),
    /** Review: until when somebody is to say yes or no; ask the same question again meanwhile. */
    review_until: z.iso.datetime().optional(),
  }),
});
export type EvaluationAnswer = z.infer<typeof evaluationAnswer>;
