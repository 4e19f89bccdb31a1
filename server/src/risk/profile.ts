import { fade } from './fading.ts';
import { chainNames, chains, type ChainName, type Traits } from './traits.ts';

/** How much was seen of something, as it stood on a day (days since 1970). */
export interface Weight {
  weight: number;
  day: number;
}

/** What was seen at one level of a chain: the values, and how often a value was a new one. */
export interface Level {
  readonly values: Map<string, Weight>;
  readonly novelties: Weight;
}

/**
 * What is remembered of the logins that a principal confirmed: counts that fade, never rows. Values are keyed hashes
 * where they are stored; nothing here depends on what they look like.
 */
export interface Profile {
  /** Logins ever learnt from, each by its trust; this alone doesn't fade. It chooses the calibration. */
  logins: number;
  /** Day of the first login and of the last one. */
  firstDay: number;
  lastDay: number;
  readonly total: Weight;
  readonly chains: Readonly<Record<ChainName, readonly Level[]>>;
  /** Logins by the hour of the day, as they weighed on `hoursDay`. */
  readonly hours: Float64Array;
  hoursDay: number;
  /** Logins that came with a mark that this browser had been given before, among those where a mark could be. */
  readonly marked: Weight;
}

/** Values kept at one level; the ones seen least go first. */
const mostValues = 24;

export function emptyProfile(): Profile {
  const levels = (name: ChainName): Level[] => chains[name].map(() => ({
    values: new Map<string, Weight>(), novelties: { weight: 0, day: 0 },
  }));
  return {
    logins: 0, firstDay: 0, lastDay: 0, total: { weight: 0, day: 0 },
    chains: { network: levels('network'), client: levels('client') }, hours: new Float64Array(24), hoursDay: 0,
    marked: { weight: 0, day: 0 },
  };
}

/** What is left of a weight on a day. */
export function weightOn(seen: Weight | undefined, day: number): number {
  return seen === undefined ? 0 : seen.weight * fade(day - seen.day);
}

/** What is left of one login after three months. */
const enough = 0.35;

/** Whether so much weight makes something the principal's own: less is new to them. */
export const isOwn = (weight: number): boolean => weight >= enough;

/**
 * Learns a login into a profile, in place. `trust` is how surely it was the owner, 0 to 1: a login that nothing
 * confirmed counts for less, so that somebody who got in once doesn't teach the profile that they belong.
 */
export function learn(profile: Profile, traits: Traits, day: number, trust = 1): void {
  if (trust <= 0) return;
  if (profile.logins === 0) profile.firstDay = day;
  profile.logins += trust;
  profile.lastDay = Math.max(profile.lastDay, day);
  add(profile.total, day, trust);
  for (const name of chainNames) {
    const chain = traits[name];
    if (!chain) continue;
    chain.forEach((value, at) => {
      const { values, novelties } = profile.chains[name][at]!;
      const seen = values.get(value);
      if (seen && day - seen.day <= 180) {
        add(seen, day, trust);
        return;
      }
      if (values.size >= mostValues && !seen) forgetLeast(values, day);
      values.set(value, { weight: trust, day });
      add(novelties, day, trust);
    });
  }
  if (traits.marked) add(profile.marked, day, trust);
  addHour(profile, traits.hour, day, trust);
}

/** Less weight than this is none. */
const nothing = 0.001;

/** Drops what has faded away by a day, in place. */
export function prune(profile: Profile, day: number): void {
  for (const name of chainNames) {
    for (const { values } of profile.chains[name]) {
      for (const [value, seen] of values) if (weightOn(seen, day) < nothing) values.delete(value);
    }
  }
}

/** The hours fade together, when one is added. */
function addHour(profile: Profile, hour: number, day: number, weight: number): void {
  const latest = Math.max(day, profile.hoursDay);
  const left = fade(latest - profile.hoursDay);
  if (left < 1) for (let at = 0; at < 24; at += 1) profile.hours[at] = profile.hours[at]! * left;
  profile.hours[hour] = profile.hours[hour]! + weight * fade(latest - day);
  profile.hoursDay = latest;
}

function add(seen: Weight, day: number, weight: number): void {
  const latest = Math.max(day, seen.day);
  seen.weight = weightOn(seen, latest) + weight * fade(latest - day);
  seen.day = latest;
}

function forgetLeast(values: Map<string, Weight>, day: number): void {
  let least: string | undefined;
  let smallest = Infinity;
  for (const [value, seen] of values) {
    const weight = weightOn(seen, day);
    if (weight < smallest) [least, smallest] = [value, weight];
  }
  if (least !== undefined) values.delete(least);
}
