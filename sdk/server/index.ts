/**
 * sdk/server owns what an application's server installs to ask about risky actions: a client of the decision API, and
 * middleware that puts it before a route. It never decides anything by itself but what the application has stated for
 * the time without an answer, never signs anybody in, and has no dependencies.
 */
export { createDecisions, type DecisionLabel, type Decisions, type DecisionsOptions, type Semantic, type WhenUnanswered } from './decisions.ts';
export { stepUpParameters, type Decision, type StepUp } from './decision.ts';
export { DecisionError } from './decision-error.ts';
export type { Question, Subject, Transaction } from './question.ts';
export { challengeOf, decisionOf, judge, responseOf, type About, type GuardOptions, type Refusal, type Verdict } from './guard.ts';
export { guardExpress, type ExpressGuardOptions } from './express.ts';
export { guardFastify, type FastifyGuardOptions } from './fastify.ts';
export { guardHono, type HonoGuardOptions } from './hono.ts';
export { guardRoute, type RouteGuardOptions } from './next.ts';
