import { resolve } from 'node:path';
import { localSocket } from '../../contract/local-socket.ts';
import { createAdminApi } from './admin-api.ts';
import { CliError, exitCodes, type ExitCode } from './cli-error.ts';
import { commands, nouns } from './commands/index.ts';
import type { Context } from './command.ts';
import { confirmOn, type Input } from './confirm.ts';
import { createOutput, type Stream } from './output.ts';
import { createProgram, HelpShown, type Everywhere } from './program.ts';
import { createSocketClient } from './socket-client.ts';

/** All that a run of `limen` gets from outside. */
export interface Surroundings {
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly workingFolder: string;
  readonly stdin: Input;
  readonly stdout: Stream & { readonly columns?: number };
  readonly stderr: Stream;
  readonly version: string;
  /** Aborts at Ctrl-C. */
  readonly signal: AbortSignal;
}

/** Runs one command line to its end. Never rejects. */
export async function runCli(surroundings: Surroundings): Promise<ExitCode> {
  const { args, stdout, stderr, signal, version } = surroundings;
  let exitCode: ExitCode = exitCodes.done;
  // Before the line is understood, to tell of a wrong one in the form asked for.
  let output = createOutput({ json: args.includes('--json'), stdout, stderr });
  let help = '';
  const program = createProgram({
    commands, nouns, version, width: Math.min(stdout.columns ?? 80, 120), write: (text) => { help += text; },
    run: async (command, given, everywhere) => {
      output = createOutput({ json: everywhere.json ?? false, stdout, stderr });
      exitCode = await command.run(contextOf(surroundings, everywhere, output), given) ?? exitCodes.done;
    },
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof HelpShown) {
      (error.wanted ? stdout : stderr).write(help);
      return error.wanted ? exitCodes.done : exitCodes.usage;
    }
    if (signal.aborted) return exitCodes.interrupted;
    const told = error instanceof CliError ? error : unforeseen(error);
    output.error(told);
    return told.exitCode;
  }
}

function contextOf(surroundings: Surroundings, { data }: Everywhere, output: Context['output']): Context {
  const { environment, workingFolder, stdin, stderr, signal } = surroundings;
  const dataFolder = resolve(workingFolder, data ?? (environment.LIMEN_DATA?.trim() || '.limen'));
  return {
    api: createAdminApi(createSocketClient(localSocket(dataFolder), signal)),
    output, dataFolder, workingFolder, signal,
    confirm: output.json ? async () => undefined : confirmOn(stdin, stderr, signal),
  };
}

function unforeseen(error: unknown): CliError {
  return new CliError(exitCodes.failed, {
    title: 'limen itself failed', detail: error instanceof Error ? error.stack ?? error.message : String(error),
    remedy: 'Try again; if it stays, report it with the lines above.',
  });
}
