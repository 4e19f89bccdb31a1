/** The question, or the way it was asked, is at fault: wrong credentials, a malformed question. No outage, so nothing is permitted by it. */
export class DecisionError extends Error {
  /** Of the answer; absent where nothing was asked. */
  readonly status: number | undefined;
  /** Stable, as in the server's catalogue of errors. */
  readonly code: string | undefined;

  constructor(message: string, { status, code, cause }: { status?: number; code?: string; cause?: unknown } = {}) {
    super(message, { cause });
    this.name = 'DecisionError';
    this.status = status;
    this.code = code;
  }
}

/**
 * @internal There was no answer: what the application stated for the action is done; but nothing is permitted where it
 * asked too often (`limited`), since whoever has it ask often would choose that.
 */
export class Unanswered extends Error {
  readonly why: 'timeout' | 'network' | 'unavailable' | 'protocol' | 'limited';
  /** Milliseconds. */
  readonly retryAfter: number | undefined;

  constructor(why: Unanswered['why'], message: string, { retryAfter, cause }: { retryAfter?: number | undefined; cause?: unknown }) {
    super(message, { cause });
    this.name = 'Unanswered';
    this.why = why;
    this.retryAfter = retryAfter;
  }
}
