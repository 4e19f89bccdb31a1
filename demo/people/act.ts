import type { House } from './house.ts';

/** Something that somebody does at a time. Acts that share a key never overlap and keep their order. */
export interface Act {
  readonly at: Date;
  readonly keys: readonly string[];
  /** Gives what follows from it, at the earliest `soonest` later. */
  do(house: House): Promise<readonly Act[]>;
}

export const hour = 3_600_000;
export const day = 24 * hour;
/** Acts further apart than this never overlap. */
export const window = 4 * hour;
export const soonest = window + hour;

/** Later by so many hours, at least by `soonest`. */
export function later(at: Date, hours: number): Date {
  return new Date(at.getTime() + Math.max(soonest, hours * hour));
}
