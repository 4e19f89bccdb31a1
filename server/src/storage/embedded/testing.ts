/** An embedded cluster to be thrown away: in a temporary folder, started for tests and gone without a trace. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog, systemRandomness } from '../../kernel/index.ts';
import { startEmbedded, type Connection } from './cluster.ts';

export type { Connection } from './cluster.ts';
export { passwordName } from './location.ts';

/** Durability is given up, since a test's data outlives nothing. */
export const testClusterSettings = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'max_connections=300'];

export interface TestCluster {
  readonly connection: Pick<Connection, 'host' | 'user' | 'password'>;
  /** Stops it and removes all of it; a second call does nothing. */
  stop(): Promise<void>;
}

export async function startTestCluster(): Promise<TestCluster> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'limen-test-'));
  const cluster = await startEmbedded({
    dataFolder, log: createLog({ level: 'silent' }), random: systemRandomness, settings: testClusterSettings,
  }).catch(async (error: unknown) => {
    await removeHalfMade(dataFolder);
    throw error;
  });
  const { host, user, password } = cluster.connection;
  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    await cluster.stop();
    for (const folder of [dataFolder, cluster.home]) await rm(folder, { recursive: true, force: true });
  };
  return { connection: { host, user, password }, stop: () => stopped ??= stop() };
}

/** What a start that failed, or was interrupted, leaves; as root most of it is where the pointer says. */
async function removeHalfMade(dataFolder: string): Promise<void> {
  const home = (await readFile(join(dataFolder, 'postgres-location'), 'utf8').catch(() => '')).trim();
  for (const folder of [home, dataFolder]) if (folder !== '') await rm(folder, { recursive: true, force: true });
}
