import type { Decisions } from "./decisions.js";
import type { Decision, StepUp } from "./decision.js";
import type { Question } from "./question.js";
/** What a request is about; `undefined` where nobody is signed in. */
export type About<
	Request,
	Action extends string
> = (request: Request) => Omit<Question<Action>, "action"> | undefined | Promise<Omit<Question<Action>, "action"> | undefined>;
export interface GuardOptions<
	Request,
	Action extends string
> {
	readonly decisions: Decisions<Action>;
	readonly action: Action;
	readonly about: About<Request, Action>;
}
/** An answer to send instead of doing what was asked. */
export interface Refusal {
	/** Undefined where nobody is signed in, so that nothing was asked. */
	readonly decision: Exclude<Decision, {
		kind: "permit";
	}> | undefined;
	readonly status: 401 | 403 | 503;
	readonly headers: Readonly<Record<string, string>>;
	/** RFC 9457 problem details. */
	readonly body: Readonly<Record<string, unknown>>;
}
export type Verdict = {
	readonly permitted: true;
	readonly decision: Decision;
} | {
	readonly permitted: false;
	readonly refusal: Refusal;
};
/** The one core of all middleware: asks about a request, and says what to answer where it may not go on. @throws DecisionError */
export declare function judge<
	Request,
	Action extends string
>({ decisions, action, about }: GuardOptions<Request, Action>, request: Request): Promise<Verdict>;
/**
* RFC 9470 §3. It has no word for "show something again, however fresh the session is", so that is an age of 0, which a
* client can follow that knows the RFC alone. What the person has to see doesn't fit a header; it is in the body
* (`step_up`).
*/
export declare function challengeOf({ acrValues, maxAge, prompt }: StepUp): string;
/** A refusal as a response of the web platform. */
export declare function responseOf({ status, headers, body }: Refusal): Response;
/** @internal */
export declare function keepDecision(request: object, decision: Decision): void;
/** The yes by which a request came this far; says whether it was made without the server. */
export declare function decisionOf(request: object): Decision | undefined;
