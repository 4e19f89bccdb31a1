import { type GuardOptions, type Refusal } from "./guard.js";
export interface HonoGuardOptions<
	Context,
	Action extends string
> extends GuardOptions<Context, Action> {
	/** Answers instead of the problem details, as with a page. */
	readonly refuse?: (refusal: Refusal, context: Context) => Response | Promise<Response>;
}
/** Middleware for Hono: goes on where the answer is yes. The decision is kept for its context. */
export declare function guardHono<
	Context extends object,
	Action extends string
>(options: HonoGuardOptions<Context, Action>): (context: Context, next: () => Promise<void>) => Promise<Response | undefined>;
