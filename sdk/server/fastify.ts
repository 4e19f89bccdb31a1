import { judge, keepDecision, type GuardOptions, type Refusal } from './guard.ts';

/** What of Fastify is used; its own types fit. */
interface Reply {
  code(status: number): unknown;
  headers(values: Record<string, string>): unknown;
  send(body: string): unknown;
}

export interface FastifyGuardOptions<Request, FastifyReply, Action extends string> extends GuardOptions<Request, Action> {
  /** Answers instead of the problem details, as with a page. */
  readonly refuse?: (refusal: Refusal, request: Request, reply: FastifyReply) => unknown;
}

/** A `preHandler` for Fastify: goes on where the answer is yes. */
export function guardFastify<Request extends object, FastifyReply extends Reply, Action extends string>(
  options: FastifyGuardOptions<Request, FastifyReply, Action>,
) {
  return async (request: Request, reply: FastifyReply): Promise<unknown> => {
    const verdict = await judge(options, request);
    if (verdict.permitted) return keepDecision(request, verdict.decision);
    const { refusal } = verdict;
    // Whoever returns the reply from a hook has answered, and the handler isn't called.
    if (options.refuse) await options.refuse(refusal, request, reply);
    else {
      void reply.code(refusal.status);
      void reply.headers({ ...refusal.headers });
      void reply.send(JSON.stringify(refusal.body));
    }
    return reply;
  };
}
