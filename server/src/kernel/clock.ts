/** What time it is. Passed in wherever time matters, so that tests and simulations can move it. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

/** A clock that stands still until it is moved. */
export interface MovableClock extends Clock {
  advance(milliseconds: number): void;
  set(to: Date): void;
}

export function movableClock(start: Date): MovableClock {
  let now = start.getTime();
  return Object.assign(() => new Date(now), {
    advance: (milliseconds: number) => { now += milliseconds; },
    set: (to: Date) => { now = to.getTime(); },
  });
}

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;
