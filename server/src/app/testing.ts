/**
 * The whole server for tests, as `npm start` runs it: HTTP on loopback, local socket, workers, on a database and a
 * data folder of its own. It ends with the test file.
 */
import { randomBytes, randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PoolConfig } from 'pg';
import { Secret } from '../kernel/index.ts';
import { endBeforeDatabase, testDatabase } from '../storage/testing.ts';
import { readConfig, type Config } from './config.ts';
import type { Seams } from './ground.ts';
import { runServer, type RunningServer } from './run-server.ts';

/**
 * Starts a server with the settings given, the rest being fit for a test. A second one on the database of a first
 * takes that one's `url`, `databaseUrl` and `masterKey`, and gets a port and a data folder of its own.
 */
export async function startTestServer(
  settings: Partial<Config> = {}, seams: Partial<Seams> = {},
): Promise<RunningServer> {
  const port = settings.port ?? await freePort();
  const dataFolder = settings.dataFolder ?? await temporaryFolder();
  const config: Config = {
    ...readConfig({ PORT: String(port), LIMEN_LOG_LEVEL: 'silent' }, dataFolder),
    dataFolder,
    databaseUrl: settings.databaseUrl ?? await databaseUrlOf(),
    masterKey: new Secret(randomBytes(32).toString('base64')),
    ...settings,
  };
  const server = await runServer(config, seams);
  endBeforeDatabase(() => server.stop());
  return server;
}

/** A folder that is gone after the test file. */
async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'limen-server-'));
  endBeforeDatabase(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The address of a fresh database, for servers that share it. */
export async function databaseUrlOf(): Promise<Secret> {
  const { target } = await testDatabase({ poolSize: 1 });
  return new Secret(connectionString(target));
}

/** `host` may be a socket's folder, which a URL has no place for but its query. */
export function connectionString({ host = '', port, user = '', password, database = '' }: PoolConfig): string {
  const part = encodeURIComponent;
  const query = new URLSearchParams({ host, ...(port === undefined ? {} : { port: String(port) }) });
  return `postgresql://${part(user)}:${part(String(password))}@/${part(database)}?${query.toString()}`;
}

/** A port that is free on both loopback addresses, below those that the system gives to outgoing connections. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    const free = await Promise.all(['127.0.0.1', '::1'].map((host) => isFree(host, port)));
    if (!free.includes(false)) return port;
  }
}

function isFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    // A machine without IPv6 has nobody listening there.
    server.once('error', (error: NodeJS.ErrnoException) => { resolve(error.code !== 'EADDRINUSE'); });
    server.listen({ host, port }, () => server.close(() => { resolve(true); }));
  });
}
