/** The server as an operator runs it: a process of its own, which a test may kill. Ends with the test file. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endBeforeDatabase } from '../storage/testing.ts';
import { fetchFrom } from './test-fetch.ts';
import type { TestHouse } from './test-application.ts';
import { operatorOf } from './test-operator.ts';
import { until } from './test-waiting.ts';
import { freePort } from './testing.ts';

const program = join(import.meta.dirname, '..', '..', 'main.ts');

export interface Exit { readonly code: number | null; readonly signal: NodeJS.Signals | null }

export interface Program extends TestHouse {
  readonly port: number;
  readonly dataFolder: string;
  readonly pid: number;
  /** What it has said so far, on both outputs. */
  said(): string;
  readonly ended: Promise<Exit>;
  signal(name: NodeJS.Signals): void;
  /** Resolves when it takes requests. @throws with its words where it ended instead */
  ready(): Promise<void>;
}

/** As the launcher has it where an operator starts the program. */
const { NODE_COMPILE_CACHE } = process.env;

/** Starts the program with these variables in its environment and nothing else of ours. */
export function startProgram(given: { dataFolder: string; port: number; environment?: Record<string, string> }): Program {
  const { dataFolder, port, environment = {} } = given;
  const child = spawn(process.execPath, [program], {
    cwd: dataFolder, stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], LIMEN_DATA: dataFolder, PORT: String(port), ...NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE }, ...environment },
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => { words += text; });
  }
  let exit: Exit | undefined;
  // `close` comes when all that it said has been read.
  const ended = once(child, 'close').then(([code, signal]): Exit => (exit = { code, signal } as Exit));
  endBeforeDatabase(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  const url = environment['LIMEN_URL'] ?? `http://localhost:${port}`;
  return {
    url, port, dataFolder, pid: child.pid!, fetch: fetchFrom(() => port), operator: operatorOf(dataFolder), ended,
    said: () => words,
    signal: (name) => { child.kill(name); },
    ready: async () => {
      await until('the server is ready', () => exit !== undefined || words.includes('Ctrl-C stops'));
      if (exit) throw new Error(`the server ended (${exit.code ?? exit.signal}): ${words}`);
    },
  };
}

/** A data folder that goes after the test file, with the embedded database that was made for it. */
export async function programFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'limen-program-'));
  endBeforeDatabase(async () => {
    const pid = await postmasterOf(folder);
    if (pid !== undefined && await isRunning(pid)) process.kill(pid, 'SIGKILL');
    for (const path of [await homeOf(folder), folder]) await rm(path, { recursive: true, force: true, maxRetries: 5 });
  });
  return folder;
}

export { freePort };

/** As root the embedded database lies elsewhere, and the data folder says where. */
export const homeOf = async (folder: string): Promise<string> => (
  await readFile(join(folder, 'postgres-location'), 'utf8').catch(() => folder)).trim();

/** Process id of the embedded PostgreSQL that a data folder's cluster names, whether or not it still runs. */
export async function postmasterOf(folder: string): Promise<number | undefined> {
  const home = await homeOf(folder);
  const data = home === folder ? 'postgres' : 'data';
  const text = await readFile(join(home, data, 'postmaster.pid'), 'utf8').catch(() => '');
  return Number(text.split('\n')[0]) || undefined;
}

/** Whether a process runs; one that ended and waits for its parent to look does not. */
export async function isRunning(pid: number): Promise<boolean> {
  if (process.platform === 'linux') return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')) !== '';
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
