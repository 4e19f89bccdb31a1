import type { PolicyContent } from '../../../contract/policy/index.ts';
import type { Transaction } from '../../../contract/transaction.ts';
import { hour } from '../kernel/index.ts';
import { listCredentials, type Credential } from '../credentials/read.ts';
import { findOpenedAt, overtakes } from '../recovery/read.ts';
import { isRecovered, recoveredLimits, type Proof } from '../sessions/read.ts';
import type { CheckpointsDeps } from './checkpoints-deps.ts';
import type { Evidence, PendingAction } from './checkpoints.ts';
import type { Identifier, Principal } from '../directory/read.ts';
import type { Circumstances, RiskFound } from '../risk/index.ts';
import type { Db } from '../storage/index.ts';
import { factorOf, factorsIn, type ShownFactor } from './factor.ts';
import type { Features } from './features.ts';
import { agesOf, isPast, latest, provedBy, type Proved } from './proved.ts';
import type { ActionReview } from './reviews.ts';

/** What is known of a person and of their device, as it was read. */
export interface About {
  readonly held: readonly Credential[];
  readonly principal: Principal | undefined;
  /** When each address was proved that they have, and each number. */
  readonly proved: readonly Date[];
  readonly numbers: readonly Date[];
  readonly knownSince: Date | undefined;
  /** Undefined where nobody asked for it. */
  readonly managed: boolean | undefined;
  /** Given back lately (`sessions.recovered`). */
  readonly recovered: boolean;
  readonly recovering: boolean;
  readonly risk: RiskFound | undefined;
}

/** Reads what is known about a person, at this moment: never taken from a request. */
export async function readAbout(
  { directory, risk }: Pick<CheckpointsDeps, 'directory' | 'risk'>, db: Db, evidence: Evidence,
  { asksManaged, policy }: { asksManaged: boolean; policy: PolicyContent }, now: Date,
): Promise<About> {
  const device = evidence.deviceKnownSince();
  const account = Promise.all([listCredentials(db, evidence), directory.identifiers(db, evidence), directory.findPrincipal(db, evidence), findOpenedAt(db, evidence)])
    .then(([held, identifiers, principal, openedAt]) => ({
      held, principal,
      proved: provedOf(identifiers, 'email'), numbers: provedOf(identifiers, 'phone'),
      recovering: openedAt !== undefined && !overtakes(principal, openedAt),
      recovered: principal?.recoveredAt ? isRecovered(principal.recoveredAt, recoveredLimits(policy), now) : false,
    }));
  const [known, knownSince, managedUntil, found] = await Promise.all([
    account, device, asksManaged ? evidence.deviceManagedUntil?.() : undefined,
    riskOf(risk, db, evidence, device, account.then(circumstancesOf), now),
  ]);
  return {
    ...known, knownSince, risk: found, managed: asksManaged ? managedUntil !== undefined && managedUntil > now : undefined,
  };
}

const provedOf = (identifiers: readonly Identifier[], of: Identifier['kind']): readonly Date[] => (
  identifiers.flatMap(({ kind, verifiedAt }) => (kind === of && verifiedAt !== null ? [verifiedAt] : [])));

/** What has changed in an account, by what it has and by what was taken from it. What came with it when it was made is no change. */
function circumstancesOf({ held, principal, proved, numbers, recovering }: Omit<About, 'knownSince' | 'managed' | 'risk'>): Circumstances {
  const changed = (times: readonly Date[], removedAt: Date | null | undefined): Date | undefined => (
    latest([...times, ...(removedAt ? [removedAt] : [])].filter((at) => principal && at.getTime() > principal.createdAt.getTime() + hour)));
  return {
    contactChangedAt: changed([...proved, ...numbers], principal?.contactRemovedAt),
    credentialChangedAt: changed(held.map(({ boundAt }) => boundAt), principal?.credentialRemovedAt), recovering,
    ...(principal?.recoveredAt ? { recoveredAt: principal.recoveredAt } : {}),
  };
}

