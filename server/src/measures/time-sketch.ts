import { quantileError } from '../../../contract/measures/index.ts';

/**
 * Times are kept as counts in bins whose bounds grow by a constant factor (DDSketch, Masson, Rim and Lee, VLDB 2019,
 * §2.1): bins of any two hours add up, and a quantile of the sum is off by at most `quantileError` of itself.
 */
const growth = (1 + quantileError) / (1 - quantileError);
const logGrowth = Math.log(growth);
/** A day; no run lives longer, and it bounds the number of bins at 457. */
const longest = 86_400_000;

/** The bin of a time in milliseconds: it holds what is above `growth ** (bin - 1)`, up to `growth ** bin`. */
export function binOf(milliseconds: number): number {
  return Math.ceil(Math.log(Math.min(Math.max(milliseconds, 1), longest)) / logGrowth);
}

/** The time that stands for a bin: as far from its lower bound as from its upper, in parts of itself. */
export function timeOf(bin: number): number {
  return 2 * growth ** bin / (growth + 1);
}

/** The time that a share `q` of all don't exceed (nearest rank), or null of none. */
export function quantile(bins: ReadonlyMap<number, number>, q: number): number | null {
  const total = [...bins.values()].reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  const rank = Math.max(1, Math.ceil(q * total));
  let seen = 0;
  for (const bin of [...bins.keys()].sort((a, b) => a - b)) {
    seen += bins.get(bin)!;
    if (seen >= rank) return Math.round(timeOf(bin));
  }
  return null;
}
