import type { Db } from '../../storage/index.ts';
import type { Occasion } from '../credentials.ts';
import type { Throttle } from '../throttle/throttle.ts';
import { countMail } from './mail-cap-store.ts';

/**
 * Counts a mail to an address if it may have one; whom it is counted for, or undefined where it may not. Strangers may
 * use up what an address gets; the devices on which its owner has succeeded have mails of their own.
 */
export async function allowMail(
  throttle: Throttle, tx: Db, population: string, address: string, occasion: Occasion, now: Date,
): Promise<Buffer | undefined> {
  const { principal } = occasion;
  const byAddress = await throttle.nameOf(population, address);
  const byAccount = principal === undefined ? undefined : await throttle.accountOf({ population, principal });
  const own = principal === undefined ? undefined : await throttle.knownDeviceOf({ population, principal }, occasion);
  for (const subject of own ? [own] : [byAddress, ...(byAccount ? [byAccount] : [])]) {
    if (!await countMail(tx, population, subject, now)) return undefined;
  }
  return byAccount ?? byAddress;
}
