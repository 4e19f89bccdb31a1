import { weightOn, type Level } from './profile.ts';
import type { Chain } from './traits.ts';

/** Logins' worth of doubt at a level of which nothing is known (κ of the research, about 2). */
const doubt = 1;
/** What each value seen takes from its own weight and gives to values not seen yet (Pitman-Yor discount). */
const discount = 0.5;

/** What the principal was seen to show of each value of a chain, as it weighs on the day. Written into `into`. */
export function weightsOf(levels: readonly Level[], chain: Chain, day: number, into: Float64Array): void {
  for (let at = 0; at < chain.length; at += 1) into[at] = weightOn(levels[at]!.values.get(chain[at]!), day);
}

/**
 * The chance that this principal shows this chain, by hierarchical back-off: what was seen of the value itself, and
 * for the rest the chance of the coarser value times the usual share of the finer one in it. Somebody who often shows
 * something new gives more to the new (a Pitman-Yor process a level; Teh 2006): who changes networks daily is not
 * suspected for one more, and who never did is. `weights` are those of `weightsOf`, `shares` those of `sharesOf`;
 * `total` is the profile's weight on the day.
 */
export function chanceOfOwner(
  levels: readonly Level[], weights: Float64Array, shares: Float64Array, total: number, day: number,
): number {
  let chance = 1;
  for (let at = levels.length - 1; at >= 0; at -= 1) {
    const seen = weights[at]!;
    const taken = seen > 1 ? discount : seen * discount;
    const given = doubt + discount * weightOn(levels[at]!.novelties, day);
    chance = (seen - taken + given * chance * shares[at]!) / (total + doubt);
    if (chance > 1) chance = 1;
  }
  return chance;
}

/** The product of shares: how usual a chain is in the whole. */
export function product(shares: Float64Array): number {
  let all = 1;
  for (let at = 0; at < shares.length; at += 1) all *= shares[at]!;
  return all;
}
