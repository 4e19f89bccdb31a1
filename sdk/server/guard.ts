import type { Decisions } from './decisions.ts';
import type { Decision, StepUp } from './decision.ts';
import type { Question } from './question.ts';

/** What a request is about; `undefined` where nobody is signed in. */
export type About<Request, Action extends string> = (request: Request) =>
  Omit<Question<Action>, 'action'> | undefined | Promise<Omit<Question<Action>, 'action'> | undefined>;

export interface GuardOptions<Request, Action extends string> {
  readonly decisions: Decisions<Action>;
  readonly action: Action;
  readonly about: About<Request, Action>;
}

/** An answer to send instead of doing what was asked. */
export interface Refusal {
  /** Undefined where nobody is signed in, so that nothing was asked. */
  readonly decision: Exclude<Decision, { kind: 'permit' }> | undefined;
  readonly status: 401 | 403 | 503;
  readonly headers: Readonly<Record<string, string>>;
  /** RFC 9457 problem details. */
  readonly body: Readonly<Record<string, unknown>>;
}

export type Verdict = { readonly permitted: true; readonly decision: Decision } | { readonly permitted: false; readonly refusal: Refusal };

/** The one core of all middleware: asks about a request, and says what to answer where it may not go on. @throws DecisionError */
export async function judge<Request, Action extends string>(
  { decisions, action, about }: GuardOptions<Request, Action>, request: Request,
): Promise<Verdict> {
  const question = await about(request);
  if (!question) return { permitted: false, refusal: nobody };
  const decision = await decisions.evaluate({ ...question, action });
  return decision.kind === 'permit' ? { permitted: true, decision } : { permitted: false, refusal: refusalOf(decision) };
}

const problem = (status: number, code: string, title: string, more: Record<string, unknown> = {}) => (
  { type: `urn:limen:refusal:${code}`, title, status, code, ...more });
const headersWith = (more: Record<string, string>) => (
  { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...more });

/** RFC 6750 §3: without an error, since nothing was presented. */
const nobody: Refusal = {
  decision: undefined, status: 401, headers: headersWith({ 'www-authenticate': 'Bearer' }),
  body: problem(401, 'not-signed-in', 'Nobody is signed in'),
};

function refusalOf(decision: Refusal['decision'] & object): Refusal {
  const { codes, id } = decision;
  const more = { ...(id === undefined ? {} : { decision: id }), codes };
  if (decision.kind === 'step-up') {
    return {
      decision, status: 401, headers: headersWith({ 'www-authenticate': challengeOf(decision.stepUp) }),
      body: problem(401, 'insufficient-user-authentication', 'The person has to confirm this', { ...more, step_up: wireOf(decision.stepUp) }),
    };
  }
  if (decision.withoutServer) {
    return {
      decision, status: 503, headers: headersWith({ 'retry-after': '5' }),
      body: problem(503, 'unanswered', 'Nobody could say whether this may be done', more),
    };
  }
  if (decision.kind === 'wait') {
    const until = decision.until.toISOString();
    return { decision, status: 403, headers: headersWith({}), body: problem(403, decision.for, 'This has to wait', { ...more, until }) };
  }
  return { decision, status: 403, headers: headersWith({}), body: problem(403, 'denied', 'This is not possible now', more) };
}

/**
 * RFC 9470 §3. It has no word for "show something again, however fresh the session is", so that is an age of 0, which a
 * client can follow that knows the RFC alone. What the person has to see doesn't fit a header; it is in the body
 * (`step_up`).
 */
export function challengeOf({ acrValues, maxAge, prompt }: StepUp): string {
  const age = prompt === 'login' ? 0 : maxAge;
  const parts = [
    'error="insufficient_user_authentication"', 'error_description="the person has to confirm this"',
    `acr_values="${acrValues.replace(/[^\x21\x23-\x5b\x5d-\x7e ]/g, '')}"`, ...(age === undefined ? [] : [`max_age="${Math.floor(age)}"`]),
  ];
  return `Bearer ${parts.join(', ')}`;
}

function wireOf({ acrValues, maxAge, prompt, authorizationDetails }: StepUp): Record<string, unknown> {
  return {
    acr_values: acrValues, ...(maxAge === undefined ? {} : { max_age: maxAge }), ...(prompt ? { prompt } : {}),
    ...(authorizationDetails ? { authorization_details: authorizationDetails } : {}),
  };
}

/** A refusal as a response of the web platform. */
export function responseOf({ status, headers, body }: Refusal): Response {
  return new Response(JSON.stringify(body), { status, headers });
}

const permitted = new WeakMap<object, Decision>();

/** @internal */
export function keepDecision(request: object, decision: Decision): void {
  permitted.set(request, decision);
}

/** The yes by which a request came this far; says whether it was made without the server. */
export function decisionOf(request: object): Decision | undefined {
  return permitted.get(request);
}
