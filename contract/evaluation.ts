/**
 * Asking for decisions: the Access Evaluation API of AuthZEN (Authorization API 1.0 §6), at `/access/v1/evaluation`, for
 * one question, and the Access Evaluations API (§7) for several. Fields that the specification doesn't name are left
 * aside; properties are free but small.
 */
import { z } from 'zod';
import { mostReasons } from './decision-words.ts';
import { decisionResponse } from './decisions.ts';
import { readTransaction, transactionType } from './transaction.ts';

export const evaluationPath = '/access/v1/evaluation';
export const evaluationsPath = '/access/v1/evaluations';
/** §9.2.1: where an application finds both. */
export const evaluationMetadataPath = '/.well-known/authzen-configuration';
/** Bytes of a request. */
export const evaluationBodyLimit = 16 * 1024;
export const evaluationsBodyLimit = 64 * 1024;
/** Questions of one request. */
export const mostEvaluations = 50;

const name = z.string().min(1).max(200);
/** Levels that a property may nest: more describes nothing, and all that comes from outside is walked to its end. */
export const deepestProperty = 8;
const isWithin = (value: unknown, levels: number): boolean => (
  typeof value !== 'object' || value === null || (levels > 0 && Object.values(value).every((each) => isWithin(each, levels - 1))));
const shallow = z.record(z.string().max(60), z.unknown()).superRefine((all, { addIssue }) => {
  for (const [at, value] of Object.entries(all)) {
    if (!isWithin(value, deepestProperty)) addIssue({ code: 'custom', path: [at], message: `nests deeper than ${deepestProperty} levels` });
  }
});
const properties = shallow.refine((all) => Object.keys(all).length <= 30, 'has more than 30 properties').optional();

/**
 * Who wants to act, named by something that only whoever the person trusts can have: `session` with the `sid` of an ID
 * token that the caller got, or `access_token` with the token that the caller was shown.
 */
export const evaluationSubject = z.object({
  type: z.enum(['session', 'access_token'], 'is session (with a sid) or access_token'),
  id: z.string().min(1).max(4_000),
});

const ip = z.union([z.ipv4(), z.ipv6()]);
/** Where the person's own request comes from, as the application says; undefined where it doesn't. */
export function clientAddressOf({ context }: { readonly context?: Readonly<Record<string, unknown>> | undefined }): string | undefined {
  // As a server that listens for both sees addresses of IPv4 (RFC 4291 §2.5.5.2).
  return ip.safeParse(context?.['client_address']).data?.replace(/^::ffff:(?=[0-9.]+$)/i, '');
}

export const evaluationRequest = z.object({
  subject: evaluationSubject,
  action: z.object({ name: z.string().min(1).max(60), properties }),
  resource: z.object({ type: name, id: name, properties }),
  /**
   * Taken, and not believed: device and freshness come from our own session. `client_address` is where the person's own
   * request comes from, past the application's proxies: it may raise the risk, and never lowers it.
   */
  context: shallow.optional(),
}).superRefine((asked, { addIssue }) => {
  for (const { path, message } of readTransaction(asked).faults) addIssue({ code: 'custom', path: [...path], message });
  if (asked.context?.['client_address'] !== undefined && clientAddressOf(asked) === undefined) {
    addIssue({ code: 'custom', path: ['context', 'client_address'], message: 'is no address: use one of IPv4 or IPv6 without a port, or leave it away' });
  }
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
    /** Where the action's checkpoint only reports: let through, whatever the reasons say. */
    mode: z.enum(['report-only']).optional(),
    /** Codes of the reasons, for those who run the application. */
    reason_admin: z.object({ codes: z.array(z.string().max(40)).max(mostReasons) }),
    /** What to tell the person, by language (AuthZEN Authorization API 1.0 §5.5.1): what to do, and why. */
    reason_user: z.record(z.string().max(35), z.string().max(800)).optional(),
    /**
     * Challenge: parameters of the authorization request that lifts it (RFC 9470 §3). Beside the classes that would do, any
     * of them, the values name this decision: a proof without that name lifts nothing.
     */
    acr_values: z.string().max(200).optional(),
    /** Seconds. */
    max_age: z.int().min(0).optional(),
    /** Challenge to a transaction: what the request names besides, so that the person sees what they confirm (RFC 9396). */
    authorization_details: z.array(z.object({
      type: z.literal(transactionType), action: z.string(), amount: z.string(), currency: z.string(), payee: z.string().optional(),
    })).length(1).optional(),
    /** `login` where the person has to show something again, however fresh the session is. */
    prompt: z.enum(['login']).optional(),
    /** Delay: when the same question will be answered with yes, unless somebody stops it. */
    delay_until: z.iso.datetime().optional(),
    /** Review: until when somebody is to say yes or no; ask the same question again meanwhile. */
    review_until: z.iso.datetime().optional(),
  }),
});
export type EvaluationAnswer = z.infer<typeof evaluationAnswer>;

const semantics = ['execute_all', 'deny_on_first_deny', 'permit_on_first_permit'] as const;
const whatever = z.record(z.string(), z.unknown());

/** §7.1: what stands at the top holds for each question that doesn't say otherwise. Each is read by itself afterwards. */
export const evaluationsRequest = z.object({
  subject: whatever.optional(), action: whatever.optional(), resource: whatever.optional(), context: whatever.optional(),
  evaluations: z.array(whatever).max(mostEvaluations, `has more than ${mostEvaluations} questions`).optional(),
  options: z.object({
    evaluations_semantic: z.enum(semantics, `is one of ${semantics.join(', ')}`).default('execute_all'),
  }).optional(),
}).superRefine((asked, { addIssue }) => {
  if (asked.evaluations !== undefined && asked.evaluations.length > 0) return;
  // §7.1: without several it is one question, which the top asks.
  const { error } = evaluationRequest.safeParse(asked);
  for (const { path, message } of error?.issues ?? []) addIssue({ code: 'custom', path: [...path], message });
});
export type EvaluationsRequest = z.output<typeof evaluationsRequest>;

/** §7.2.1: a question that could not be answered is a no that says so. */
export const evaluationFault = z.object({
  decision: z.literal(false),
  context: z.object({ error: z.object({ status: z.int(), code: z.string(), message: z.string() }) }),
});
export type EvaluationFault = z.infer<typeof evaluationFault>;

/** In the order of the questions; fewer where the semantic ends at the one that decides. */
export const evaluationsAnswer = z.object({ evaluations: z.array(z.union([evaluationAnswer, evaluationFault])) });
export type EvaluationsAnswer = z.infer<typeof evaluationsAnswer>;

/** §9.1: what there is. */
export const evaluationMetadata = z.object({
  policy_decision_point: z.string(), access_evaluation_endpoint: z.string(), access_evaluations_endpoint: z.string(),
});
