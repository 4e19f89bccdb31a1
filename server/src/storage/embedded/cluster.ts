import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { fail, type Log, type Randomness } from '../../kernel/index.ts';
import { placeBinaries, type Binaries } from './binaries.ts';
import { lockFolder, type FolderLock } from './folder-lock.ts';
import { passwordName, prepareLocation, type Location } from './location.ts';

/** How to reach a PostgreSQL, in the words of `pg`. */
export interface Connection {
  readonly host: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/** A running embedded PostgreSQL. It is started again when it dies, until `stop`. */
export interface EmbeddedCluster {
  readonly connection: Connection;
  /** The folder that holds all of it but the programs. */
  readonly home: string;
  /** Process id of the postmaster now running; for tests that kill it. */
  processId(): number | undefined;
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  readonly dataFolder: string;
  readonly log: Log;
  readonly random: Randomness;
  /** More `name=value` settings of postgresql.conf; tests give up durability here. */
  readonly settings?: readonly string[];
}

interface Cluster {
  readonly location: Location;
  readonly binaries: Binaries;
  readonly connection: Connection;
  readonly settings: readonly string[];
  readonly log: Log;
}

const role = 'limen';
const startPatience = 60_000;
const stopPatience = 30_000;

/** Sized for the idle bound of 150 MB; no TCP, the socket's folder is the wall. */
const baseSettings = [
  'listen_addresses=', 'unix_socket_permissions=0700', 'max_connections=80', 'shared_buffers=48MB',
  'max_wal_size=512MB', 'jit=off', 'password_encryption=scram-sha-256', 'log_timezone=UTC', 'timezone=UTC',
  'autovacuum_max_workers=2', 'max_worker_processes=4', 'max_logical_replication_workers=0',
];

/**
 * Starts the PostgreSQL of a data folder, making it on first use, and ends one that a killed server left running.
 * @throws storage.in_use, storage.embedded_failed
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedCluster> {
  await mkdir(options.dataFolder, { recursive: true, mode: 0o700 });
  const lock = await lockFolder(options.dataFolder);
  try {
    const location = await prepareLocation(options.dataFolder);
    const binaries = await placeBinaries(location.programs);
    const password = await readOrMakePassword(options);
    const connection = { host: location.socket, user: role, password, database: 'limen' };
    const settings = [...baseSettings, ...(options.settings ?? [])];
    const cluster = { location, binaries, connection, settings, log: options.log };
    await endOrphan(location);
    await initialise(cluster);
    return await supervise(cluster, lock);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function readOrMakePassword({ dataFolder, random }: EmbeddedOptions): Promise<string> {
  const path = join(dataFolder, passwordName);
  const found = await readFile(path, 'utf8').catch(() => undefined);
  if (found) return found.trim();
  const made = random(32).toString('base64url');
  await writeFile(path, `${made}\n`, { mode: 0o600, flush: true });
  return made;
}

/**
 * Runs initdb into a folder beside the data and renames, so that a first start cut short leaves no half cluster. That
 * folder has a name of its own each time: an initdb whose server was killed goes on for a moment in the one before.
 */
async function initialise({ location, binaries, connection }: Cluster): Promise<void> {
  if (await readFile(join(location.data, 'PG_VERSION'), 'utf8').catch(() => undefined)) return;
  await removeHalfMade(location);
  const work = await mkdtemp(join(location.home, halfMade));
  try {
    const [made, passwordFile] = [join(work, 'made'), join(work, 'password')];
    await writeFile(passwordFile, connection.password, { mode: 0o600 });
    for (const path of [work, passwordFile]) await handOver(path, location);
    await runToEnd(location, join(binaries.root, 'bin', 'initdb'), [
      `--pgdata=${made}`, `--username=${role}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256',
      '--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--data-checksums',
    ]);
    await rm(location.data, { recursive: true, force: true });
    await rename(made, location.data);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

const halfMade = 'initdb-';

/** What is still written to stays for the next time. */
async function removeHalfMade({ home }: Location): Promise<void> {
  const left = (await readdir(home)).filter((name) => name.startsWith(halfMade));
  for (const name of left) await rm(join(home, name), { recursive: true, force: true }).catch(() => undefined);
}

async function handOver(path: string, { runAs }: Location): Promise<void> {
  if (!runAs) return;
  await chown(path, runAs.uid, runAs.gid);
  await chmod(path, path.endsWith('password') ? 0o600 : 0o700);
}

async function runToEnd(location: Location, program: string, args: string[]): Promise<void> {
  const child = spawn(program, args, { ...location.runAs, cwd: '/', env: cleanEnvironment() });
  const output: string[] = [];
  child.stdout.on('data', (chunk) => output.push(String(chunk)));
  child.stderr.on('data', (chunk) => output.push(String(chunk)));
  const [code] = await once(child, 'close') as [number | null];
  if (code !== 0) fail('storage.embedded_failed', { detail: output.join('').trim().split('\n').slice(-3).join(' ') });
}

/** Only what PostgreSQL needs: no secret of ours is inherited. */
function cleanEnvironment(): Record<string, string> {
  return { LC_ALL: 'C', TZ: 'UTC' };
}

async function endOrphan({ data }: Location): Promise<void> {
  const pid = Number((await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0]);
  if (!pid || !(await isPostmaster(pid, data))) return;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < stopPatience; waited += 50) {
    if (!(await isPostmaster(pid, data))) return;
    await pause(50);
  }
  fail('storage.embedded_failed', { detail: `an earlier PostgreSQL (process ${pid}) does not stop` });
}

async function isPostmaster(pid: number, data: string): Promise<boolean> {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
  if (command !== undefined) return command.includes(data);
  if (process.platform === 'linux') return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function supervise(cluster: Cluster, lock: FolderLock): Promise<EmbeddedCluster> {
  let stopping = false;
  let child = await startOnce(cluster);
  const watching = watch();

  async function watch(): Promise<void> {
    while (!stopping) {
      const [code, signal] = await exited(child);
      if (stopping) return;
      cluster.log.error({ code, signal }, 'PostgreSQL ended by itself and is started again');
      try {
        child = await startOnce(cluster);
      } catch (error) {
        cluster.log.error({ err: error }, 'PostgreSQL could not be started again');
        return;
      }
    }
  }

  return {
    connection: cluster.connection,
    home: cluster.location.home,
    processId: () => child.pid,
    stop: async () => {
      stopping = true;
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGINT');
        await exited(child);
      }
      await watching;
      await lock.release();
    },
  };
}

async function exited(child: ChildProcess): Promise<[number | null, NodeJS.Signals | null]> {
  if (child.exitCode !== null || child.signalCode !== null) return [child.exitCode, child.signalCode];
  return await once(child, 'exit') as [number | null, NodeJS.Signals | null];
}

/**
 * Starts the postmaster and waits until it answers. After a killed postmaster its children may hold the shared
 * memory for a moment, and the new one refuses to start: so it is tried again until patience ends.
 */
async function startOnce(cluster: Cluster): Promise<ChildProcess> {
  const until = performance.now() + startPatience;
  for (;;) {
    const child = spawnPostmaster(cluster);
    while (child.exitCode === null && child.signalCode === null) {
      if (await answers(cluster.connection)) return child;
      if (performance.now() > until) {
        child.kill('SIGQUIT');
        break;
      }
      await pause(20);
    }
    if (performance.now() > until) fail('storage.embedded_failed', { detail: await lastWords(cluster.location) });
    await pause(200);
  }
}

function spawnPostmaster({ location, binaries, settings }: Cluster): ChildProcess {
  const args = ['-D', location.data, '-k', location.socket, ...settings.flatMap((setting) => ['-c', setting])];
  // A process group of its own: Ctrl-C is for the server, which stops PostgreSQL after its own work is done.
  const child = spawn(join(binaries.root, 'bin', 'postgres'), args, {
    ...location.runAs, cwd: '/', env: cleanEnvironment(), detached: true, stdio: ['ignore', 'ignore', 'pipe'],
  });
  child.on('error', () => undefined);
  const logFile = createWriteStream(logPath(location), { flags: 'a', mode: 0o600 });
  child.stderr!.pipe(logFile);
  return child;
}

const logPath = (location: Location): string => `${location.data}.log`;

async function lastWords(location: Location): Promise<string> {
  const log = await readFile(logPath(location), 'utf8').catch(() => '');
  return `${logPath(location)}: ${log.trim().split('\n').slice(-3).join(' | ')}`;
}

/** True once PostgreSQL takes connections; makes our database at the first one. */
async function answers(connection: Connection): Promise<boolean> {
  const client = new Client({ ...connection, database: 'postgres', connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rowCount } = await client.query('select from pg_database where datname = $1', [connection.database]);
    if (rowCount === 0) await client.query(`create database ${connection.database}`);
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
