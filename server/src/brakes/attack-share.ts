/** How many tries were right and wrong. */
export interface Outcomes {
  readonly succeeded: number;
  readonly failed: number;
}

/** Fewer tries than this in all say nothing. */
const enough = 50;
/**
 * Of people who sign in at least so many tries are right, so that an attack on everything from the first hour on isn't
 * taken for how it usually is. (Three in ten of all tries failed at a large service, attacks included: Wiefling et al.
 * 2022.)
 */
const leastUsual = 0.7;
/** Tries that a slice is believed to have had at the rate of the next larger one, before any was counted. */
const leaning = { slices: 20, address: 10 } as const;
/** 95 %, two-sided. */
const z = 1.96;

/**
 * The share of a slice's tries that come from an attack, 0 to 1, without anybody having said which: people are right
 * about as often everywhere and always, and attackers hardly ever, so share ≈ 1 − s/s_L with the success rate s of the
 * slice and s_L of the least attacked one (after Herley and Schechter, NDSS 2019).
 *
 * `nested` are the slice's own outcomes and those of the larger ones that it lies in, smallest first; where a slice has
 * seen little it is believed to be as the next larger one.
 */
export function attackShare(nested: readonly Outcomes[], usual: number | undefined): number {
  const all = nested.at(-1);
  if (usual === undefined || !all || all.succeeded + all.failed < enough) return 0;
  let rate = usual;
  for (let at = nested.length - 1; at >= 0; at -= 1) {
    // What a smaller slice saw is its own evidence, once, and not that of each larger one as well.
    const { succeeded, failed } = without(nested[at]!, nested[at - 1]);
    const weight = at === 0 && nested.length > 1 ? leaning.address : leaning.slices;
    rate = (succeeded + weight * rate) / (succeeded + failed + weight);
  }
  return Math.min(1, Math.max(0, 1 - rate / usual));
}

const without = (slice: Outcomes, part: Outcomes | undefined): Outcomes => ({
  succeeded: Math.max(0, slice.succeeded - (part?.succeeded ?? 0)), failed: Math.max(0, slice.failed - (part?.failed ?? 0)),
});

/**
 * The success rate of those who are attacked least: the best of the larger slices, each taken at the low end of its
 * interval so that luck doesn't choose. Undefined where nothing has been seen.
 */
export function usualRate(slices: readonly Outcomes[]): number | undefined {
  const seen = slices.filter(({ succeeded, failed }) => succeeded + failed >= enough);
  if (seen.length === 0) return undefined;
  return Math.max(leastUsual, ...seen.map(lowEnd));
}

/** Lower end of Wilson's interval. */
function lowEnd({ succeeded, failed }: Outcomes): number {
  const tries = succeeded + failed;
  const rate = succeeded / tries;
  const middle = rate + z * z / (2 * tries);
  const spread = z * Math.sqrt(rate * (1 - rate) / tries + z * z / (4 * tries * tries));
  return (middle - spread) / (1 + z * z / tries);
}
