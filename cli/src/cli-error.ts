import type { Fault, ProblemDetails } from '../../contract/errors.ts';

/** What a script may rely on. */
export const exitCodes = {
  done: 0,
  /** The server refused or failed. */
  failed: 1,
  /** The command line itself is wrong. */
  usage: 2,
  /** It ran, and what it looked at has faults: a plan, an import, an audit chain. */
  faults: 3,
  /** No server answers. */
  unreachable: 4,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

type Told = Pick<ProblemDetails, 'title' | 'remedy'> & Partial<Pick<ProblemDetails, 'code' | 'detail' | 'reference'>> & {
  readonly faults?: readonly Fault[];
};

/** Ends a command: what happened, what to do, and the exit code. */
export class CliError extends Error {
  readonly exitCode: ExitCode;
  readonly told: Told;
  constructor(exitCode: ExitCode, told: Told) {
    super(told.title);
    this.exitCode = exitCode;
    this.told = told;
  }
}
