/** The words of decisions at actions, as policies, records, events, answers and the console have them. */

/** From what nobody notices to what stops: in this order a matrix and a list show them. */
export const decisionResponses = ['allow', 'notify', 'challenge', 'delay', 'review', 'deny'] as const;
export type DecisionResponse = (typeof decisionResponses)[number];

/** After these the action goes on. */
export const permits = (response: DecisionResponse): boolean => response === 'allow' || response === 'notify';

/**
 * How a decision was meant: answered (live), let through by a checkpoint that only reports, or made up by somebody who
 * tries a policy.
 */
export const decisionModes = ['live', 'report-only', 'what-if'] as const;
export type DecisionMode = (typeof decisionModes)[number];

/** How a challenge, a delay or a review ended; `repeated`: the same was asked again, and another answer took its place. */
export const decisionOutcomes = ['permitted', 'abandoned', 'repeated', 'executed', 'cancelled', 'approved', 'refused', 'expired'] as const;
export type DecisionOutcome = (typeof decisionOutcomes)[number];

/** Reasons that Limen itself gives, besides those that a policy names; no plan takes one of a policy that has such a name. */
export const decisionReasons = {
  'risk-medium': 'The risk is medium, and the checkpoint looks twice from there on',
  'risk-high': 'The risk is high, and the checkpoint looks twice from there on',
  'risk-critical': 'The risk is critical, and the checkpoint looks twice from there on',
  'challenge-met': 'What was asked for was shown since',
  'delay-over': 'It has waited as long as it had to, and nobody stopped it',
  cancelled: 'The owner stopped it',
  'review-approved': 'Somebody looked at it and said yes',
  'review-refused': 'Somebody looked at it and said no',
  'recovered-open': 'The account was recovered, and no factor was bound since',
  explored: 'Answered otherwise than the policy would, by a draw, to learn what it cannot see',
  'report-only': 'The checkpoint only reports: let through, whatever it came to',
  'session-explored': 'A draw let this session go before, so it can change nothing of high value',
  'no-response': 'No response of the policy fits',
  'nobody-to-tell': 'There is no address at which the owner could be told',
  'too-many-waiting': 'Too many actions of this person wait already for this application',
  'too-many-notices': 'The owner was told of so much by this application in the last hour that one more would not be read',
  'too-many-elsewhere': 'So much of this person waits, or was told to them in the last hour, for other applications that there is no room',
  'subject-unknown': 'The caller can name no such person',
  'action-unknown': 'The policy has no such action',
  'made-on-less': 'The decision was made on less than it should be; what was missing stands beside it',
  'risk-missing': 'The risk is not known; taken for medium',
  'condition-failed': 'A condition could not be answered; it counts as a reason, and as the way to no response',
  'clock-behind': 'Something was shown later than it is now; counted as not shown',
} as const;
export type DecisionReason = keyof typeof decisionReasons;

export const isDecisionReason = (name: string): name is DecisionReason => Object.hasOwn(decisionReasons, name);
/** A policy's reasons, and Limen's beside them. */
export const mostReasons = 24;
