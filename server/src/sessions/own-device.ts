import { day } from '../kernel/index.ts';

/**
 * For so long somebody may object to a session in a new browser in which no more was shown than can be stolen from
 * afar: until then the browser is nobody's own.
 */
const objectionTime = 7 * day;

/** When somebody was first seen in a browser, and when they first proved more there than can be stolen from afar. */
export interface DeviceTimes {
  readonly firstSeenAt: Date;
  readonly confirmedAt: Date | null;
}

/** Since when a browser counts as its principal's own; undefined while it doesn't. A report takes what is known of it away. */
export function ownSince({ firstSeenAt, confirmedAt }: DeviceTimes, now: Date): Date | undefined {
  return now.getTime() - firstSeenAt.getTime() >= objectionTime ? firstSeenAt : confirmedAt ?? undefined;
}
