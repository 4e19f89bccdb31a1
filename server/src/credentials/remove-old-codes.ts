import { day } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import { deleteMailCapsBefore } from './email-code/mail-cap-store.ts';
import { deleteLinksExpiredBefore } from './email-link/email-link-store.ts';
import { deleteDeclinedBefore } from './offer/declined-offer-store.ts';
import { deleteCodesExpiredBefore } from './sent-code/sent-code-store.ts';
import { deleteTextCountsBefore } from './sms-code/text-count-store.ts';
import { namelessStreakScope } from './throttle/bucket.ts';
import { deleteFullBuckets } from './throttle/bucket-store.ts';
import { deleteWrongPasswords } from './throttle/wrong-password-store.ts';
import { deleteDevicesSeenBefore } from './throttle/known-device-store.ts';

const atOnce = 5_000;
const mostRounds = 200;
const devicesKeptFor = 180 * day;
const declinedKeptFor = 400 * day;

/**
 * A job: removes codes and links a day after their end, counts of mails and texts that no longer matter, buckets that are full again,
 * the last wrong passwords after an hour, failures counted for names that have no account, devices not seen for half a year, and offers
 * declined longer ago than any policy looks back. Counts of consecutive failures
 * of an account stay until somebody proves to be its owner.
 */
export async function removeOldCodes(db: Db, now: Date): Promise<number> {
  const dayAgo = new Date(now.getTime() - day);
  const guessable = ['password', 'totp', 'email-code', 'sms-code', 'recovery-code'] as const;
  const lapsing = guessable.map(namelessStreakScope);
  const works = [
    () => deleteCodesExpiredBefore(db, dayAgo, atOnce),
    () => deleteLinksExpiredBefore(db, dayAgo, atOnce),
    () => deleteMailCapsBefore(db, dayAgo, atOnce),
    () => deleteTextCountsBefore(db, dayAgo, atOnce),
    () => deleteFullBuckets(db, { now, lapsing, before: dayAgo, limit: atOnce }),
    () => deleteDevicesSeenBefore(db, new Date(now.getTime() - devicesKeptFor), atOnce),
    () => deleteWrongPasswords(db, now, atOnce),
    () => deleteDeclinedBefore(db, new Date(now.getTime() - declinedKeptFor), atOnce),
  ];
  let removed = 0;
  for (const work of works) {
    for (let round = 0; round < mostRounds; round += 1) {
      const count = await work();
      removed += count;
      if (count < atOnce) break;
    }
  }
  return removed;
}
