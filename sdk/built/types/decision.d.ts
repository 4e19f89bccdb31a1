/** What lifts a no: parameters of an authorization request (RFC 9470 §4, RFC 9396 §2), to be sent as they are. */
export interface StepUp {
	readonly acrValues: string;
	/** Seconds. */
	readonly maxAge?: number;
	readonly prompt?: "login";
	/** What the person is shown and confirms. */
	readonly authorizationDetails?: readonly Readonly<Record<string, unknown>>[];
}
interface Answered {
	/** Names the record of this decision; absent where it was made without the server. */
	readonly id?: string;
	/** Why, for those who run the application. */
	readonly codes: readonly string[];
	/** What to tell the person, in English, where there is something. */
	readonly words?: string;
	/** The same by language (BCP 47). */
	readonly wordsIn?: Readonly<Record<string, string>>;
	/**
	* True where the server didn't answer, or not in time, and what the application had stated for this action was done
	* instead; a no where it asked too often. Worth an alarm, and with a permit a note in the record of what was done.
	*/
	readonly withoutServer: boolean;
}
/** What the application may do now. */
export type Decision = Answered & ({
	readonly kind: "permit";
} | {
	readonly kind: "step-up";
	readonly stepUp: StepUp;
} | {
	readonly kind: "wait";
	readonly until: Date;
	readonly for: "delay" | "review";
} | {
	readonly kind: "deny";
});
interface Wire {
	readonly decision?: unknown;
	readonly context?: {
		readonly id?: unknown;
		readonly acr_values?: unknown;
		readonly max_age?: unknown;
		readonly prompt?: unknown;
		readonly authorization_details?: unknown;
		readonly delay_until?: unknown;
		readonly review_until?: unknown;
		readonly reason_admin?: {
			readonly codes?: unknown;
		};
		readonly reason_user?: Readonly<Record<string, unknown>>;
		readonly error?: {
			readonly code?: unknown;
		};
	};
}
/** Reads an answer; undefined where it is none. Only a plain yes is a yes, and what isn't understood is a no. */
export declare function readDecision(wire: unknown): Decision | undefined;
/** @internal Of the fields of a challenge as they are on the wire. */
export declare function readStepUp({ acr_values: acrValues, max_age: maxAge, prompt, authorization_details: details }: NonNullable<Wire["context"]>): StepUp | undefined;
/** The parameters that a step-up adds to an authorization request. */
export declare function stepUpParameters({ acrValues, maxAge, prompt, authorizationDetails }: StepUp): Record<string, string>;
export {};
