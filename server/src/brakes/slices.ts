import { hour as hourLong, minute, type Clock } from '../kernel/index.ts';
import { inBatches, type Db } from '../storage/index.ts';
import { attackShare, usualRate, type Outcomes } from './attack-share.ts';
import type { Around } from './brakes.ts';
import {
  addCounts, deleteCountsBefore, isLarge, selectCounts, selectLargest, type Level, type SliceCount, type SliceName, type SliceRow,
} from './slice-store.ts';

/** The slices of one attempt, the address first and all of the population last. */
export type Nested = readonly SliceName[];

/** Counts of how passwords were answered, by slice of the traffic. */
export interface Slices {
  count(population: string, slices: readonly SliceName[], outcome: SliceCount): void;
  around(population: string, nested: Nested, account: SliceName): Promise<Around>;
  flush(): Promise<void>;
  tidy(): Promise<number>;
}

/** How far back the share of an attack looks. */
const lookBack = 6;
const keptHours = 24;
/** Counts that wait to be written; beyond it the rest goes uncounted, which changes no share. */
const mostWaiting = 20_000;
const atOnce = 2_000;
/** Milliseconds: an attack leaves millions of slices an hour, each for a day. */
const tidyWithin = 10 * minute;
/** How long the usual success rate of a population is good for, in milliseconds. */
const usualFor = 30_000;
const largest = 50;

export function createSlices({ db, clock }: { readonly db: Db; readonly clock: Clock }): Slices {
  let waiting = new Map<string, SliceRow>();
  let written = Promise.resolve();
  const usual = new Map<string, { readonly at: number; readonly rate: Promise<number | undefined> }>();
  const hourNow = (): number => Math.floor(clock().getTime() / hourLong);

  async function write(rows: readonly SliceRow[]): Promise<void> {
    for (let from = 0; from < rows.length; from += atOnce) await addCounts(db, rows.slice(from, from + atOnce));
  }

  /** One after the other, so that what is read after a flush has all of it. */
  function flush(): Promise<void> {
    const rows = [...waiting.values()];
    waiting = new Map();
    written = written.catch(() => undefined).then(() => write(rows));
    return written;
  }

  function usualOf(population: string): Promise<number | undefined> {
    const now = clock().getTime();
    const last = usual.get(population);
    if (last && Math.abs(now - last.at) < usualFor) return last.rate;
    const since = hourNow() - lookBack;
    const rate = selectLargest(db, population, since, largest).then((stored) => usualRate(withWaiting(stored, waiting, population, since)));
    usual.set(population, { at: now, rate });
    // Where too little was seen to tell, the next one looks again: there is little to look through.
    rate.then((found) => { if (found === undefined) usual.delete(population); }, () => usual.delete(population));
    return rate;
  }

  async function around(population: string, nested: Nested, account: SliceName): Promise<Around> {
    const now = hourNow();
    const names = [...nested, account];
    const stored = await selectCounts(db, population, names, now - lookBack);
    const rows = [...stored, ...names.flatMap((name) => pendingOf(waiting, population, name, now))];
    const of = (name: SliceName, hours: number): SliceCount => total(
      rows.filter(({ level, slice, hour }) => level === name.level && slice === name.slice && hour >= now - hours));
    const outcomes: Outcomes[] = nested.map((name) => of(name, lookBack));
    const address = nested.find(({ level }) => level === 'address');
    const lately = address && of(address, 1);
    return {
      attackShare: attackShare(outcomes, await usualOf(population)),
      failures: { account: of(account, 1).failed, address: lately?.failed ?? 0, accountsOfAddress: lately?.accounts ?? 0 },
    };
  }

  return {
    flush, around,
    count: (population, slices, outcome) => {
      const hour = hourNow();
      for (const name of slices) {
        const key = keyOf(population, name, hour);
        const before = waiting.get(key);
        if (!before && waiting.size >= mostWaiting) continue;
        waiting.set(key, { population, ...name, hour, ...total([...before ? [before] : [], outcome]) });
      }
    },
    tidy: () => inBatches(() => deleteCountsBefore(db, hourNow() - keptHours, 10 * atOnce), { full: 10 * atOnce, within: tidyWithin }),
  };
}

const keyOf = (population: string, { level, slice }: SliceName, hour: number): string =>
  `${population}/${level satisfies Level}/${slice}/${hour}`;

/** What this server counted and hasn't written. */
function pendingOf(waiting: ReadonlyMap<string, SliceRow>, population: string, name: SliceName, now: number): SliceRow[] {
  return [now, now - 1].flatMap((hour) => waiting.get(keyOf(population, name, hour)) ?? []);
}

/** The larger slices with what this server counted and hasn't written. */
function withWaiting(
  stored: readonly (SliceName & Outcomes)[], waiting: ReadonlyMap<string, SliceRow>, population: string, since: number,
): readonly Outcomes[] {
  const sums = new Map<string, Outcomes>();
  const mine = [...waiting.values()].filter((row) => row.population === population && row.hour >= since && isLarge(row.level));
  for (const { level, slice, succeeded, failed } of [...stored, ...mine]) {
    const before = sums.get(`${level}/${slice}`);
    sums.set(`${level}/${slice}`, { succeeded: succeeded + (before?.succeeded ?? 0), failed: failed + (before?.failed ?? 0) });
  }
  return [...sums.values()];
}

function total(counts: readonly SliceCount[]): SliceCount {
  const sum = (part: keyof SliceCount): number => counts.reduce((all, count) => all + count[part], 0);
  return { succeeded: sum('succeeded'), failed: sum('failed'), accounts: sum('accounts') };
}
