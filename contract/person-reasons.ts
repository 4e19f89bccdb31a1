/**
 * Why a decision about a person's own doing came out as it did, in the codes that have words for that person. They help
 * the owner to see what happened, and tell somebody else nothing that helps around: no thresholds, no speeds, nothing of
 * what is known about passwords or networks. What would say such a thing is `unusual`.
 */
import type { RiskReason } from './risk.ts';

export const personReasons = [
  'device-new', 'place-new', 'connection-new', 'time-unusual', 'recovery-under-way', 'recovered-lately', 'contact-changed',
  'credential-changed', 'proof-old', 'unusual',
] as const;
export type PersonReason = (typeof personReasons)[number];

/** At most so many are told at a time: the first are those that a person can make the most of. */
export const mostPersonReasons = 3;

const ofRisk: Readonly<Record<RiskReason, PersonReason>> = {
  'device-new': 'device-new', 'system-new': 'device-new', 'browser-new': 'device-new',
  'country-new': 'place-new', 'travel-impossible': 'unusual',
  'network-new': 'connection-new', 'address-new': 'connection-new', 'network-hosting': 'unusual', 'network-relay': 'unusual',
  'hour-unusual': 'time-unusual', 'address-tries-many': 'unusual', 'account-guessed': 'unusual',
  'password-breached': 'unusual', 'password-sprayed': 'unusual',
  'recovery-under-way': 'recovery-under-way', 'recovered-lately': 'recovered-lately', 'contact-changed': 'contact-changed', 'credential-changed': 'credential-changed',
};

/** Names of reasons that the built-in policies give; one's own are `unusual`, since nobody but their writer has words for them. */
const ofPolicy: Readonly<Record<string, PersonReason>> = {
  'device-unknown': 'device-new', 'device-unmanaged': 'device-new', 'authentication-old': 'proof-old',
  'recovery-under-way': 'recovery-under-way', 'recovered-lately': 'recovered-lately', 'recovered-open': 'recovered-lately', 'contact-changed-lately': 'contact-changed',
  'contact-removed-lately': 'contact-changed',
};

/** How an answer went on says nothing of why it was asked for. */
const aboutTheAnswer: ReadonlySet<string> = new Set([
  'challenge-met', 'delay-over', 'cancelled', 'review-approved', 'review-refused', 'explored', 'report-only', 'no-response', 'nobody-to-tell',
  'too-many-waiting', 'too-many-notices', 'too-many-elsewhere', 'subject-unknown', 'action-unknown', 'made-on-less', 'risk-missing', 'condition-failed', 'clock-behind',
]);

/**
 * The reasons for the person, from those of the decision and from what stood out in the risk. Where the risk was no
 * reason of the decision, what stood out in it isn't one for the person either.
 */
export function personReasonsOf(reasons: readonly string[], stoodOut: readonly RiskReason[]): readonly PersonReason[] {
  const isRisk = (reason: string): boolean => /^risk-(medium|high|critical)$/.test(reason);
  const told = new Set(reasons.filter((each) => !aboutTheAnswer.has(each) && !isRisk(each)).map((each) => ofPolicy[each] ?? 'unusual'));
  if (reasons.some(isRisk)) for (const each of stoodOut.length === 0 ? ['unusual' as const] : stoodOut.map((one) => ofRisk[one])) told.add(each);
  return personReasons.filter((each) => told.has(each)).slice(0, mostPersonReasons);
}
