import { errorCatalogue, type ErrorCode, type Fault, type ProblemDetails } from '../../contract/errors.ts';

/** What a script may rely on. */
export const exitCodes = {
  done: 0,
  /** The server refused or failed. */
  failed: 1,
  /** The command line itself is wrong, or a file that it names cannot be read. */
  usage: 2,
  /** It ran, and what it looked at has faults: a plan, an import, an audit chain. */
  faults: 3,
  /** No server answers. */
  unreachable: 4,
  /** Ended by Ctrl-C, as shells count it: 128 and the signal's number. */
  interrupted: 130,
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

  /** The server's code of it, where it comes from there. */
  get code(): ErrorCode | undefined {
    return this.told.code;
  }
}

/** Codes that say that what was looked at has faults, rather than that something failed. */
const faultCodes: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['policy.invalid', 'import.invalid', 'events.chain_broken']);

/** An error of the catalogue, with the words it has there where none are given. */
export function catalogued(code: ErrorCode, told: Partial<Told> = {}): CliError {
  const { title, remedy } = errorCatalogue[code];
  return new CliError(faultCodes.has(code) ? exitCodes.faults : exitCodes.failed, { title, remedy, ...told, code });
}

/** The command line or a file it names is at fault. */
export function misused(title: string, remedy: string, detail?: string): CliError {
  return new CliError(exitCodes.usage, { title, remedy, ...(detail === undefined ? {} : { detail }) });
}
