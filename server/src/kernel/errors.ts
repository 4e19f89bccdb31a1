import { errorCatalogue, type ErrorCode, type Fault, type ProblemDetails } from '../../../contract/errors.ts';

export interface ErrorExtras {
  /** What happened in this case; shown to the caller, so never a secret or another person's data. */
  readonly detail?: string;
  readonly faults?: readonly Fault[];
  readonly cause?: unknown;
  /** Seconds until another try makes sense; becomes Retry-After. */
  readonly retryAfter?: number;
  /** The challenge that a proof has to be given for. */
  readonly decision?: string;
}

/** The one error class that crosses doors: a code of the catalogue, what happened, and what lies behind it. */
export class LimenError extends Error {
  readonly code: ErrorCode;
  readonly detail: string | undefined;
  readonly faults: readonly Fault[];
  readonly retryAfter: number | undefined;
  readonly decision: string | undefined;

  constructor(code: ErrorCode, extras: ErrorExtras = {}) {
    const entry = errorCatalogue[code];
    super(extras.detail ? `${entry.title}: ${extras.detail}` : entry.title, { cause: extras.cause });
    this.name = 'LimenError';
    this.code = code;
    this.detail = extras.detail;
    this.faults = extras.faults ?? [];
    this.retryAfter = extras.retryAfter;
    this.decision = extras.decision;
  }

  get status(): number {
    return errorCatalogue[this.code].status;
  }

  /** This error as RFC 9457 problem details. `reference` names the occurrence in the log. */
  toProblem(reference?: string): ProblemDetails {
    const { status, title, remedy } = errorCatalogue[this.code];
    return {
      type: `urn:limen:error:${this.code}`, title, status, code: this.code, remedy,
      ...(this.detail === undefined ? {} : { detail: this.detail }),
      ...(reference === undefined ? {} : { reference }),
      ...(this.faults.length === 0 ? {} : { faults: this.faults }),
      ...(this.decision === undefined ? {} : { decision: this.decision }),
    };
  }
}

/** Throws a LimenError; reads well as the right side of `??` and `||`. */
export function fail(code: ErrorCode, extras?: ErrorExtras): never {
  throw new LimenError(code, extras);
}

export function hasCode(error: unknown, code: ErrorCode): boolean {
  return error instanceof LimenError && error.code === code;
}
