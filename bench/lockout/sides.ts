import { bucketsOf, endedBy, waitFor, type Bucket, type Level } from '../../server/src/credentials/index.ts';

/** One try at an account's password. */
export interface Tried {
  /** Milliseconds since the story began. */
  readonly at: number;
  /** From a browser on which this account was signed in before. */
  readonly known: boolean;
  /** Two tries of the same password have the same. */
  readonly password: string;
  /** How likely it is believed to be anybody's. */
  readonly believed: number;
}

/** What stands before one account. */
export interface Door {
  /** Milliseconds until the try is looked at, 0 for now, Infinity where time doesn't help. */
  wait(tried: Tried): number;
  wrong(tried: Tried): void;
  right(tried: Tried): void;
  /** The owner came in another way: by a code to their mailbox. */
  otherWay(): void;
}

export interface Side {
  readonly name: string;
  door(): Door;
}

/** So many wrong ones in a row close the account, whoever gave them, until its owner opens it another way. */
export function strikes(most: number): Side {
  return {
    name: `${most} strikes`,
    door: () => {
      let count = 0;
      return {
        wait: () => (count >= most ? Infinity : 0),
        wrong: () => { count += 1; }, right: () => { count = 0; }, otherWay: () => { count = 0; },
      };
    },
  };
}

const account = Buffer.from('account');
const knownDevice = Buffer.from('known device');

/**
 * The server's own rules, with what they remember kept here. Whoever guesses comes from as many networks and browsers as
 * they like, and evades every count across accounts: only what the account itself counts stands in their way.
 */
function buckets(name: string, weighs: boolean): Side {
  return {
    name,
    door: () => {
      const levels = new Map<string, Level>();
      let lately: readonly string[] = [];
      const of = ({ known, believed }: Tried): readonly Bucket[] => bucketsOf('password', {
        account, accountExists: true, ...(known ? { knownDevice } : {}), ...(weighs ? { guess: { popularity: believed } } : {}),
      });
      const levelAt = (bucket: Bucket, now: Date): number => {
        const level = levels.get(bucket.scope);
        return level ? Math.min(bucket.capacity, level.tokens + (now.getTime() - level.countedAt.getTime()) / 1_000 * bucket.refill) : bucket.capacity;
      };
      const endStreaks = (proof: 'password' | 'email-code'): void => {
        for (const kind of endedBy(proof)) for (const scope of ['streak', 'known-streak', 'account']) levels.delete(`${kind}/${scope}`);
      };
      return {
        wait: (tried) => {
          const now = new Date(tried.at);
          return 1_000 * Math.max(...of(tried).map((bucket) => waitFor(bucket, levels.get(bucket.scope), now)));
        },
        wrong: (tried) => {
          if (weighs && lately.includes(tried.password)) return;
          lately = [tried.password, ...lately].slice(0, 3);
          const now = new Date(tried.at);
          for (const bucket of of(tried)) levels.set(bucket.scope, { tokens: levelAt(bucket, now) - bucket.cost, countedAt: now });
        },
        right: ({ known }) => {
          endStreaks('password');
          if (known) levels.delete('password/known-device');
        },
        otherWay: () => endStreaks('email-code'),
      };
    },
  };
}

export const sides: readonly Side[] = [strikes(3), buckets('before: a pace and a count', false), buckets('now: weighed by popularity', true)];
