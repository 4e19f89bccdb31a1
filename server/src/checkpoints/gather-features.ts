import type { PolicyContent } from '../../../contract/policy/index.ts';
import type { Transaction } from '../../../contract/transaction.ts';
import { hour, minute } from '../kernel/index.ts';
import { listCredentials, type Credential } from '../credentials/read.ts';
import { isRecovered, recoveredLimits } from '../sessions/read.ts';
import type { CheckpointsDeps } from './checkpoints-deps.ts';
import type { Evidence, PendingAction } from './checkpoints.ts';
import type { RiskFound } from '../risk/index.ts';
import type { Db } from '../storage/index.ts';
import type { Features } from './features.ts';
import type { ActionReview } from './reviews.ts';

/** By so much the clocks of several servers may differ. */
const clockSkew = minute;

/** All that is known about a person and what they have shown, at this moment: read, never taken from a request. */
export async function gatherFeatures(
  { directory, risk }: Pick<CheckpointsDeps, 'directory' | 'risk'>, db: Db, evidence: Evidence,
  { pending, review, challengedAt, asksManaged = false, policy, transaction }: {
    pending: PendingAction | undefined; review?: ActionReview | undefined; challengedAt: Date | undefined; asksManaged?: boolean; policy: PolicyContent;
    transaction?: Transaction | undefined;
  }, now: Date,
): Promise<Features> {
  const [held, identifiers, principal, knownSince, managedUntil] = await Promise.all([
    listCredentials(db, evidence), directory.identifiers(db, evidence), directory.findPrincipal(db, evidence),
    evidence.deviceKnownSince(), asksManaged ? evidence.deviceManagedUntil?.() : undefined,
  ]);
  const age = (since: Date): number => Math.max(0, now.getTime() - since.getTime());
  const ageOf = (since: Date | undefined): number | null => (since === undefined ? null : age(since));
  // Where the clock was set back, what seems to come from later would stay fresh for as long as that.
  const isPast = (at: Date): boolean => at.getTime() <= now.getTime() + clockSkew;
  const levels = evidence.levels.filter(({ authenticatedAt }) => isPast(authenticatedAt));
  const proofs = evidence.proofs.filter(({ at }) => isPast(at));
  const kinds = held.map(({ kind }) => kind);
  const proved = identifiers.flatMap(({ kind, verifiedAt }) => (kind === 'email' && verifiedAt !== null ? [verifiedAt] : []));
  // What came with the account when it was made is no change.
  const changed = (times: readonly Date[]): Date | undefined => (
    latest(times.filter((at) => principal && at.getTime() > principal.createdAt.getTime() + hour)));
  const isOpen = principal?.recoveredAt ? isRecovered(principal.recoveredAt, recoveredLimits(policy), now) : false;
  const found = await riskOf(risk, db, evidence, knownSince, {
    contactChangedAt: changed(proved), credentialChangedAt: changed(held.map(({ boundAt }) => boundAt)), recovering: isOpen,
  }, now);
  return {
    ...(levels.length < evidence.levels.length || proofs.length < evidence.proofs.length ? { clockBehind: true as const } : {}),
    risk: found ?? null,
    device: {
      knownFor: ageOf(knownSince) ?? 0, ...(asksManaged ? { managed: managedUntil !== undefined && managedUntil > now } : {}),
    },
    authentication: {
      age: age(latest(levels.map(({ authenticatedAt }) => authenticatedAt)) ?? new Date(0)),
      acr: evidence.levels[0]?.acr ?? 'urn:limen:acr:basic',
    },
    session: { age: age(evidence.startedAt) },
    account: { age: principal ? age(principal.createdAt) : 0 },
    recovered: principal?.recoveredAt ? {
      age: age(principal.recoveredAt), factorAge: ageOf(boundAgain(held, principal.recoveredAt)) ?? 0,
      isOpen: isOpen && !boundAgain(held, principal.recoveredAt),
    } : null,
    has: {
      passkey: kinds.includes('passkey'), totp: kinds.includes('totp'), password: kinds.includes('password'),
      email: proved.length > 0,
    },
    // A code may go to any proved address, so the newest of them is the one to judge by.
    email: { verifiedFor: ageOf(latest(proved)) ?? 0 },
    contact: principal?.contactChangedAt ? { changedAge: age(principal.contactChangedAt) } : null,
    proved: {
      strongAge: ageOf(latest(levels
        .filter(({ acr }) => acr !== 'urn:limen:acr:basic').map(({ authenticatedAt }) => authenticatedAt))),
      passkeyAge: ageOf(latest(levels
        .filter(({ acr }) => acr === 'urn:limen:acr:phr').map(({ authenticatedAt }) => authenticatedAt))),
      emailCodeAge: ageOf(latest(proofs.filter(({ kind }) => kind === 'email-code').map(({ at }) => at))),
    },
    ...(transaction ? { amount: { value: Number(transaction.amount), currency: transaction.currency } } : {}),
    ...(review ? { review: { dueIn: review.expiresAt.getTime() - now.getTime(), state: reviewState(review) } } : {}),
    challenge: challengedAt ? { age: age(challengedAt) } : null,
    pending: pending ? {
      dueIn: pending.dueAt.getTime() - now.getTime(), state: pending.state === 'cancelled' ? 'cancelled' : 'waiting',
    } : null,
  };
}

const reviewState = ({ state }: ActionReview): 'waiting' | 'approved' | 'refused' => (
  state === 'approved' || state === 'refused' ? state : 'waiting');

/** Of a session as its sign-in was judged; of a run, which has none yet, as it shows itself now. */
async function riskOf(
  risk: CheckpointsDeps['risk'], db: Db, { in: place, shown, proofs, population, principal }: Evidence, knownSince: Date | undefined,
  since: Parameters<CheckpointsDeps['risk']['ofSession']>[3], now: Date,
): Promise<RiskFound | undefined> {
  const ref = { population, principal };
  if ('session' in place) return risk.ofSession(db, ref, place.session, since);
  return shown && risk.ofRequest(db, {
    ref, shown: { ...shown, at: now, marked: knownSince !== undefined }, ...(knownSince && { markedSince: knownSince }),
    boundKey: proofs.some(({ kind }) => kind === 'passkey'),
  }, since);
}

/**
 * When the first factor was bound that the account has since it was given back. The one that recovery itself made
 * counts from that moment; those from before it were lost, or in other hands.
 */
function boundAgain(held: readonly Credential[], recoveredAt: Date): Date | undefined {
  return held.find(({ kind, boundAt }) => (kind === 'passkey' || kind === 'totp') && boundAt >= recoveredAt)?.boundAt;
}

function latest(times: readonly Date[]): Date | undefined {
  return times.reduce<Date | undefined>((last, each) => (last && last >= each ? last : each), undefined);
}
