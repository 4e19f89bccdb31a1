import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { operatorOf, type Operator } from '../../server/src/app/test-operator.ts';
import { passwordName, type Connection } from '../../server/src/storage/embedded/testing.ts';
import { root } from '../../tools/root.ts';

/** A Limen server of the benchmark's own, started as an operator starts it. */
export interface LimenProcess {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Of the embedded PostgreSQL. */
  postmaster(): Promise<number>;
  readonly operator: Operator;
  /** How to reach its database, for what has to be in it before the time is taken. */
  database(): Promise<Connection>;
  /** Begins or ends a CPU profile; see `profiler.ts`. */
  toggleProfile(): void;
  stop(): Promise<void>;
}

export interface LimenOptions {
  readonly dataFolder: string;
  /** A free one unless given; issuers have it in them, so that a second start takes that of the first. */
  readonly port?: number;
  readonly environment?: Readonly<Record<string, string>>;
  /** Where profiles go, where they are wanted. */
  readonly profileTo?: string;
  /** Whether the start itself is profiled, until `toggleProfile`. */
  readonly profileStart?: boolean;
}

const patience = 60_000;
const lookEvery = 4;

/** Starts it through the launcher, and resolves with the first discovery document that it gives. */
export async function startLimen(options: LimenOptions): Promise<LimenProcess> {
  const { dataFolder, port = await freePort(), environment = {}, profileTo, profileStart = false } = options;
  const url = `http://localhost:${port}`;
  const profiler = profileTo === undefined ? [] : ['--import', join(root, 'bench/processes/profiler.ts')];
  const child = spawn(process.execPath, [...profiler, join(root, 'tools/run.mjs'), 'start'], {
    cwd: dataFolder, stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'], LIMEN_DATA: dataFolder, PORT: String(port), ...environment,
      ...(profileTo === undefined ? {} : { BENCH_PROFILE_TO: profileTo }),
      ...(profileStart ? { BENCH_PROFILE_START: '1' } : {}),
    },
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => { words += text; });
  const running = (): boolean => child.exitCode === null && child.signalCode === null;
  const stop = async (): Promise<void> => {
    if (!running()) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  };
  try {
    await untilAnswered(`${url}/customers/.well-known/openid-configuration`, running);
  } catch (error) {
    await stop();
    throw new Error(`the server did not start: ${words}`, { cause: error });
  }
  return {
    url, port, pid: child.pid!, operator: operatorOf(dataFolder), stop,
    postmaster: () => postmasterOf(dataFolder),
    database: () => databaseOf(dataFolder),
    toggleProfile: () => { child.kill('SIGUSR2'); },
  };
}

async function untilAnswered(url: string, running: () => boolean): Promise<void> {
  const end = performance.now() + patience;
  while (performance.now() < end && running()) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) {
      await answer.json();
      return;
    }
    await new Promise((resolve) => { setTimeout(resolve, lookEvery); });
  }
  throw new Error(`${url} was not answered`);
}

/** As root the embedded database lies elsewhere, and the data folder says where. */
async function homeOf(dataFolder: string): Promise<string | undefined> {
  return (await readFile(join(dataFolder, 'postgres-location'), 'utf8').catch(() => undefined))?.trim();
}

async function postmasterOf(dataFolder: string): Promise<number> {
  return Number((await noteOfPostmaster(dataFolder))[0]);
}

async function databaseOf(dataFolder: string): Promise<Connection> {
  const host = (await noteOfPostmaster(dataFolder))[4]!;
  const password = (await readFile(join(dataFolder, passwordName), 'utf8')).trim();
  return { host, user: 'limen', password, database: 'limen' };
}

/** The lines that a running PostgreSQL keeps about itself: its process id first, the folder of its socket fifth. */
async function noteOfPostmaster(dataFolder: string): Promise<readonly string[]> {
  const home = await homeOf(dataFolder);
  const data = home === undefined ? join(dataFolder, 'postgres') : join(home, 'data');
  return (await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n');
}

/** A data folder, and its end together with the database that was made for it. */
export async function limenFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'limen-bench-'));
  return {
    path,
    remove: async () => {
      const home = await homeOf(path);
      for (const each of [home, path]) if (each !== undefined) await rm(each, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => { server.close(resolve); });
  return port;
}
