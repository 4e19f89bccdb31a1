import { type GuardOptions, type Refusal } from "./guard.js";
export interface RouteGuardOptions<Action extends string> extends GuardOptions<Request, Action> {
	/** Answers instead of the problem details, as with a redirect. */
	readonly refuse?: (refusal: Refusal, request: Request) => Response | Promise<Response>;
}
/**
* A route handler of Next, or of whatever else hands a handler a `Request` and takes a `Response`, that is called where
* the answer is yes. A body that `about` reads it reads from its own copy, so that the handler can read it as well.
*/
export declare function guardRoute<
	Action extends string,
	Rest extends readonly unknown[]
>(options: RouteGuardOptions<Action>, handler: (request: Request, ...rest: Rest) => Response | Promise<Response>): (request: Request, ...rest: Rest) => Promise<Response>;
