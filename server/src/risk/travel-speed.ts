import { day, hour } from '../kernel/index.ts';
import type { NetworkFacts } from '../networks/index.ts';
import { kilometresBetween } from './country-distance.ts';

/** Where a principal last was for sure: a country, or null where that can't be told from the network. Never an address. */
export interface Place {
  readonly country: string | null;
  readonly at: Date;
}

/** In two days anybody is anywhere by ordinary flights: an older place says nothing, so none is kept. */
export const placeLife = 2 * day;
/** Kilometres: databases put a network into the country next door, or where its owner has an office. */
const nearest = 1_000;
/** A clock that differs by minutes between servers moves nobody. */
const shortest = 0.1;

/** Addresses of data centres, relays and mobile operators come out elsewhere than where their users are. */
export function placeOf(network: NetworkFacts | undefined, at: Date): Place {
  return { country: (network?.kind === 'usual' && network.country) || null, at };
}

/**
 * Kilometres an hour that the way from the last place took, at least. Null where it can't be told at either end;
 * undefined where nobody knows where the principal was, or what this network is.
 */
export function travelSpeed(last: Place | undefined, network: NetworkFacts | undefined, at: Date): number | null | undefined {
  if (!last || !network) return undefined;
  const hours = (at.getTime() - last.at.getTime()) / hour;
  if (hours * hour > placeLife) return undefined;
  const here = placeOf(network, at).country;
  if (last.country === null || here === null || hours < -shortest) return null;
  const kilometres = kilometresBetween(last.country, here);
  if (kilometres === undefined) return null;
  return kilometres < nearest ? 0 : kilometres / Math.max(shortest, hours);
}
