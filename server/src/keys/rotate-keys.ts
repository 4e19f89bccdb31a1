import type { Actor } from '../../../contract/events/index.ts';
import type { EventLog } from '../events/index.ts';
import { day, hour, type Clock, type Randomness } from '../kernel/index.ts';
import { notify, type Db } from '../storage/index.ts';
import {
  activateKey, countChange, deleteKey, insertKey, lockKeys, readKeys, retireKey, type KeyRow,
} from './key-store.ts';
import type { KeyAlgorithm, Sealer } from './keys.ts';
import type { KeyMaker } from './make-key.ts';

export const keyAlgorithms: readonly KeyAlgorithm[] = ['ES256', 'RS256', 'cookie'];
/** Said when a population's keys changed; the payload is the population. */
export const keyChannel = 'keys';
export const keyLabel = 'population-key';

/** Milliseconds. */
export interface KeyLives {
  /** How long relying parties may keep our JWKS: a key is published so long before it signs. */
  readonly cache: number;
  /** How long something signed may live: a retired key is kept so long. */
  readonly token: number;
  /** The same for cookies, which live as long as sessions do. */
  readonly cookie: number;
  /** How long a key signs before its successor is published by itself. */
  readonly signing: number;
}

export const defaultLives: KeyLives = { cache: hour, token: day, cookie: 30 * day, signing: 90 * day };

export interface KeyWork {
  readonly events: Pick<EventLog, 'append'>;
  readonly sealer: Sealer;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly make: KeyMaker;
  readonly lives: KeyLives;
}

const system: Actor = { kind: 'system' };

/** Makes a population's first keys, which are active at once: nobody has cached anything yet. */
export async function ensureKeys(work: KeyWork, tx: Db, population: string): Promise<void> {
  await lockKeys(tx, population);
  const keys = await readKeys(tx, population);
  const missing = keyAlgorithms.filter((algorithm) => !keys.some((key) => key.algorithm === algorithm));
  if (missing.length === 0) return;
  for (const algorithm of missing) await addKey(work, tx, population, algorithm, system, 'active');
  await tellOfChange(tx, population);
}

/**
 * Publishes a successor for each algorithm that has none yet, and gives the key ids of the signing ones. At once,
 * for a compromised key: the successors sign now, and all earlier keys go, since nothing they signed can be trusted.
 */
export async function rotateKeys(
  work: KeyWork, tx: Db, population: string, options: { atOnce: boolean; actor?: Actor },
): Promise<readonly string[]> {
  const actor = options.actor ?? system;
  await lockKeys(tx, population);
  const keys = await readKeys(tx, population);
  if (options.atOnce) for (const key of keys) await dropKey(work, tx, key, actor);
  const kids: string[] = [];
  for (const algorithm of keyAlgorithms) {
    const waiting = keys.find((key) => key.algorithm === algorithm && key.state === 'published');
    const kid = waiting && !options.atOnce ? waiting.kid
      : await addKey(work, tx, population, algorithm, actor, options.atOnce ? 'active' : 'published');
    if (algorithm !== 'cookie') kids.push(kid);
  }
  await tellOfChange(tx, population);
  return kids;
}

/** Moves one population's keys on to where they should be now. */
export async function advanceKeys(work: KeyWork, tx: Db, population: string): Promise<void> {
  const { clock, lives } = work;
  await lockKeys(tx, population);
  const keys = await readKeys(tx, population);
  const now = clock().getTime();
  const passed = (since: Date, life: number): boolean => since.getTime() + life <= now;
  let changed = false;
  for (const key of keys) {
    if (key.state === 'retired' && passed(key.retiredAt ?? key.activeFrom, lifeAfter(key, lives))) {
      await deleteKey(tx, key);
      await tell(work, tx, 'key.removed', key, system);
      changed = true;
    } else if (key.state === 'published' && passed(key.activeFrom, 0)) {
      await succeed(work, tx, key, keys.find((each) => each.algorithm === key.algorithm && each.state === 'active'));
      changed = true;
    } else if (key.state === 'active' && passed(key.activeFrom, lives.signing)
      && !keys.some((each) => each.algorithm === key.algorithm && each.state === 'published')) {
      await addKey(work, tx, population, key.algorithm, system, 'published');
      changed = true;
    }
  }
  if (changed) await tellOfChange(tx, population);
}

function lifeAfter(key: KeyRow, lives: KeyLives): number {
  return key.algorithm === 'cookie' ? lives.cookie : lives.token;
}

async function succeed(work: KeyWork, tx: Db, successor: KeyRow, active: KeyRow | undefined): Promise<void> {
  if (active) {
    await retireKey(tx, active, work.clock());
    await tell(work, tx, 'key.retired', active, system);
  }
  await activateKey(tx, successor);
  await tell(work, tx, 'key.activated', successor, system);
}

async function addKey(
  work: KeyWork, tx: Db, population: string, algorithm: KeyAlgorithm, actor: Actor, state: 'published' | 'active',
): Promise<string> {
  const { kid, secret } = await work.make(algorithm, work.random);
  const now = work.clock();
  const key: KeyRow = {
    population, kid, algorithm, state, createdAt: now, retiredAt: null,
    activeFrom: state === 'active' ? now : new Date(now.getTime() + work.lives.cache),
    sealed: work.sealer.seal(keyLabel, sealedFor({ population, kid, algorithm }), secret),
  };
  await insertKey(tx, key);
  await tell(work, tx, 'key.created', key, actor);
  if (state === 'active') await tell(work, tx, 'key.activated', key, actor);
  return kid;
}

async function dropKey(work: KeyWork, tx: Db, key: KeyRow, actor: Actor): Promise<void> {
  await deleteKey(tx, key);
  if (key.state !== 'retired') await tell(work, tx, 'key.retired', key, actor);
  await tell(work, tx, 'key.removed', key, actor);
}

/** The row that a sealed key belongs to; moved to another, it doesn't open. */
export function sealedFor({ population, kid, algorithm }: Pick<KeyRow, 'population' | 'kid' | 'algorithm'>): string {
  return `${population}/${algorithm}/${kid}`;
}

async function tellOfChange(tx: Db, population: string): Promise<void> {
  await countChange(tx, population);
  await notify(tx, keyChannel, population);
}

type KeyEvent = 'key.created' | 'key.activated' | 'key.retired' | 'key.removed';

async function tell(work: KeyWork, tx: Db, type: KeyEvent, key: KeyRow, actor: Actor): Promise<void> {
  const open = { kind: key.algorithm, kid: key.kid };
  await work.events.append(tx, { type, population: key.population, actor, open });
}
