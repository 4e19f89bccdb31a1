import { hour, minute, second, type Randomness } from '../kernel/index.ts';
import type { Message } from './messages.ts';

/** How long one try may hold a message: longer than the transport's own time-outs together (see smtp-transport.ts). */
export const claimTime = 2 * minute;

/** Pauses after the first, second, ... failed try; when they are used up, the message is given up. */
const pauses = [5 * second, 15 * second, minute, 5 * minute, 15 * minute, hour, 3 * hour];
export const mostTries = pauses.length + 1;

/** Milliseconds until the next try, with jitter so that a recovered mail server is not met by all at once. */
export function pauseAfter(attempt: number, random: Randomness): number | undefined {
  const pause = pauses[attempt - 1];
  return pause === undefined ? undefined : Math.round(pause * (0.9 + random(1).readUInt8() / 1_275));
}

/** Milliseconds after which the message is of no use: a code has expired, a link is dead, news are old. */
export function usefulFor(message: Message): number {
  switch (message.kind) {
    case 'code':
    case 'request':
    case 'link': return message.minutes * minute;
    case 'no-account': return 10 * minute;
    case 'invitation': return message.minutes * minute;
    case 'credential-changed':
    case 'screen-let-in':
    case 'recovery':
    case 'contact':
    case 'notice':
    case 'action-news':
    case 'new-sign-in':
    case 'deletion': return 24 * hour;
    case 'address-changed': return new Date(message.until).getTime() - new Date(message.at).getTime();
    case 'action-delayed': return new Date(message.dueAt).getTime() - new Date(message.at).getTime();
  }
}

/** 0 where a person waits in front of a screen. A code, a link and "there is no account" leave at the same pace. */
export function priorityOf(message: Message): number {
  return message.kind === 'code' || message.kind === 'link' || message.kind === 'request'
    || message.kind === 'no-account' ? 0 : 1;
}
