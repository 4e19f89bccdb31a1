import { normaliseEmail } from '../../directory/index.ts';
import { fail, type PrincipalRef } from '../../kernel/index.ts';
import { networkOf } from '../../networks/index.ts';
import type { Db } from '../../storage/index.ts';
import type { CredentialsDeps, Occasion } from '../credentials.ts';
import type { Digest } from '../digests.ts';
import { eventContext, type About } from '../event-context.ts';
import {
  accountScope, bucketsOf, endedBy, isShared, knownScope, knownStreakScope, namelessStreakScope, oddsScope, streakScope, turnsOf, waitFor,
  type Bucket, type GuessableKind, type Guesser,
} from './bucket.ts';
import { dropBuckets, holdBucket, levelsOf, returnTokens, takeTokens } from './bucket-store.ts';
import { forgetDevices, isKnownDevice, rememberDevice } from './known-device-store.ts';
import { forgetWrong, rememberWrong, wasWrong } from './wrong-password-store.ts';

/** A try that has been counted before it is looked at, so that tries at once can't slip through together. */
export interface Try {
  /** It was right: the account's count begins anew and the device is known from now on. */
  succeeded(tx: Db): Promise<void>;
  /** It was wrong: the same again within the hour doesn't count against the account once more. */
  failed(tx: Db): Promise<void>;
  /** It was not looked at, or says nothing about guessing: it doesn't count. */
  release(): Promise<void>;
  /** The device is one on which the person has succeeded before. */
  readonly known: boolean;
}

/** What is tried, where a person could have chosen it. */
export interface Tried {
  readonly secret: string;
  /** How likely it is that somebody's is this one, 0 to 1. */
  readonly popularity: number;
  readonly sprayed: boolean;
}

export interface Throttle {
  /**
   * Counts a try. `account` names who it is about where that isn't the principal (a name without account, an address).
   * @throws credential.throttled, with retryAfter where time helps; else another way to sign in does
   */
  begin(kind: GuessableKind, about: About, account: Buffer | undefined, occasion: Occasion, tried?: Tried): Promise<Try>;
  /** A passkey was shown, or another proof that no guessing is behind: counts of the account begin anew. */
  proved(tx: Db, ref: PrincipalRef, occasion: Occasion): Promise<void>;
  /** See `Passwords.takeTurn`. */
  takeTurn(population: string, occasion: Occasion, wait: number): Promise<number>;
  /** The person came in by whatever way, on a device that has a mark from now on. */
  marked(tx: Db, ref: PrincipalRef, device: string): Promise<void>;
  /** The owner says that a device is not theirs; all that are known where none is named. */
  unmark(tx: Db, ref: PrincipalRef, device: string | undefined): Promise<void>;
  /** The credential is a new one, so what was tried at the old one no longer counts. */
  replaced(tx: Db, ref: PrincipalRef, kind: GuessableKind): Promise<void>;
  /** Nothing of the past counts any more: an account changed hands. */
  forget(tx: Db, ref: PrincipalRef): Promise<void>;
  /** The digest by which an account is counted. */
  accountOf(ref: PrincipalRef): Promise<Buffer>;
  /** The digest by which this device together with this account is counted; undefined where it is a stranger's. */
  knownDeviceOf(ref: PrincipalRef, occasion: Occasion): Promise<Buffer | undefined>;
  /** The digest by which a typed name is counted that has no account. */
  nameOf(population: string, text: string): Promise<Buffer>;
}

const nobody = '00000000-0000-0000-0000-000000000000';

