import type { Signal } from '../signal.ts';

/** Fewer logins don't make a habit (research §1.4: at least 5). */
const fewest = 5;
/** Weights of the hours around one: habits are not by the clock. */
const around = [0.4, 0.25, 0.05] as const;

/** The hour of the day against the principal's habit; an impostor comes at any hour. */
export const timeOfDay: Signal = {
  name: 'time-of-day', least: -1, most: 1.5,
  read: ({ traits: { hour }, profile: { hours, logins } }) => {
    if (logins < fewest) return undefined;
    let total = 0;
    for (let at = 0; at < 24; at += 1) total += hours[at]!;
    let near = around[0] * hours[hour]!;
    for (let by = 1; by < around.length; by += 1) {
      near += around[by]! * (hours[(hour + by) % 24]! + hours[(hour + 24 - by) % 24]!);
    }
    const usual = (near + 4 / 24) / (total + 4);
    const ratio = Math.log(1 / 24 / usual);
    return { ratio, reason: ratio > 1 ? 'hour-unusual' : undefined };
  },
};
