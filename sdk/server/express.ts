import { judge, keepDecision, type GuardOptions, type Refusal } from './guard.ts';

/** What of Express is used; its own types fit. */
interface Response {
  status(code: number): this;
  set(headers: Record<string, string>): this;
  send(body: string): unknown;
}

export interface ExpressGuardOptions<Request, Action extends string> extends GuardOptions<Request, Action> {
  /** Answers instead of the problem details, as with a page. */
  readonly refuse?: (refusal: Refusal, request: Request, response: never) => unknown;
}

/** Middleware for Express: goes on where the answer is yes. What goes wrong goes to Express's error handler. */
export function guardExpress<Request extends object, Action extends string>(options: ExpressGuardOptions<Request, Action>) {
  return (request: Request, response: Response, next: (error?: unknown) => void): void => {
    judge(options, request).then((verdict) => {
      if (verdict.permitted) {
        keepDecision(request, verdict.decision);
        return next();
      }
      const { refusal } = verdict;
      if (options.refuse) return options.refuse(refusal, request, response as never);
      return response.status(refusal.status).set({ ...refusal.headers }).send(JSON.stringify(refusal.body));
    }).catch(next);
  };
}