export function createThrottle(deps: CredentialsDeps, digest: Digest): Throttle {
  const { database, clock } = deps;
  const accountOf = ({ population, principal }: PrincipalRef) => digest('account', population, principal);

  async function begin(
    kind: GuessableKind, about: About, given: Buffer | undefined, occasion: Occasion, tried?: Tried,
  ): Promise<Try> {
    const { population, principal } = about;
    const ref = principal === undefined ? undefined : { population, principal };
    const account = ref ? await accountOf(ref) : given;
    const wrong = account && tried && await digest('wrong-password', population, account.toString('hex'), tried.secret);
    const person = await guesserOf(deps, digest, about, account, occasion);
    const guesser = person.knownDevice ? person : { ...person, ...await widerOf(deps, digest, about, occasion, tried) };
    const buckets = bucketsOf(kind, guesser);
    await checkLevels(deps, kind, about, buckets, occasion);
    const again = wrong !== undefined && await wasWrong(database.db, population, account!, wrong, clock());
    const counted = again ? buckets.filter((bucket) => isShared(kind, bucket)) : buckets;
    const taken = await takeTokens(database.db, population, counted, clock());
    if (taken.length < counted.length) {
      // Others took the last token between the look and the taking.
      await returnTokens(database.db, population, taken);
      await checkLevels(deps, kind, about, buckets, occasion);
      fail('credential.throttled', { retryAfter: 1 });
    }
    return {
      known: guesser.knownDevice !== undefined,
      release: () => returnTokens(database.db, population, counted),
      failed: async (tx) => { if (wrong && !again) await rememberWrong(tx, population, account!, wrong, clock()); },
      succeeded: async (tx) => {
        if (account) await endStreaks(tx, population, account, kind);
        if (guesser.knownDevice) await dropBuckets(tx, population, [knownScope(kind)], guesser.knownDevice);
        await returnTokens(tx, population, counted.filter((bucket) => isShared(kind, bucket) || bucket.scope === oddsScope(kind)));
        if (ref && guesser.device) await rememberDevice(tx, ref, guesser.device, clock());
      },
    };
  }

  return {
    begin, accountOf,
    takeTurn: async (population, { clientAddress = 'unknown' }, wait) => {
      const bucket = turnsOf(await digest('network', networkOf(clientAddress) ?? clientAddress), wait);
      const [taken] = await takeTokens(database.db, population, [bucket], clock());
      if (taken) return 0;
      const [level] = await levelsOf(database.db, population, [bucket]);
      return Math.max(1, waitFor(bucket, level, clock()));
    },
    proved: async (tx, ref, occasion) => {
      await endStreaks(tx, ref.population, await accountOf(ref), 'passkey');
      if (occasion.device === undefined) return;
      await rememberDevice(tx, ref, await digest('device', occasion.device), clock());
    },
    marked: async (tx, ref, device) => rememberDevice(tx, ref, await digest('device', device), clock()),
    unmark: async (tx, ref, device) => forgetDevices(tx, ref, device === undefined ? undefined : await digest('device', device)),
    replaced: async (tx, ref, kind) => {
      const account = await accountOf(ref);
      await dropBuckets(tx, ref.population, [...ownScopes(kind), oddsScope(kind)], account);
      if (kind === 'password') await forgetWrong(tx, ref.population, account);
    },
    forget: async (tx, ref) => {
      const account = await accountOf(ref);
      await dropBuckets(tx, ref.population, endedBy('passkey').flatMap((kind) => [...ownScopes(kind), oddsScope(kind)]), account);
      await forgetWrong(tx, ref.population, account);
      await forgetDevices(tx, ref);
    },
    // An address has one count in all its spellings, as an account has: else a second spelling would tell which it is.
    nameOf: (population, text) => (
      digest('name', population, normaliseEmail(text) ?? text.normalize('NFKC').trim().toLowerCase())),
    knownDeviceOf: async ({ population, principal }, occasion) => (
      await guesserOf(deps, digest, { population, principal }, undefined, { ...occasion, clientAddress: undefined })
    ).knownDevice,
  };
}

const ownScopes = (kind: GuessableKind): readonly string[] =>
  [streakScope(kind), namelessStreakScope(kind), knownStreakScope(kind), accountScope(kind)];

async function endStreaks(
  tx: Db, population: string, account: Buffer, proof: GuessableKind | 'passkey',
): Promise<void> {
  await dropBuckets(tx, population, endedBy(proof).flatMap(ownScopes), account);
}

/** Which digests of an occasion its tries are counted by. */
async function guesserOf(
  { database: { db } }: CredentialsDeps, digest: Digest, about: About, account: Buffer | undefined, occasion: Occasion,
): Promise<Guesser> {
  const { population, principal } = about;
  const device = occasion.device === undefined ? undefined : await digest('device', occasion.device);
  const network = occasion.clientAddress === undefined ? undefined : networkOf(occasion.clientAddress);
  // Asked for nobody too, so that an account that doesn't exist takes as many steps.
  const known = device !== undefined
    && await isKnownDevice(db, { population, principal: principal ?? nobody }, device);
  return {
    accountExists: principal !== undefined,
    ...(account ? { account } : {}), ...(device ? { device } : {}),
    ...(network === undefined ? {} : { network: await digest('network', network) }),
    ...(known ? { knownDevice: await digest('known-device', population, principal ?? nobody, occasion.device!) } : {}),
  };
}

/** What is counted by besides: what is tried, and the wider networks while much of what comes from them is an attack. */
async function widerOf(
  { brakes }: CredentialsDeps, digest: Digest, { population }: About, { clientAddress: address }: Occasion, tried: Tried | undefined,
): Promise<Pick<Guesser, 'prefix' | 'asn' | 'guess'>> {
  const guess = tried && {
    popularity: tried.popularity,
    ...(tried.sprayed ? { sprayed: await digest('sprayed', population, tried.secret) } : {}),
  };
  const attacked = address !== undefined && brakes && await brakes.workFor(population, address) > 0;
  const { prefix, asn } = attacked ? brakes.placeOf(address) : {};
  return {
    ...(guess ? { guess } : {}), ...(prefix === undefined ? {} : { prefix: await digest('prefix', prefix) }),
    ...(asn === undefined ? {} : { asn: await digest('asn', asn) }),
  };
}

/** Throws if a bucket is empty, and tells of it the first time. */
async function checkLevels(
  { database, events, clock }: CredentialsDeps, kind: GuessableKind, about: About, buckets: readonly Bucket[],
  occasion: Occasion,
): Promise<void> {
  const now = clock();
  const levels = await levelsOf(database.db, about.population, buckets);
  const waits = buckets.map((bucket, at) => waitFor(bucket, levels[at], now));
  const longest = Math.max(0, ...waits);
  if (longest === 0) return;
  const at = waits.indexOf(longest);
  const seconds = Number.isFinite(longest) ? longest : 0;
  if (!levels[at]!.held) {
    await database.transaction(async (tx) => {
      if (!await holdBucket(tx, about.population, buckets[at]!, now)) return;
      await events.append(tx, {
        type: 'credential.throttled', ...eventContext(about, occasion), open: { kind, seconds },
      });
    });
  }
  fail('credential.throttled', seconds > 0 ? { retryAfter: seconds } : {});
}
