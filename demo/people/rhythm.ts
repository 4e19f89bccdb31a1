import { day, hour } from './act.ts';
import type { Chance } from './chance.ts';
import type { Population } from './house.ts';

/** How much of a day's visits fall into each hour, UTC. */
const hours: Readonly<Record<Population, readonly number[]>> = {
  customers: [2, 1, 1, 1, 1, 2, 4, 6, 7, 7, 7, 7, 8, 7, 6, 6, 7, 9, 11, 13, 14, 12, 8, 4],
  workforce: [0, 0, 0, 0, 1, 3, 10, 22, 24, 14, 10, 8, 8, 13, 10, 8, 6, 3, 2, 1, 1, 0, 0, 0],
};
/** Sunday first. */
const weekdays: Readonly<Record<Population, readonly number[]>> = {
  customers: [1.25, 0.9, 0.85, 0.85, 0.9, 1.05, 1.3],
  workforce: [0.05, 1.25, 1.2, 1.15, 1.1, 1, 0.1],
};

export interface Span {
  readonly from: Date;
  readonly until: Date;
}

/** A time of day on this day that is usual for the population. */
export function timeOfDay(chance: Chance, population: Population, onDay: Date): Date {
  const weights = hours[population];
  let left = chance.next() * weights.reduce((sum, each) => sum + each, 0);
  const at = weights.findIndex((weight) => (left -= weight) < 0);
  const midnight = Math.floor(onDay.getTime() / day) * day;
  return new Date(midnight + (at + chance.next()) * hour);
}

/** So many visits in thirty days, spread as the population's weeks and days are; in order. */
export function visitsOf(chance: Chance, population: Population, rate: number, { from, until }: Span): readonly Date[] {
  const times: Date[] = [];
  for (let on = from.getTime(); on < until.getTime(); on += day) {
    const date = new Date(on);
    const expected = rate / 30 * weekdays[population][date.getUTCDay()]!;
    for (let left = expected; left > 0; left -= 1) {
      const at = timeOfDay(chance, population, date);
      if (chance.happens(left) && at >= from && at < until) times.push(at);
    }
  }
  return times.sort((a, b) => a.getTime() - b.getTime());
}

/** A time in the span that is usual for the population. */
export function someTime(chance: Chance, population: Population, { from, until }: Span): Date {
  for (;;) {
    const on = new Date(chance.between(from.getTime(), until.getTime()));
    const at = timeOfDay(chance, population, on);
    if (chance.next() * 1.3 < weekdays[population][on.getUTCDay()]! && at >= from && at < until) return at;
  }
}
