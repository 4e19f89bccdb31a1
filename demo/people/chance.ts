/** Chance that comes out the same for the same seed. */
export interface Chance {
  /** At least 0, less than 1. */
  next(): number;
  happens(probability: number): boolean;
  between(least: number, most: number): number;
  /** A whole number, both ends included. */
  whole(least: number, most: number): number;
  pick<T>(from: readonly T[]): T;
  /** Around `median`; a few are many times as much. */
  skewed(median: number, spread: number): number;
  /** Chance of its own for somebody or something, whoever draws elsewhere. */
  of(name: string | number): Chance;
}

export function chanceOf(seed: string): Chance {
  let state = hash(seed);
  // mulberry32: one word of state, plenty for stories.
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (least: number, most: number): number => least + next() * (most - least);
  return {
    next, between,
    happens: (probability) => next() < probability,
    whole: (least, most) => Math.floor(between(least, most + 1)),
    pick: (from) => from[Math.floor(next() * from.length)]!,
    skewed: (median, spread) => {
      const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
      return median * Math.exp(spread * normal);
    },
    of: (name) => chanceOf(`${seed}/${name}`),
  };
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value;
}
