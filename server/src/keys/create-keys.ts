import type { JWK } from 'jose';
import type { EventLog } from '../events/index.ts';
import type { Clock, Log, Randomness } from '../kernel/index.ts';
import type { Database, Listener, RecurringJob } from '../storage/index.ts';
import { readChanges, readKeys, type KeyRow } from './key-store.ts';
import type { Keys, SigningKey } from './keys.ts';
import { makeKey, type KeyMaker } from './make-key.ts';
import { destroyPrincipalKey } from './principal-key-store.ts';
import {
  advanceKeys, defaultLives, ensureKeys, keyLabel, rotateKeys, sealedFor, type KeyLives, type KeyWork,
} from './rotate-keys.ts';
import type { MasterSealer } from './sealer.ts';
import { watchKeys, type KeyWatch } from './watch-keys.ts';

export interface KeysDeps {
  readonly database: Database;
  readonly events: Pick<EventLog, 'append'>;
  readonly sealer: MasterSealer;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly log: Log;
  /** Whatever isn't given is as `defaultLives` says. */
  readonly lives?: Partial<KeyLives>;
  readonly make?: KeyMaker;
}

/** Keys that can be told to follow what other servers do. */
export interface WatchingKeys extends Keys {
  /** From here on `onChange` is called, and cookie keys come from memory, until the watch is stopped. */
  watch(listener: Listener): Promise<KeyWatch>;
}

export function createKeys(deps: KeysDeps): WatchingKeys {
  const { database, sealer, clock, random, log } = deps;
  const work: KeyWork = {
    events: deps.events, sealer, clock, random, make: deps.make ?? makeKey, lives: { ...defaultLives, ...deps.lives },
  };
  const handlers: ((population: string) => void)[] = [];
  /** Only while watching: without somebody who says that they changed, memory would go stale. */
  let cookieKeys: Map<string, Promise<readonly Buffer[]>> | undefined;

  const open = (row: KeyRow): Buffer => sealer.open(keyLabel, sealedFor(row), row.sealed);

  async function readCookieKeys(population: string): Promise<readonly Buffer[]> {
    const rows = await readKeys(database.db, population);
    return rows.filter((row) => row.algorithm === 'cookie').map(open);
  }

  function changed(population: string): void {
    cookieKeys?.delete(population);
    for (const handle of handlers) {
      try {
        handle(population);
      } catch (error) {
        log.error({ err: error, population }, 'changed keys could not be taken up');
      }
    }
  }

  return {
    sealer,
    signingKeys: async (population) => {
      const rows = await readKeys(database.db, population);
      return rows.filter((row) => row.algorithm !== 'cookie').map((row) => toSigningKey(row, open(row)));
    },
    ensureSigningKeys: (tx, population) => ensureKeys(work, tx, population),
    rotateSigningKeys: (tx, population, { atOnce = false, actor } = {}) => (
      rotateKeys(work, tx, population, { atOnce, actor })),
    advanceSigningKeys: async () => {
      for (const population of (await readChanges(database.db)).keys()) {
        await database.transaction((tx) => advanceKeys(work, tx, population));
      }
    },
    cookieKeys: (population) => {
      if (!cookieKeys) return readCookieKeys(population);
      const known = cookieKeys.get(population);
      if (known) return known;
      const memory = cookieKeys;
      const reading = readCookieKeys(population);
      memory.set(population, reading);
      // Neither a failure nor "none yet" is worth remembering.
      const forget = (): void => { if (memory.get(population) === reading) memory.delete(population); };
      reading.then((keys) => { if (keys.length === 0) forget(); }, forget);
      return reading;
    },
    onChange: (handle) => { handlers.push(handle); },
    destroyPrincipalKey: (tx, ref) => destroyPrincipalKey(tx, ref, clock()),
    watch: async (listener) => {
      const watch = await watchKeys({ database, listener, log }, changed);
      cookieKeys = new Map();
      return {
        stop: async () => {
          cookieKeys = undefined;
          await watch.stop();
        },
      };
    },
  };
}

function toSigningKey(row: KeyRow, secret: Buffer): SigningKey {
  return {
    kid: row.kid, algorithm: row.algorithm as SigningKey['algorithm'], state: row.state, createdAt: row.createdAt,
    activeFrom: row.activeFrom, jwk: JSON.parse(secret.toString('utf8')) as JWK,
  };
}

/** The jobs that this folder wants to be run. */
export function keyJobs(keys: Pick<Keys, 'advanceSigningKeys'>): readonly RecurringJob[] {
  return [{ name: 'keys-advance', cron: '* * * * *', run: () => keys.advanceSigningKeys() }];
}
