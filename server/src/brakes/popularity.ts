import { day as dayLong, type Clock } from '../kernel/index.ts';
import type { Database } from '../storage/index.ts';
import { addSketch, countIn, countOf, emptySketch, type Sketch } from './sketch.ts';
import { deleteSketchesBefore, mergeSketch, selectSketch } from './sketch-store.ts';

/** How popular a password is among those tried today. */
export interface Popularity {
  count(population: string, password: string): void;
  of(population: string, password: string): Promise<number>;
  flush(): Promise<void>;
  tidy(): Promise<number>;
}

interface Today {
  readonly day: number;
  /** What all servers had counted when it was last merged, and what this one has counted since. */
  merged: Promise<Sketch>;
  own: Sketch;
}

/** Accounts that tried the same password by chance; with fewer than this it is nothing. */
const chance = 20;
/** Populations whose sketches are held in memory at once, 256 KiB each. */
const mostPopulations = 64;

export function createPopularity(
  { database, clock, keyed }: {
    readonly database: Pick<Database, 'db' | 'transaction'>; readonly clock: Clock;
    readonly keyed: (population: string, value: string) => string;
  },
): Popularity {
  const held = new Map<string, Today>();
  /** One after the other, so that nothing is added twice. */
  let flushed = Promise.resolve();
  const dayNow = (): number => Math.floor(clock().getTime() / dayLong);
  // With the day in it a hash of yesterday's can't be found today.
  const hashOf = (population: string, day: number, password: string): string => keyed(population, `password/${day}/${password}`);

  function todayOf(population: string): Today {
    const day = dayNow();
    const found = held.get(population);
    if (found?.day === day) return found;
    const merged = selectSketch(database.db, population, day);
    const today: Today = { day, merged, own: emptySketch() };
    // Without the others' counts this server's own are better than none.
    merged.catch(() => { today.merged = Promise.resolve(emptySketch()); });
    held.set(population, today);
    if (held.size > mostPopulations) held.delete(held.keys().next().value!);
    return today;
  }

  async function flushOne(population: string, today: Today): Promise<void> {
    const merged = await today.merged.catch(() => emptySketch());
    const counted = today.own;
    today.own = emptySketch();
    // Until it is merged it still counts here.
    const meanwhile = emptySketch();
    addSketch(meanwhile, merged);
    addSketch(meanwhile, counted);
    today.merged = Promise.resolve(meanwhile);
    const sum = await database.transaction((tx) => mergeSketch(tx, population, today.day, counted));
    today.merged = Promise.resolve(sum);
  }

  async function flushAll(): Promise<void> {
    for (const [population, today] of held) if (today.own.total > 0) await flushOne(population, today);
  }

  return {
    count: (population, password) => {
      const today = todayOf(population);
      countIn(today.own, hashOf(population, today.day, password));
    },
    of: async (population, password) => {
      const today = todayOf(population);
      const hash = hashOf(population, today.day, password);
      const merged = await today.merged.catch(() => emptySketch());
      const count = countOf(merged, hash) + countOf(today.own, hash);
      return count < chance ? 0 : count / (merged.total + today.own.total);
    },
    flush: () => {
      flushed = flushed.catch(() => undefined).then(flushAll);
      return flushed;
    },
    tidy: () => deleteSketchesBefore(database.db, dayNow()),
  };
}