/** All that a decision comes from, as it is recorded: what was read, and what the person has shown. */
export function featuresFrom(
  { held, principal, proved, knownSince, managed, recovered, recovering, risk }: About, evidence: Evidence,
  { pending, review, challengedAt, transaction, permitted, confirmed }: {
    pending: PendingAction | undefined; review?: ActionReview | undefined; challengedAt: Date | undefined; transaction?: Transaction | undefined;
    /** Amounts of the day before, where a condition asks for them. */
    permitted?: number | undefined;
    /** What was shown to that very transaction, where nothing else counts. */
    confirmed?: Proved | undefined;
  }, now: Date,
): Features {
  const age = (since: Date): number => Math.max(0, now.getTime() - since.getTime());
  const ageOf = (since: Date | undefined): number | null => (since === undefined ? null : age(since));
  const levels = evidence.levels.filter(({ authenticatedAt }) => isPast(authenticatedAt, now));
  const proofs = evidence.proofs.filter(({ at }) => isPast(at, now));
  const kinds = held.map(({ kind }) => kind);
  return {
    ...(levels.length < evidence.levels.length || proofs.length < evidence.proofs.length ? { clockBehind: true as const } : {}),
    risk: risk ?? null,
    device: {
      knownFor: ageOf(knownSince) ?? 0, ...(managed === undefined ? {} : { managed }),
    },
    authentication: {
      age: age(latest(levels.map(({ authenticatedAt }) => authenticatedAt)) ?? new Date(0)),
      acr: evidence.levels[0]?.acr ?? 'urn:limen:acr:basic',
    },
    session: { age: age(evidence.startedAt) },
    account: { age: principal ? age(principal.createdAt) : 0 },
    recovered: principal?.recoveredAt ? {
      age: age(principal.recoveredAt), factorAge: ageOf(boundAgain(held, principal.recoveredAt)) ?? 0,
      isOpen: recovered && !boundAgain(held, principal.recoveredAt),
    } : null,
    factor: factorOf({ held, createdAt: principal?.createdAt }, shownTo({ proofs, challengedAt, confirmed }), now),
    recovering,
    has: {
      passkey: kinds.includes('passkey'), totp: kinds.includes('totp'), password: kinds.includes('password'),
      email: proved.length > 0,
    },
    // A code may go to any proved address, so the newest of them is the one to judge by.
    email: { verifiedFor: ageOf(latest(proved)) ?? 0 },
    contact: principal?.contactChangedAt ? { changedAge: age(principal.contactChangedAt) } : null,
    ...(principal?.contactRemovedAt ? { contactRemoved: { age: age(principal.contactRemovedAt) } } : {}),
    proved: agesOf(confirmed === undefined ? provedBy({ levels, proofs }) : confirmed, now),
    ...(transaction ? { amount: amountOf(transaction, permitted) } : {}),
    ...(review ? { review: { dueIn: review.expiresAt.getTime() - now.getTime(), state: reviewState(review) } } : {}),
    challenge: challengedAt ? { age: age(challengedAt) } : null,
    pending: pending ? {
      dueIn: pending.dueAt.getTime() - now.getTime(), state: pending.state === 'cancelled' ? 'cancelled' : 'waiting',
    } : null,
  };
}

/** What answers the question: since it was challenged, and to the very transaction where it is about one. */
function shownTo({ proofs, challengedAt, confirmed }: {
  readonly proofs: readonly Proof[]; readonly challengedAt: Date | undefined; readonly confirmed: Proved | undefined;
}): readonly ShownFactor[] {
  if (confirmed) return confirmed.factor ? [confirmed.factor] : [];
  return challengedAt ? factorsIn(proofs, challengedAt) : [];
}

function amountOf({ amount, currency }: Transaction, permitted: number | undefined): Features['amount'] {
  const value = Number(amount);
  return { value, currency, ...(permitted === undefined ? {} : { today: value + permitted }) };
}

const reviewState = ({ state }: ActionReview): 'waiting' | 'approved' | 'refused' => (
  state === 'approved' || state === 'refused' ? state : 'waiting');

/** Of a session as its sign-in was judged; of a run, which has none yet, as it shows itself now. */
async function riskOf(
  risk: CheckpointsDeps['risk'], db: Db, { in: place, shown, proofs, population, principal }: Evidence, device: Promise<Date | undefined>,
  since: Promise<Circumstances>, now: Date,
): Promise<RiskFound | undefined> {
  const ref = { population, principal };
  if ('session' in place) return risk.ofSession(db, ref, place.session, since);
  const [knownSince, circumstances] = await Promise.all([device, since]);
  return shown && risk.ofRequest(db, {
    ref, shown: { ...shown, at: now, marked: knownSince !== undefined }, ...(knownSince && { markedSince: knownSince }),
    boundKey: proofs.some(({ kind }) => kind === 'passkey'),
  }, circumstances);
}

/**
 * When the first factor was bound that the account has since it was given back. The one that recovery itself made
 * counts from that moment; those from before it were lost, or in other hands.
 */
function boundAgain(held: readonly Credential[], recoveredAt: Date): Date | undefined {
  return held.find(({ kind, boundAt }) => (kind === 'passkey' || kind === 'totp') && boundAt >= recoveredAt)?.boundAt;
}
