import type { AdminApi } from './admin-api.ts';
import type { ExitCode } from './cli-error.ts';
import type { Output } from './output.ts';

/** What a command works with. */
export interface Context {
  readonly api: AdminApi;
  readonly output: Output;
  /** Absolute. */
  readonly dataFolder: string;
  /** What paths on the command line start from. */
  readonly workingFolder: string;
  /** Aborts at Ctrl-C. */
  readonly signal: AbortSignal;
  /** Asks for yes or no; undefined where nobody can be asked. */
  confirm(question: string): Promise<boolean | undefined>;
}

export interface Flag {
  /** As commander has it: `--limit <number>`, `-f, --follow`. */
  readonly flags: string;
  readonly about: string;
  readonly choices?: readonly string[];
  /** May be given several times; the values become a list. */
  readonly many?: true;
  /** A whole number within these bounds. */
  readonly number?: { readonly least: number; readonly most: number };
}

/** One command as data: the program, its help and the check of its guide are made from it. */
export interface Command<Given extends object = object> {
  /** Noun and verb: `principal invite`. */
  readonly name: string;
  readonly summary: string;
  /** What the help says besides. */
  readonly about?: string;
  /** As commander writes them, `<needed>` or `[optional]`, each with what it is. */
  readonly arguments?: Readonly<Record<string, string>>;
  readonly flags?: readonly Flag[];
  readonly examples: readonly string[];
  /** `given` has arguments and flags by their names in camel case. @throws CliError */
  run(context: Context, given: Given): Promise<ExitCode | void>;
}

/** Defines a command whose arguments and flags have the types given. */
export function command<Given extends object>(definition: Command<Given>): Command {
  return definition;
}
