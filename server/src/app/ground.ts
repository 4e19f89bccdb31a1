import { join } from 'node:path';
import { createEventLog, type FedEventLog } from '../events/index.ts';
import { createLog, type Clock, type Log, type Randomness } from '../kernel/index.ts';
import {
  checkMasterKey, createKeys, createPersonalSealer, createSealer, readMasterKey, type MasterSealer, type WatchingKeys,
} from '../keys/index.ts';
import {
  createListener, findMigrations, migrate, openDatabase, startEmbedded, type Database, type EmbeddedCluster, type Listener,
} from '../storage/index.ts';
import type { Config } from './config.ts';
import { findMasterKey } from './master-key.ts';

/** What every other part stands on: the database, the keys, the event log. */
export interface Ground {
  readonly clock: Clock;
  readonly random: Randomness;
  readonly log: Log;
  readonly database: Database;
  /** A second pool: tries are counted in transactions of their own while the caller's is open. */
  readonly tries: Database;
  readonly cluster: EmbeddedCluster | undefined;
  readonly listener: Listener;
  readonly sealer: MasterSealer;
  readonly events: FedEventLog;
  readonly keys: WatchingKeys;
}

export interface Seams {
  readonly clock: Clock;
  readonly random: Randomness;
  /** Told what is being done while it takes long. */
  readonly progress: (text: string) => void;
}

/** Opens the database (starting the embedded one where none is given), migrates it and unlocks the keys. */
export async function layGround(config: Config, { clock, random, progress }: Seams, undo: Undo): Promise<Ground> {
  const log = createLog({ level: config.logLevel });
  const master = readMasterKey(await findMasterKey(config, random));
  const cluster = config.databaseUrl ? undefined : await startCluster(config, log, random, progress, undo);
  const target = config.databaseUrl?.reveal() ?? cluster!.connection;
  const database = await openDatabase({ target, log });
  undo.push(() => database.close());
  progress('Bringing the database up to date');
  await migrate(database, await findMigrations(join(import.meta.dirname, '..')));
  const tries = await openDatabase({ target, log, poolSize: 8 });
  undo.push(() => tries.close());
  const sealer = createSealer([master], random);
  await checkMasterKey(database, sealer);
  const personal = createPersonalSealer({ sealer, random, clock });
  const events = createEventLog({ database, clock, random, sealer: personal, log });
  const keys = createKeys({ database, events, sealer, clock, random, log });
  const listener = createListener(database, log);
  undo.push(() => listener.close());
  const watch = await keys.watch(listener);
  undo.push(async () => watch.stop());
  return { clock, random, log, database, tries, cluster, listener, sealer, events, keys };
}

/** What is to be undone at the end, in reverse order. */
export type Undo = (() => Promise<unknown>)[];

async function startCluster(
  config: Config, log: Log, random: Randomness, progress: Seams['progress'], undo: Undo,
): Promise<EmbeddedCluster> {
  progress('Starting the database');
  const cluster = await startEmbedded({ dataFolder: config.dataFolder, log, random });
  undo.push(() => cluster.stop());
  return cluster;
}
