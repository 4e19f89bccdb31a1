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
  /** Logins ever learnt from; this alone doesn't fade. It chooses the calibration. */
  logins: number;
  /** Day of the first login and of the last one. */
  firstDay: number;
  lastDay: number;
  readonly total: Weight;
  readonly chains: Readonly<Record<ChainName, readonly Level[]>>;
  /** Logins by the hour of the day. */
  readonly hours: Float64Array;
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
    chains: { network: levels('network'), client: levels('client') }, hours: new Float64Array(24),
    marked: { weight: 0, day: 0 },
  };
}

/** What is left of a weight on a day. */
export function weightOn(seen: Weight | undefined, day: number): number {
  return seen === undefined ? 0 : seen.weight * fade(day - seen.day);
}

/**
 * Learns a login into a profile, in place. `trust` is how surely it was the owner, 0 to 1: a login that nothing
 * confirmed counts for less, so that somebody who got in once doesn't teach the profile that they belong.
 */
export function learn(profile: Profile, traits: Traits, day: number, trust = 1): void {
  if (profile.logins === 0) profile.firstDay = day;
  profile.logins += 1;
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
  profile.hours[traits.hour] = profile.hours[traits.hour]! + trust;
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
