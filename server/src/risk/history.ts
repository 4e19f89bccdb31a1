import type { Profile } from './profile.ts';

/** How much is known of a principal: what a score is worth depends on it (research §6.2). */
export const historyBuckets = ['1', '2', '3-4', '5-9', '10-19', '20+'] as const;
export type HistoryBucket = (typeof historyBuckets)[number];

export function historyBucketAt(learnt: number): number {
  // Logins count by their trust.
  const logins = Math.round(learnt);
  return logins <= 1 ? 0 : logins === 2 ? 1 : logins <= 4 ? 2 : logins <= 9 ? 3 : logins <= 19 ? 4 : 5;
}

/** How often a principal comes. Rare ones carry most of the friction, so they are judged by their own measure. */
export const frequencies = ['daily', 'weekly', 'monthly', 'rarely'] as const;
export type Frequency = (typeof frequencies)[number];

/** By the mean time between logins, over what the profile has seen. */
export function frequencyAt({ logins, firstDay, lastDay }: Profile): number {
  if (logins < 2) return 2;
  const days = (lastDay - firstDay) / (logins - 1);
  return days <= 2 ? 0 : days <= 10 ? 1 : days <= 30 ? 2 : 3;
}
