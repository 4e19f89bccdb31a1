/**
* sdk/server owns what an application's server installs to ask about risky actions: a client of the decision API, and
* middleware that puts it before a route. It never decides anything by itself but what the application has stated for
* the time without an answer, never signs anybody in, and has no dependencies.
*/
export { createDecisions, type DecisionLabel, type Decisions, type DecisionsOptions, type Semantic, type WhenUnanswered } from "./decisions.js";
export { stepUpParameters, type Decision, type StepUp } from "./decision.js";
export { DecisionError } from "./decision-error.js";
export type { Question, Subject, Transaction } from "./question.js";
export { challengeOf, decisionOf, judge, responseOf, type About, type GuardOptions, type Refusal, type Verdict } from "./guard.js";
export { guardExpress, type ExpressGuardOptions } from "./express.js";
export { guardFastify, type FastifyGuardOptions } from "./fastify.js";
export { guardHono, type HonoGuardOptions } from "./hono.js";
export { guardRoute, type RouteGuardOptions } from "./next.js";
