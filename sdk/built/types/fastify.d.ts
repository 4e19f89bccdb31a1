import { type GuardOptions, type Refusal } from "./guard.js";
/** What of Fastify is used; its own types fit. */
interface Reply {
	code(status: number): unknown;
	headers(values: Record<string, string>): unknown;
	send(body: string): unknown;
}
export interface FastifyGuardOptions<
	Request,
	FastifyReply,
	Action extends string
> extends GuardOptions<Request, Action> {
	/** Answers instead of the problem details, as with a page. */
	readonly refuse?: (refusal: Refusal, request: Request, reply: FastifyReply) => unknown;
}
/** A `preHandler` for Fastify: goes on where the answer is yes. */
export declare function guardFastify<
	Request extends object,
	FastifyReply extends Reply,
	Action extends string
>(options: FastifyGuardOptions<Request, FastifyReply, Action>): (request: Request, reply: FastifyReply) => Promise<unknown>;
export {};
