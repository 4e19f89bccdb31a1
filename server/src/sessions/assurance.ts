import type { Acr, CredentialKind, PopulationKind } from '../../../contract/events/index.ts';
import { acr as acrValues } from '../../../contract/events/index.ts';
import { day, second } from '../kernel/index.ts';
import type { Assurance, Proof } from './sessions.ts';

/** Weakest first. */
const order: readonly Acr[] = acrValues.options;

/** What somebody asks a session to have proved; `maxAge` in seconds. */
export interface NeededAssurance {
  readonly acr?: Acr;
  readonly maxAge?: number;
}

/**
 * RFC 8176 §2. A passkey is `pop`, since nobody here knows whether its key lies in hardware (`hwk`) or is synced
 * (`swk`), and `user`, since WebAuthn always tests for presence. An e-mail code is `mca`, not `otp`, which would make
 * it look like an authenticator of its own. For what was shown to somebody else, RFC 8176 has no word.
 */
const methods: Readonly<Record<CredentialKind, readonly string[]>> = {
  password: ['pwd'], totp: ['otp'], passkey: ['pop', 'user'], 'email-code': ['mca'], 'sms-code': ['sms'], invitation: ['mca'],
  'recovery-code': [], 'recovery-case': [], federated: [],
};

/** For so long an older factor counts as fresh beside a newer one (SP 800-63B-4 §2.2.3: AAL2 lasts 24 hours). */
const longestPair = day;

/** What of these proofs comes from a mailbox, which is an authenticator for nobody (SP 800-63B-4 §3.1.3.1). */
const isMailbox = ({ kind }: Proof): boolean => kind === 'email-code' || kind === 'invitation';

/**
 * A recovery code, or a recovery that nobody stopped, is no authenticator: it helps to bind a new one, and a session is worth what is shown besides
 * (SP 800-63B-4 §4.2). So recovery alone reaches no level, least of all AAL2.
 */
const isRecovery = ({ kind }: Proof): boolean => kind === 'recovery-code' || kind === 'recovery-case';

/**
 * Every level that these proofs reach, strongest first, each with the time at which it was last proved; empty where
 * they reach none.
 *
 * - `phr`: a passkey whose authenticator checked the person.
 * - `mfa`: that, or something one has (a passkey, TOTP) and a password. Proving one of the two again is enough to be
 *   fresh, but only within a day of the other. For customers a code by e-mail stands in for the password, without
 *   making anything fresh: this is our own rule and less than AAL2, which evidence shows. A password and an e-mail
 *   code stay `basic`, because whoever has the mailbox can set the password.
 *   A sign-in at a provider upstream is `mfa` where the provider says that it asked for two factors and the policy
 *   takes its word; never `phr`, which nobody but us can vouch for. For customers it, too, stands in for the password.
 *   A code by text message, too, is no second factor beside a password: whoever has the number could set the password
 *   (and numbers change hands: SP 800-63B-4 §3.2.9 restricts them).
 * - `basic`: anything that counts. What comes by mail counts for customers only, a recovery code for nobody.
 */
export function levelsOf(proofs: readonly Proof[], population: PopulationKind): readonly Assurance[] {
  const counted = proofs.filter((proof) => !isRecovery(proof) && (population === 'customer' || !isMailbox(proof)));
  const phr = latest(counted, ({ kind, userVerified }) => kind === 'passkey' && userVerified === true);
  const upstream = latest(counted, ({ kind, twoFactors }) => kind === 'federated' && twoFactors === true);
  const mfa = latestOf(latestOf(phr, upstream), pairTime(counted, population));
  const basic = latest(counted, () => true);
  const used = new Set(counted.flatMap(({ kind }) => methods[kind]));
  const level = (acr: Acr, authenticatedAt: Date | undefined): readonly Assurance[] => (
    authenticatedAt ? [{ acr, amr: [...used, ...(acr === order[0] ? [] : ['mfa'])], authenticatedAt }] : []);
  return [
    ...level('urn:limen:acr:phr', phr), ...level('urn:limen:acr:mfa', mfa), ...level('urn:limen:acr:basic', basic),
  ];
}

/**
 * The strongest level of these proofs. Where they reach none it is `basic` with no methods, proved at the beginning of
 * time: a floor to compare with, on which no session is ever started.
 */
