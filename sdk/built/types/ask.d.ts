export interface Asking {
	readonly fetch: typeof fetch;
	readonly authorization: () => Promise<string>;
	/** Milliseconds for a question in all, tries and pauses included. */
	readonly timeout: number;
	/** How often a question is asked again that got no answer. */
	readonly retries: number;
}
/**
* Asks until there is an answer, the tries are used up or the time is. @throws Unanswered where the server gave none;
* DecisionError where the question itself is at fault, which is never taken for an outage
*/
export declare function ask(asking: Asking, url: URL, body: unknown): Promise<unknown>;
