import { chainNames, chains, type Chain, type ChainName, type Traits } from './traits.ts';

/** How often each value of a level was seen in a whole population. */
interface LevelRates {
  readonly counts: Map<string, number>;
  total: number;
}

/** Counts of what a whole population shows: of its genuine logins, or of hostile attempts. */
export type Rates = Readonly<Record<ChainName, readonly LevelRates[]>>;

/** Values kept at one level. Rarer ones are dropped: to be unknown to the population is all there is to know of them. */
const mostValues = 50_000;

export function emptyRates(): Rates {
  const levels = (name: ChainName): LevelRates[] => chains[name].map(() => ({ counts: new Map<string, number>(), total: 0 }));
  return { network: levels('network'), client: levels('client') };
}

/** Counts one request into the rates, in place. */
export function count(rates: Rates, traits: Traits, weight = 1): void {
  for (const name of chainNames) {
    const chain = traits[name];
    if (!chain) continue;
    chain.forEach((value, at) => {
      const level = rates[name][at]!;
      level.total += weight;
      const before = level.counts.get(value);
      if (before === undefined && level.counts.size >= mostValues) halve(level);
      level.counts.set(value, (before ?? 0) + weight);
    });
  }
}

function halve(level: LevelRates): void {
  for (const [value, seen] of level.counts) {
    const left = seen / 2;
    level.total -= left;
    if (left < 0.5) {
      level.total -= left;
      level.counts.delete(value);
    } else {
      level.counts.set(value, left);
    }
  }
}

/** Sightings that a value never seen below its parent is taken to have had. */
const unseen = 0.5;

/**
 * Shares of a chain's values, each among those of its parent: the chance of the finer value once the coarser one is
 * given. The last level is the share of all. Written into `into`, finest first.
 */
export function sharesOf(rates: Rates, name: ChainName, chain: Chain, into: Float64Array): void {
  const levels = rates[name];
  const last = chain.length - 1;
  let whole = levels[last]!.total + levels[last]!.counts.size * unseen;
  for (let at = last; at >= 0; at -= 1) {
    const seen = levels[at]!.counts.get(chain[at]!) ?? 0;
    into[at] = (seen + unseen) / (whole + 2 * unseen);
    whole = seen;
  }
}

/** Sightings of genuine traffic that a hostile value is believed to resemble before any was counted. */
const leaning = 20;

/** The same for hostile traffic, which is rarer: it leans on the shares of genuine traffic, `usual`, where little was seen. */
export function hostileSharesOf(
  rates: Rates, name: ChainName, chain: Chain, usual: Float64Array, into: Float64Array,
): void {
  const levels = rates[name];
  let whole = levels[chain.length - 1]!.total;
  for (let at = chain.length - 1; at >= 0; at -= 1) {
    // What hostile traffic never showed has no finer value that it showed: no need to look.
    const seen = whole === 0 ? 0 : levels[at]!.counts.get(chain[at]!) ?? 0;
    into[at] = (seen + leaning * usual[at]!) / (whole + leaning);
    whole = seen;
  }
}
