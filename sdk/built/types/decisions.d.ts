import { Unanswered } from "./decision-error.js";
import { type Decision } from "./decision.js";
import { type Question } from "./question.js";
/** What is done about an action while the server gives no answer. */
export type WhenUnanswered = "permit" | "deny";
export interface DecisionsOptions<Action extends string> {
	/** Where the decision API is: the origin of the issuer, as in `https://id.example`. */
	readonly server: string;
	/**
	* The application's own: its id and secret, or a token that it gets by client credentials for `<server>/access/v1`.
	* A token that can't be had is an outage like others, unless `token` throws a DecisionError.
	*/
	readonly credentials: {
		readonly clientId: string;
		readonly clientSecret: string;
	} | {
		readonly token: () => Promise<string>;
	};
	/**
	* Every action that this application asks about, and what is done while nobody answers. There is no default: whether a
	* payout waits or a profile may be edited then is for those to say who know what each costs. An outage is what the
	* server or the way to it does; a question that is refused, or asked too often (429), is none and never permitted.
	*/
	readonly whenUnanswered: Readonly<Record<Action, WhenUnanswered>>;
	/** Milliseconds for a question in all; 2,000 where it is left out. */
	readonly timeout?: number;
	/** How often it is asked again within that time; 2 where it is left out, 5 at most. */
	readonly retries?: number;
	/** Told of each question that nobody answered, for a log or an alarm. */
	readonly onUnanswered?: (about: {
		readonly action: string;
		readonly why: Unanswered["why"];
		readonly done: WhenUnanswered;
		readonly error: Error;
	}) => void;
	readonly fetch?: typeof fetch;
}
export type Semantic = "execute_all" | "deny_on_first_deny" | "permit_on_first_permit";
export interface Decisions<Action extends string> {
	/** @throws DecisionError where the question is at fault; an outage doesn't throw, see `whenUnanswered` */
	evaluate(question: Question<Action>): Promise<Decision>;
	/**
	* Several at once, at most 50, in their order; with `deny_on_first_deny` and `permit_on_first_permit` fewer may be
	* answered. Without the server each gets what was stated for its action.
	* @throws DecisionError
	*/
	evaluations(questions: readonly Question<Action>[], semantic?: Semantic): Promise<readonly Decision[]>;
	/**
	* Says what came of a decision that this application asked for, by the `id` in its answer. The same source and
	* reference count once, so it may be sent again. @throws DecisionError; without a `status` where nobody answered
	*/
	label(label: DecisionLabel): Promise<"recorded" | "known">;
}
/** Whether it was the person, as it turned out later. */
export interface DecisionLabel {
	/** Of the decision. */
	readonly id: string;
	/** A payment that was taken back, or what your support desk was told. */
	readonly source: "chargeback" | "support";
	readonly verdict: "impostor" | "genuine";
	/** Your own name for it, such as the dispute's number; nobody's name. */
	readonly reference: string;
}
/**
* The client of the decision API. Make one and keep it: connections are reused by the runtime's own pool.
* @throws DecisionError where an option is missing or makes no sense
*/
export declare function createDecisions<const Action extends string>(options: DecisionsOptions<Action>): Decisions<Action>;
