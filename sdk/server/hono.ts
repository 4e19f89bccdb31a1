import { judge, keepDecision, responseOf, type GuardOptions, type Refusal } from './guard.ts';

export interface HonoGuardOptions<Context, Action extends string> extends GuardOptions<Context, Action> {
  /** Answers instead of the problem details, as with a page. */
  readonly refuse?: (refusal: Refusal, context: Context) => Response | Promise<Response>;
}

/** Middleware for Hono: goes on where the answer is yes. The decision is kept for its context. */
export function guardHono<Context extends object, Action extends string>(options: HonoGuardOptions<Context, Action>) {
  return async (context: Context, next: () => Promise<void>): Promise<Response | undefined> => {
    const verdict = await judge(options, context);
    if (!verdict.permitted) return (options.refuse ?? responseOf)(verdict.refusal, context);
    keepDecision(context, verdict.decision);
    await next();
    return undefined;
  };
}
