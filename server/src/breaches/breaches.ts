import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { minute, type Clock, type Log } from '../kernel/index.ts';
import type { Outbound } from '../outbound/index.ts';
import { createRangeLookUp } from './range-lookup.ts';
import { standsIn } from './read-list.ts';

export interface Breaches {
  /** Whether a password stands in a list on this machine; undefined where none could be asked. */
  isListed(password: string): Promise<boolean | undefined>;
  /** The same, and what isn't listed is looked up outside where the operator wants that. */
  isKnown(password: string): Promise<boolean | undefined>;
  /** Looks whether the lists can be read, and tells the log which can't. Never throws. */
  check(): Promise<void>;
}

export interface BreachesDeps {
  /** A list of the operator's, asked besides the one that Limen brings. */
  readonly file?: string | undefined;
  /** A range service to be asked when a password is set. */
  readonly lookUp?: undefined | { readonly url: string; readonly outbound: Pick<Outbound, 'request'> };
  readonly clock: Clock;
  readonly log: Log;
}

/** Half a million passwords of eight characters and more; `tools/passwords/build-shipped.ts` makes it. */
export const shippedList = join(import.meta.dirname, 'data/passwords.list');

/** Makes the door to what is known of passwords that leaked. */
export function createBreaches({ file, lookUp, clock, log }: BreachesDeps): Breaches {
  const files = file === undefined ? [shippedList] : [file, shippedList];
  const ask = lookUp && createRangeLookUp({ ...lookUp, clock });
  const warn = rarely(clock, (about, text) => { log.warn(about, text); });

  async function inFiles(hash: string): Promise<boolean | undefined> {
    let answer: boolean | undefined;
    for (const path of files) {
      try {
        if (await standsIn(path, hash)) return true;
        answer = false;
      } catch (error) {
        warn({ file: path, reason: (error as Error).message }, 'a list of breached passwords could not be read; passwords are judged without it');
      }
    }
    return answer;
  }

  return {
    check: async () => { await inFiles('0'.repeat(40)); },
    isListed: (password) => inFiles(sha1(password)),
    isKnown: async (password) => {
      const hash = sha1(password);
      const listed = await inFiles(hash);
      if (listed === true || !ask) return listed;
      const known = await ask(hash);
      if (known === undefined) warn({ service: lookUp!.url }, 'the look-up of breached passwords did not answer; a password was judged without it');
      return known ?? listed;
    },
  };
}

/** The lists are made of SHA-1: it only finds an entry, and protects nothing. */
const sha1 = (password: string): string => createHash('sha1').update(password).digest('hex').toUpperCase();

/** The same thing once in a minute. */
function rarely(clock: Clock, tell: (about: object, text: string) => void): typeof tell {
  const told = new Map<string, number>();
  return (about, text) => {
    const [key, now] = [JSON.stringify(about), clock().getTime()];
    if (now - (told.get(key) ?? -Infinity) < minute) return;
    told.clear();
    told.set(key, now);
    tell(about, text);
  };
}