export function assuranceOf(proofs: readonly Proof[], population: PopulationKind): Assurance {
  return levelsOf(proofs, population)[0] ?? { acr: 'urn:limen:acr:basic', amr: [], authenticatedAt: new Date(0) };
}

/**
 * True where these proofs give an account back to whoever lost what it is opened with: a saved code together with one
 * that was sent, or with a factor that is still there (SP 800-63B-4 §4.2.2.2: two recovery codes by different methods,
 * or one and a bound authenticator); or a recovery case whose wait is over, in place of the saved code; or, for customers, a
 * code by mail and one by text, which are two methods. They allow binding a new credential, not a session.
 */
export function recovers(proofs: readonly Pick<Proof, 'kind'>[], population: PopulationKind): boolean {
  const shown = new Set(proofs.map(({ kind }) => kind));
  const others = ['email-code', 'sms-code', 'password', 'totp', 'passkey'] as const;
  const twoMethods = population === 'customer' && shown.has('email-code') && shown.has('sms-code');
  return twoMethods || (shown.has('recovery-code') || shown.has('recovery-case')) && others.some((kind) => shown.has(kind));
}

/**
 * True where these proofs reach as much as an account with such credentials can prove at all, so that they may bind
 * another one (SP 800-63B-4 §4.1.2). The mailbox is no credential of its own, but together with one it may prove more;
 * proofs that reach no level, such as a code by mail at work, bind nothing.
 */
export function provesTheMost(
  proofs: readonly Proof[], held: readonly CredentialKind[], population: PopulationKind,
): boolean {
  const provable = ['email-code' as const, ...held].map((kind): Proof => ({ kind, at: new Date(0), userVerified: true }));
  const [reached] = levelsOf(proofs, population);
  return reached !== undefined && satisfies(reached.acr, assuranceOf(provable, population).acr);
}

/** True where `have` is as strong as `need`, or stronger. */
export function satisfies(have: Acr, need: Acr): boolean {
  return order.indexOf(have) >= order.indexOf(need);
}

/** True where it was proved at most so many seconds ago; whole seconds, as `auth_time` has them. */
export function isFresh(assurance: Assurance, maxAgeSeconds: number, now: Date): boolean {
  const age = Math.floor(now.getTime() / second) - Math.floor(assurance.authenticatedAt.getTime() / second);
  return age <= maxAgeSeconds;
}

/**
 * The strongest of these levels that is strong and fresh enough, or undefined. A weak proof that is fresh never makes
 * an old strong one fresh: what is told of a session names one level with its own time.
 */
export function levelMeeting(
  levels: readonly Assurance[], need: NeededAssurance, now: Date,
): Assurance | undefined {
  return levels.find((level) => (
    satisfies(level.acr, need.acr ?? order[0]!) && (need.maxAge === undefined || isFresh(level, need.maxAge, now))));
}

/** The latest of each kind; one that stands for two factors is another kind than one that doesn't. */
export function mergeProofs(earlier: readonly Proof[], later: readonly Proof[]): readonly Proof[] {
  const merged = new Map<string, Proof>();
  for (const proof of [...earlier, ...later]) {
    const name = `${proof.kind}/${proof.userVerified === true || proof.twoFactors === true}`;
    const known = merged.get(name);
    if (!known || known.at <= proof.at) merged.set(name, proof);
  }
  return [...merged.values()];
}

function pairTime(counted: readonly Proof[], population: PopulationKind): Date | undefined {
  const possession = latest(counted, ({ kind }) => kind === 'passkey' || kind === 'totp');
  const knowledge = latest(counted, ({ kind }) => kind === 'password');
  if (!possession) return undefined;
  const standsIn = (proof: Proof): boolean => isMailbox(proof) || (proof.kind === 'federated' && population === 'customer');
  if (!knowledge) return counted.some(standsIn) ? possession : undefined;
  const [older, newer] = possession <= knowledge ? [possession, knowledge] : [knowledge, possession];
  return newer.getTime() - older.getTime() <= longestPair ? newer : older;
}

function latest(proofs: readonly Proof[], counts: (proof: Proof) => boolean): Date | undefined {
  return proofs.filter(counts).map(({ at }) => at).reduce<Date | undefined>(latestOf, undefined);
}

function latestOf(a: Date | undefined, b: Date | undefined): Date | undefined {
  return !a || (b && b > a) ? b : a;
}
