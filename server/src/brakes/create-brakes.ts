import { hour, minute, second, type Clock } from '../kernel/index.ts';
import { networkOf, prefixOf } from '../networks/index.ts';
import type { Database } from '../storage/index.ts';
import type { Attempt, Brakes, Place } from './brakes.ts';
import { createPopularity } from './popularity.ts';
import { createSeenBefore } from './seen-before.ts';
import { createSlices, type Nested } from './slices.ts';
import type { SliceName } from './slice-store.ts';
import { triesFor } from './work.ts';

export interface BrakesDeps {
  readonly database: Pick<Database, 'db' | 'transaction'>;
  /** What is known of the network that an address belongs to; never asks anybody over the network. */
  readonly findNetwork: (address: string) => { readonly asn?: string } | undefined;
  /** Hashes a value with the key of a population. */
  readonly keyed: (population: string, value: string) => string;
  readonly clock: Clock;
}

const writeEvery = 5 * second;
const mergeEvery = minute / 2;
const goodFor = 5 * second;
const mostLately = 10_000;
/** What is counted once an hour or day is remembered for so many; forgotten, it counts again. */
const mostSeen = 100_000;

/** All addresses of one customer of a network are one: of IPv6 the rest is free to vary. */
const customerOf = (address: string): string => networkOf(address) ?? address;

/** One per server: counts wait in memory until they are written. */
export function createBrakes(deps: BrakesDeps): Brakes {
  const { clock, keyed, findNetwork, database } = deps;
  const slices = createSlices({ db: database.db, clock });
  const popularity = createPopularity(deps);
  const seenBefore = createSeenBefore(mostSeen);
  const lately = new Map<string, { readonly at: number; readonly tries: number }>();
  let writtenAt = 0;
  let mergedAt = 0;

  const placeOf = (address: string): Place => ({ prefix: prefixOf(address), asn: findNetwork(address)?.asn });

  /** From the address to all of the population. */
  function nestedOf(population: string, address: string | undefined): Nested {
    const place = address === undefined ? {} : placeOf(address);
    const name = (level: 'address' | 'prefix' | 'asn', value: string | undefined): SliceName[] => (
      value === undefined ? [] : [{ level, slice: keyed(population, `${level}/${value}`) }]);
    return [...name('address', address && customerOf(address)), ...name('prefix', place.prefix), ...name('asn', place.asn), { level: 'all', slice: '' }];
  }
  const accountOf = (population: string, account: string): SliceName => (
    { level: 'account', slice: keyed(population, `account/${account}`) });

  function count({ population, address, account, password, right, marked }: Attempt): void {
    const nested = nestedOf(population, address);
    const own = accountOf(population, account);
    const now = Math.floor(clock().getTime() / hour);
    const from = nested[0]!.slice;
    const isNew = (what: string): boolean => !seenBefore(`${population}/${now}/${what}/${own.slice}/${from}`);
    // Whoever signs in to the same account over and over makes no network look better than it is.
    const succeeded = right && isNew('right') ? 1 : 0;
    const failed = right ? 0 : 1;
    const accounts = failed && isNew('wrong') ? 1 : 0;
    slices.count(population, [...nested, own, ...marked ? [{ level: 'marked', slice: '' } as const] : []], { succeeded, failed, accounts });
    const day = Math.floor(now / 24);
    // An account that is tried with one password over and over is no spray.
    if (!seenBefore(`${population}/${day}/tried/${own.slice}/${keyed(population, `tried/${password}`)}`)) popularity.count(population, password);
  }

  /** Written by whoever comes next, not by a clock: a server at rest writes nothing. What fails to be written is lost. */
  function writeSoon(): void {
    const now = clock().getTime();
    if (Math.abs(now - writtenAt) >= writeEvery) {
      writtenAt = now;
      slices.flush().catch(() => undefined);
    }
    if (Math.abs(now - mergedAt) >= mergeEvery) {
      mergedAt = now;
      popularity.flush().catch(() => undefined);
    }
  }

  /** Asked when the page is shown and again when it comes back; a few seconds change no share. */
  async function workFor(population: string, address: string | undefined): Promise<number> {
    const now = clock().getTime();
    const key = `${population}/${address && customerOf(address)}`;
    const last = lately.get(key);
    if (last && Math.abs(now - last.at) < goodFor) return last.tries;
    const tries = triesFor((await around(population, address, '')).attackShare);
    lately.delete(key);
    lately.set(key, { at: now, tries });
    if (lately.size > mostLately) lately.delete(lately.keys().next().value!);
    return tries;
  }

  const around: Brakes['around'] = (population, address, account) => (
    slices.around(population, nestedOf(population, address), accountOf(population, account)));

  return {
    around, workFor, placeOf, popularityOf: popularity.of,
    tried: (attempt) => {
      count(attempt);
      writeSoon();
    },
    flush: async () => { await Promise.all([slices.flush(), popularity.flush()]); },
    tidy: async () => await slices.tidy() + await popularity.tidy(),
  };
}
