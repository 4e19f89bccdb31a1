import type { CheckpointResponse } from '../../../contract/policy/index.ts';
import type { CompiledCheckpoint, CompiledResponse } from './compile-checkpoint.ts';
import { choose, createReading, type Decision } from './decide.ts';
import { tokenConditionFacts, type TokenFeatures } from './token-features.ts';

/** What can be answered to a machine: it has nothing to show again, and nobody to stop what waits. */
export type TokenResponse = Exclude<CheckpointResponse['respond'], 'challenge' | 'delay'>;

export type TokenDecision = Pick<Decision, 'reasons' | 'candidates' | 'review'> & { readonly response: TokenResponse };

/**
 * The decision at the issue of a token, from the features alone. Without a reason to look twice it is allowed; else the
 * first response whose condition holds counts. A condition that can't be answered counts as a reason, and never as the
 * way to a response.
 */
export function decideToken(features: TokenFeatures, checkpoint: CompiledCheckpoint): TokenDecision {
  const reading = createReading(tokenConditionFacts(features));
  const reasons = checkpoint.reasons.filter(({ condition }) => reading.answer(condition) !== false).map(({ name }) => name);
  // Machines have no risk, so that every band has the same responses.
  const { candidates, chosen } = choose(checkpoint.bands.low, reading, reasons.length > 0);
  const decided = reasons.length === 0 ? { response: 'allow' as const, reasons } : answerTo(chosen, features, reasons);
  return { ...decided, reasons: reading.failed() ? [...decided.reasons, 'made-on-less', 'condition-failed'] : decided.reasons, candidates };
}

function answerTo(chosen: CompiledResponse | undefined, { review }: TokenFeatures, reasons: readonly string[]): Omit<TokenDecision, 'candidates'> {
  if (!chosen) return { response: 'deny', reasons: [...reasons, 'no-response'] };
  const { response: { respond }, span } = chosen;
  switch (respond) {
    case 'allow': case 'notify': case 'deny': return { response: respond, reasons };
    case 'review': switch (review?.state) {
      // Machines ask again and again: a yes holds for its time, and is not used up by the first token.
      case 'approved': return { response: 'allow', reasons: [...reasons, 'review-approved'] };
      case 'refused': return { response: 'deny', reasons: [...reasons, 'review-refused'] };
      case 'waiting': case undefined: return { response: 'review', reasons, review: review?.dueIn ?? span };
    }
    // No plan lets these through.
    case 'challenge': case 'delay': return { response: 'deny', reasons: [...reasons, 'no-response'] };
  }
}
