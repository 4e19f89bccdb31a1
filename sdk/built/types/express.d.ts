import { type GuardOptions, type Refusal } from "./guard.js";
/** What of Express is used; its own types fit. */
interface Response {
	status(code: number): this;
	set(headers: Record<string, string>): this;
	send(body: string): unknown;
}
export interface ExpressGuardOptions<
	Request,
	Action extends string
> extends GuardOptions<Request, Action> {
	/** Answers instead of the problem details, as with a page. */
	readonly refuse?: (refusal: Refusal, request: Request, response: never) => unknown;
}
/** Middleware for Express: goes on where the answer is yes. What goes wrong goes to Express's error handler. */
export declare function guardExpress<
	Request extends object,
	Action extends string
>(options: ExpressGuardOptions<Request, Action>): (request: Request, response: Response, next: (error?: unknown) => void) => void;
export {};
