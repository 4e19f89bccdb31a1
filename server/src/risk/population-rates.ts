import { day, minute, type Clock } from '../kernel/index.ts';
import type { Database, Db } from '../storage/index.ts';
import { count, emptyRates, type Rates } from './rates.ts';
import { addRates, selectRates, type RateRow } from './rate-store.ts';
import { chainNames, type Traits } from './traits.ts';

export interface PopulationRates {
  readonly genuine: Rates;
  readonly hostile: Rates;
}

/** What is known of whole populations: read from the database, counted in memory, written back now and then. */
export interface RatesKeeper {
  of(population: string): Promise<PopulationRates>;
  count(population: string, traits: Traits, hostile: boolean): void;
  /** Writes what was counted since. What is lost with a server that dies are counts of a minute, of thousands. */
  flush(): Promise<void>;
}

/** What other servers have counted is read again after so long. */
const rereadAfter = 10 * minute;
/** Counts that wait to be written; beyond it the rest goes uncounted, which changes no share. */
const mostWaiting = 20_000;

export function createRatesKeeper({ database, clock }: { database: Pick<Database, 'db'>; clock: Clock }): RatesKeeper {
  const known = new Map<string, { at: number; rates: Promise<PopulationRates> }>();
  let waiting = new Map<string, RateRow>();

  function of(population: string): Promise<PopulationRates> {
    const now = clock().getTime();
    const found = known.get(population);
    if (found && now - found.at < rereadAfter) return found.rates;
    const rates = load(database.db, population);
    known.set(population, { at: now, rates });
    rates.catch(() => known.delete(population));
    return rates;
  }

  return {
    of,
    count: (population, traits, hostile) => {
      // Counted at once for this server's own answers, unless it has not read them yet.
      void known.get(population)?.rates.then((rates) => count(hostile ? rates.hostile : rates.genuine, traits), () => undefined);
      for (const chain of chainNames) {
        traits[chain]?.forEach((value, level) => {
          const key = `${population}/${hostile}/${chain}/${level}/${value}`;
          const before = waiting.get(key);
          if (before || waiting.size < mostWaiting) waiting.set(key, { population, hostile, chain, level, value, count: (before?.count ?? 0) + 1 });
        });
      }
    },
    flush: async () => {
      const rows = [...waiting.values()];
      waiting = new Map();
      for (let from = 0; from < rows.length; from += 1_000) await addRates(database.db, rows.slice(from, from + 1_000), clock());
    },
  };
}

async function load(db: Db, population: string): Promise<PopulationRates> {
  const rates: PopulationRates = { genuine: emptyRates(), hostile: emptyRates() };
  for (const { hostile, chain, level, value, count: seen } of await selectRates(db, population)) {
    const of = (hostile ? rates.hostile : rates.genuine)[chain][level];
    if (!of) continue;
    of.counts.set(value, seen);
    of.total += seen;
  }
  return rates;
}

/** How long a value stays that nobody shows any more. */
export const rateLife = 180 * day;
