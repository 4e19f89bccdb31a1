import { day, minute, type Clock, type Log } from '../kernel/index.ts';
import type { Database, Db } from '../storage/index.ts';
import { count, emptyRates, type Rates } from './rates.ts';
import { addRates, selectRates, trimRates } from './rate-store.ts';
import { chainNames, type Traits } from './traits.ts';
import { createWaitingRates, levelsIn, mostAdded } from './waiting-rates.ts';

export interface PopulationRates {
  readonly genuine: Rates;
  readonly hostile: Rates;
}

/** What is known of whole populations: read from the database, counted in memory, written back now and then. */
export interface RatesKeeper {
  /** Waits for the first reading alone; it is read again beside the requests that those before still serve. */
  of(population: string): Promise<PopulationRates>;
  /** Every server writes by itself what it counted, when the next one comes. */
  count(population: string, traits: Traits, hostile: boolean): void;
  /** Writes what was counted since. What is lost with a server that dies are counts of a minute, of thousands. */
  flush(): Promise<void>;
}

export interface RatesDeps {
  readonly database: Pick<Database, 'db'>;
  readonly clock: Clock;
  readonly log: Pick<Log, 'warn'>;
}

/** A population's rates as they were read, and when. */
interface Held {
  at: number;
  rates: Promise<PopulationRates>;
  isReading: boolean;
}

/** What other servers have counted is read again after so long. */
const rereadAfter = 10 * minute;
const writeEvery = minute;
const atOnce = 1_000;

export function createRatesKeeper({ database, clock, log }: RatesDeps): RatesKeeper {
  const known = new Map<string, Held>();
  const waiting = createWaitingRates();
  let writtenAt = clock().getTime();
  let written = Promise.resolve();

  function of(population: string): Promise<PopulationRates> {
    const now = clock().getTime();
    const found = known.get(population);
    if (!found) {
      const rates = load(database.db, population, clock());
      known.set(population, { at: now, rates, isReading: false });
      rates.catch(() => known.delete(population));
      return rates;
    }
    // A clock that was set back is a while ago, too.
    if (!found.isReading && Math.abs(now - found.at) >= rereadAfter) readAgain(population, found);
    return found.rates;
  }

  function readAgain(population: string, held: Held): void {
    held.isReading = true;
    load(database.db, population, clock()).then((read) => { held.rates = Promise.resolve(read); }, (error: unknown) => {
      log.warn({ err: error, population }, 'what a population shows was not read again; what was known goes on');
    }).finally(() => {
      held.at = clock().getTime();
      held.isReading = false;
    });
  }

  /** One after the other. What could not be written waits on, beside what was counted meanwhile. */
  function flush(): Promise<void> {
    writtenAt = clock().getTime();
    written = written.catch(() => undefined).then(write);
    return written;
  }

  async function write(): Promise<void> {
    const { rows, dropped } = waiting.take();
    if (dropped > 0) log.warn({ dropped }, 'more was seen of populations than could be counted');
    for (let from = 0; from < rows.length; from += atOnce) {
      try {
        await addRates(database.db, rows.slice(from, from + atOnce), clock());
      } catch (error) {
        for (const row of rows.slice(from)) waiting.add(row);
        throw error;
      }
    }
    for (const level of levelsIn(rows)) await trimRates(database.db, level, mostAdded);
  }

  return {
    of, flush,
    count: (population, traits, hostile) => {
      // Counted at once for this server's own answers, unless it has not read them yet.
      void known.get(population)?.rates.then((rates) => count(hostile ? rates.hostile : rates.genuine, traits), () => undefined);
      for (const chain of chainNames) traits[chain]?.forEach((value, level) => { waiting.add({ population, hostile, chain, level, value, count: 1 }); });
      if (Math.abs(clock().getTime() - writtenAt) < writeEvery) return;
      flush().catch((error: unknown) => { log.warn({ err: error }, 'what was counted of populations was not written; it is tried again'); });
    },
  };
}

async function load(db: Db, population: string, at: Date): Promise<PopulationRates> {
  const rates: PopulationRates = { genuine: emptyRates(), hostile: emptyRates() };
  for (const { hostile, chain, level, value, count: seen } of await selectRates(db, population, at)) {
    const of = (hostile ? rates.hostile : rates.genuine)[chain][level];
    if (!of) continue;
    of.counts.set(value, seen);
    of.total += seen;
  }
  return rates;
}

/** How long a value stays that nobody shows any more. */
export const rateLife = 180 * day;
/** How long one stays that an attack has shown once. */
export const onceLife = day;
