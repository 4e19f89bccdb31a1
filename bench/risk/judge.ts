import type { Chance } from '../../demo/people/chance.ts';
import { median, percentile } from '../statistics.ts';
import type { Scored } from './replay.ts';

/** What a login's score is, for one of the two sides. */
export type ScoreOf = (each: Scored) => number;

/** The score at which a login is asked again, by size of history. */
export type Thresholds = readonly number[];

/** Histories that share a threshold, by the least of each: finer than our own buckets, since the reference's score falls with 1/n. */
const shared = [1, 2, 3, 5, 7, 10, 15, 20, 25, 30, 40, 60, 100, 200] as const;

function groupOf(history: number): number {
  let group = 0;
  while (group + 1 < shared.length && history >= shared[group + 1]!) group += 1;
  return group;
}

/** Thresholds that catch this share of attempts after histories of any size. */
export function thresholdsFor(attempts: readonly Scored[], share: number, of: ScoreOf): Thresholds {
  const scores = shared.map((): number[] => []);
  for (const each of attempts) scores[groupOf(each.history)]!.push(of(each));
  return scores.map((all) => {
    all.sort((a, b) => a - b);
    return all.length === 0 ? Infinity : all[Math.floor((1 - share) * all.length)]!;
  });
}

export interface Share { readonly share: number; readonly low: number; readonly high: number; readonly of: number }

/** How many attempts are caught, with the 95 % interval of a share (Wilson 1927). */
export function caught(attempts: readonly Scored[], thresholds: Thresholds, of: ScoreOf): Share {
  return shareOf(attempts.filter((each) => of(each) >= thresholds[groupOf(each.history)]!).length, attempts.length);
}

export function shareOf(hits: number, all: number): Share {
  const z = 1.96;
  const share = hits / all;
  const middle = (share + z * z / (2 * all)) / (1 + z * z / all);
  const half = z / (1 + z * z / all) * Math.sqrt(share * (1 - share) / all + z * z / (4 * all * all));
  return { share, low: Math.max(0, middle - half), high: Math.min(1, middle + half), of: all };
}

/** Of each user with at least so many logins: how many of the first so many were asked again. */
export function askedAgain(genuine: readonly Scored[], logins: number, thresholds: Thresholds, of: ScoreOf): readonly number[] {
  const users = new Map<number, { asked: number; seen: number }>();
  for (const each of genuine) {
    if (each.history >= logins) continue;
    let user = users.get(each.user);
    if (!user) users.set(each.user, user = { asked: 0, seen: 0 });
    user.seen += 1;
    if (of(each) >= thresholds[groupOf(each.history)]!) user.asked += 1;
  }
  // The first login has no history to be judged by.
  return [...users.values()].filter(({ seen }) => seen === logins - 1).map(({ asked }) => asked);
}

/** Something about a group of users, with the 95 % interval that drawing the users again gives (bootstrap). */
export interface Estimate { readonly value: number; readonly low: number; readonly high: number }

export interface Burden {
  readonly users: number;
  readonly median: Estimate;
  readonly mean: Estimate;
  /** What nine in ten users stay at or below. */
  readonly ninetieth: number;
  /** Asked again, of all logins that could be. */
  readonly rate: number;
}

const draws = 400;

export function burdenOf(counts: readonly number[], logins: number, chance: Chance): Burden {
  if (counts.length === 0) throw new RangeError(`no user has ${logins} logins`);
  const mean = (of: readonly number[]): number => of.reduce((sum, each) => sum + each, 0) / of.length;
  const [medians, means]: [number[], number[]] = [[], []];
  for (let draw = 0; draw < draws; draw += 1) {
    const drawn = counts.map(() => chance.pick(counts));
    medians.push(median(drawn));
    means.push(mean(drawn));
  }
  const around = (value: number, of: readonly number[]): Estimate => ({ value, low: percentile(of, 0.025), high: percentile(of, 0.975) });
  return {
    users: counts.length, median: around(median(counts), medians), mean: around(mean(counts), means),
    ninetieth: percentile(counts, 0.9), rate: mean(counts) / (logins - 1),
  };
}
