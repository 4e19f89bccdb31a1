import { day, minute, second } from '../../kernel/index.ts';

/** The kinds of credential that can be guessed. */
export type GuessableKind = 'password' | 'totp' | 'email-code' | 'sms-code' | 'recovery-code';

/** A token bucket: each try takes what it costs, a success gives it back. */
export interface Bucket {
  readonly scope: string;
  readonly subject: Buffer;
  readonly capacity: number;
  /** Tokens that a try takes. */
  readonly cost: number;
  /** Tokens a second; 0 where only a success or another proof fills it again. */
  readonly refill: number;
}

/** Who is trying: digests, so that the store names nobody. */
export interface Guesser {
  /** The account, or the typed name where there is no account. */
  readonly account?: Buffer;
  /** Set where the account exists; its count of consecutive failures never lapses. */
  readonly accountExists: boolean;
  /** This device together with this account, where it has succeeded here before. */
  readonly knownDevice?: Buffer;
  readonly device?: Buffer;
  readonly network?: Buffer;
  /** Set while much of what comes from there is an attack. */
  readonly prefix?: Buffer;
  readonly asn?: Buffer;
  /** What is tried, where a person could have chosen it. */
  readonly guess?: Guess;
}

export interface Guess {
  /** How likely it is that anybody's password is this one, 0 to 1. */
  readonly popularity: number;
  /** Set where it is being tried at many accounts. */
  readonly sprayed?: Buffer;
}

/**
 * SP 800-63B-4 §3.2.2: at most 100 consecutive failures on an account with one kind of authenticator. Strangers get
 * 80 of them; the rest is kept for devices on which the person has succeeded before, so that nobody can lock them out.
 */
const strangersStreak = 80;
const knownStreak = 20;

const everySeconds = (milliseconds: number): number => second / milliseconds;

/**
 * How likely strangers may become, by guesses of half a year, to have guessed an account's password: each guess costs
 * the popularity of what is guessed (Blocki and Zhang, DALock, PoPETs 2022). Unlike counts of consecutive failures it
 * doesn't begin anew when the owner signs in, or whoever is guessed at daily would be guessed at without end. Twice as
 * much in half a year, with what fills again: 0.04 %.
 */
export const exposure = 0.0002;
/** The whole of it is there again after so long. */
const exposedFor = 180 * day;
/** One guess costs a tenth at most, so that nobody is shut out of an account by three well-known words. */
const mostOfExposure = 0.1;
export const oddsScope = (kind: GuessableKind): string => `${kind}/odds`;

export const streakScope = (kind: GuessableKind): string => `${kind}/streak`;
export const knownStreakScope = (kind: GuessableKind): string => `${kind}/known-streak`;
/** As `streakScope`, for names without an account: the same for the guesser, but forgotten after a day. */
export const namelessStreakScope = (kind: GuessableKind): string => `${kind}/nameless-streak`;
export const accountScope = (kind: GuessableKind): string => `${kind}/account`;
export const knownScope = (kind: GuessableKind): string => `${kind}/known-device`;

/**
 * The buckets that a try takes from. A known device has only its own: what others do from elsewhere, or from the same
 * network, doesn't touch it. Codes that are sent have 5 tries each and few codes a day, so their pace needs no bucket.
 * A saved code has 80 bits, where SP 800-63B-4 §3.2.2 wants a count only below 64: it has its pace alone, so that nobody
 * shuts a person out of recovery by guessing in their name.
 *
 * The account's own come first, by name, then what it shares with others: everybody who takes or gives back keeps to
 * this order, so that two at once never wait for each other in a circle.
 */
export function bucketsOf(kind: GuessableKind, guesser: Guesser): readonly Bucket[] {
  const { account, accountExists, knownDevice, guess } = guesser;
  const paced = kind !== 'email-code' && kind !== 'sms-code';
  const counted = kind !== 'recovery-code';
  const list: Bucket[] = [];
  const add = (scope: string, subject: Buffer | undefined, capacity: number, refill: number, cost = 1): void => {
    if (subject) list.push({ scope, subject, capacity, refill, cost });
  };
  if (knownDevice) {
    if (counted) add(knownStreakScope(kind), account, knownStreak, 0);
    if (paced) add(knownScope(kind), knownDevice, 10, everySeconds(minute));
  } else {
    if (paced) add(accountScope(kind), account, 10, everySeconds(minute));
    if (counted && !accountExists) add(namelessStreakScope(kind), account, strangersStreak, 0);
    if (guess) add(oddsScope(kind), account, 1, everySeconds(exposedFor), Math.min(mostOfExposure, guess.popularity / exposure));
    if (counted && accountExists) add(streakScope(kind), account, strangersStreak, 0);
    addShared(kind, guesser, add);
  }
  return list;
}

const sharedKinds = ['asn', 'device', 'network', 'prefix', 'sprayed'] as const;

/** Wide ones are for many people at once, so they are wide enough for an evening's typos of a town. */
function addShared(
  kind: GuessableKind, { device, network, prefix, asn, guess }: Guesser,
  add: (scope: string, subject: Buffer | undefined, capacity: number, refill: number) => void,
): void {
  const scope = (of: typeof sharedKinds[number]): string => `${kind}/${of}`;
  add(scope('asn'), asn, 2_000, everySeconds(second));
  add(scope('device'), device, 20, everySeconds(30 * second));
  add(scope('network'), network, 100, everySeconds(6 * second));
  add(scope('prefix'), prefix, 300, everySeconds(3 * second));
  add(scope('sprayed'), guess?.sprayed, 20, everySeconds(minute));
}

/** Turns of those at one address who wait instead of working: one each so many milliseconds, and none saved up. */
export const turnsOf = (network: Buffer, wait: number): Bucket => (
  { scope: 'password/turn', subject: network, capacity: 1, refill: everySeconds(wait), cost: 1 });

/** Whether others share the bucket: a success gives back this one try there, not a fresh start. */
export const isShared = (kind: GuessableKind, { scope }: Pick<Bucket, 'scope'>): boolean =>
  sharedKinds.some((of) => scope === `${kind}/${of}`);

/** Where a bucket stood when it was last counted. */
export interface Level {
  readonly tokens: number;
  readonly countedAt: Date;
}

/** Seconds until a bucket has a token: 0 if it has one now, Infinity if time won't bring one. */
export function waitFor(bucket: Bucket, level: Level | undefined, now: Date): number {
  if (!level) return 0;
  const elapsed = Math.max(0, (now.getTime() - level.countedAt.getTime()) / second);
  const missing = bucket.cost - Math.min(bucket.capacity, level.tokens + elapsed * bucket.refill);
  // What takes a day to come back is of no use to whoever stands before the door.
  return missing <= 0 ? 0 : missing > bucket.refill * day / second ? Infinity : Math.ceil(missing / bucket.refill);
}

/**
 * Whose streaks a proof ends: its own, and of those kinds that are no stronger than itself. A password must not give
 * fresh tries at the second factor.
 */
export function endedBy(proof: GuessableKind | 'passkey'): readonly GuessableKind[] {
  switch (proof) {
    case 'passkey': return ['password', 'totp', 'email-code', 'sms-code', 'recovery-code'];
    case 'totp': return ['totp', 'password'];
    case 'email-code': return ['email-code', 'password'];
    case 'password': return ['password'];
    // Whoever has somebody's number for a day must not get fresh tries at anything else.
    case 'sms-code': return ['sms-code'];
    // Somebody who found one paper must not get fresh tries at the rest.
    case 'recovery-code': return ['recovery-code'];
  }
}
