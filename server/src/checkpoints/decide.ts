import type { Acr } from '../../../contract/events/index.ts';
import type { DecisionReason, DecisionResponse } from '../../../contract/decision-words.ts';
import type { Asked, Candidate, CompiledBand, CompiledCheckpoint, CompiledResponse } from './compile-checkpoint.ts';
import { riskBands } from '../../../contract/policy/index.ts';
import { bandOf, conditionFacts, type Features } from './features.ts';
import type { Condition, Facts } from '../rules/index.ts';
import { second } from '../kernel/index.ts';

export type { Candidate } from './compile-checkpoint.ts';
export type Response = DecisionResponse;

/** Parameters of the authorization request after which the same question is answered with yes. */
export interface Lift {
  readonly acrValues: readonly Acr[];
  /** Seconds. */
  readonly maxAge: number;
  /** The person has to show something again, since how fresh and strong the session is doesn't say what was shown. */
  readonly prompt?: 'login';
}

export interface Decision {
  readonly response: Response;
  /** Codes: of the policy's reasons to look twice that hold, then of what the answer came to. */
  readonly reasons: readonly string[];
  readonly candidates: readonly Candidate[];
  /** What permits it is used up by that: a challenge that was met, or somebody's yes. */
  readonly by?: 'challenge' | 'review';
  readonly lift?: Lift;
  /** Milliseconds from now until a delayed action may go on. */
  readonly delay?: number;
  /** Milliseconds from now until which somebody has to look at it. */
  readonly review?: number;
}

/** What is answered where a policy declares no such action. */
export const undeclared: Decision = { response: 'deny', reasons: ['action-unknown'], candidates: [] };

/** What is answered for a person whom the caller can't name: the same whether they are unknown, foreign or gone. */
export const unknownSubject: Decision = { response: 'deny', reasons: ['subject-unknown'], candidates: [] };

/**
 * Whether having waited is a yes to what would be answered now. It is no way past a review or a denial: what a thief began
 * before the owner recovered the account stays where it is. Nor past a proof where the risk has risen since: the wait was
 * an answer to less.
 */
function passesByWaiting(chosen: CompiledResponse | undefined, features: Features): boolean {
  switch (chosen?.response.respond) {
    case 'review': case 'deny': return false;
    case 'challenge': return riskBands.indexOf(bandOf(features)) <= riskBands.indexOf(features.pending?.begunAtRisk ?? 'low');
    default: return true;
  }
}

/**
 * The decision at an action, from the features alone. Without a reason to look twice it is allowed. Else the first
 * response of the risk's band whose condition holds counts, and a challenge that the session was given and has met
 * since is allowed. A condition that can't be answered counts as a reason, and never as the way to a response. Whatever
 * is missing, a decision is made; it then says that it was made on less.
 */
export function decide(features: Features, checkpoint: CompiledCheckpoint): Decision {
  const reading = createReading(conditionFacts(features));
  const band = checkpoint.bands[bandOf(features)];
  const reasons: string[] = [];
  for (const { name, condition } of checkpoint.reasons) if (reading.answer(condition) !== false) reasons.push(name);
  if (band.always) reasons.push(`risk-${bandOf(features)}`);
  const shut = shutBy(features, checkpoint);
  const { candidates, chosen } = choose(band, reading, reasons.length > 0 && !shut);
  const decided: Answered = shut ? { response: 'deny', reasons: [...reasons, shut] }
    : reasons.length === 0 ? { response: 'allow', reasons } : answerTo(chosen, features, reasons);
  const less = missingIn(features, checkpoint, reading.failed());
  return { ...decided, reasons: less.length === 0 ? decided.reasons : [...decided.reasons, 'made-on-less', ...less], candidates };
}

/** Of the responses that are offered all are told; the first that holds is chosen, if any `isAsked` for. */
export function choose(
  { responses }: CompiledBand, reading: Reading, isAsked: boolean,
): { readonly candidates: readonly Candidate[]; readonly chosen: CompiledResponse | undefined } {
  const candidates: Candidate[] = [];
  let chosen: CompiledResponse | undefined;
  for (const each of responses) {
    const holds = each.when === undefined || reading.answer(each.when) === true;
    const isChosen = isAsked && holds && chosen === undefined;
    if (isChosen) chosen = each;
    candidates.push(isChosen ? each.candidates.chosen : holds ? each.candidates.held : each.candidates.unheld);
  }
  return { candidates, chosen };
}

/** The account's or the session's own state, and not a condition that each action has to remember. */
export function shutBy({ recovered, explored }: Features, { isHigh }: Pick<CompiledCheckpoint, 'isHigh'>): DecisionReason | undefined {
  if (isHigh && recovered?.isOpen === true) return 'recovered-open';
  return isHigh && explored === true ? 'session-explored' : undefined;
}

/** What the decision would have looked at, had it been there. */
function missingIn(features: Features, { asksRisk }: CompiledCheckpoint, hasFailed: boolean): readonly DecisionReason[] {
  const missing: DecisionReason[] = [];
  if (asksRisk && features.risk === null) missing.push('risk-missing');
  if (hasFailed) missing.push('condition-failed');
  if (features.clockBehind === true) missing.push('clock-behind');
  return missing;
}

/** Asks conditions, and remembers whether one couldn't be answered. */
interface Reading {
  answer(condition: Condition): boolean | undefined;
  failed(): boolean;
}

export function createReading(facts: Facts): Reading {
  let failed = false;
  return {
    answer: (condition) => {
      try {
        return condition.evaluate(facts);
      } catch {
        failed = true;
        return undefined;
      }
    },
    failed: () => failed,
  };
}

type Answered = Omit<Decision, 'candidates'>;

/** There is a reason: what comes of the response that the policy has for it, after what has happened to this question. */
function answerTo(chosen: CompiledResponse | undefined, features: Features, reasons: readonly string[]): Answered {
  const { pending, review } = features;
  const respondsWith = chosen?.response.respond;
  if (pending?.state === 'waiting' && pending.dueIn <= 0 && passesByWaiting(chosen, features)) {
    return { response: 'allow', reasons: [...reasons, 'delay-over'] };
  }
  if (!chosen) return { response: 'deny', reasons: [...reasons, 'no-response'] };
  if (respondsWith === 'deny') return { response: 'deny', reasons };
  // Somebody has looked at this very question. A no stands, also where less would be asked by now.
  if (review?.state === 'refused') return { response: 'deny', reasons: [...reasons, 'review-refused'] };
  if (review?.state === 'approved') return { response: 'allow', reasons: [...reasons, 'review-approved'], by: 'review' };
  return respond(chosen, features, reasons);
}

/** What a response comes to for somebody with these features. */
export function respond({ response, span }: CompiledResponse, features: Features, reasons: readonly string[]): Answered {
  switch (response.respond) {
    case 'allow': case 'notify': case 'deny': return { response: response.respond, reasons };
    // What somebody stopped doesn't begin anew by being asked again.
    case 'delay': return features.pending?.state === 'cancelled' ? { response: 'deny', reasons: [...reasons, 'cancelled'] }
      : { response: 'delay', reasons, delay: features.pending?.dueIn ?? span };
    case 'review': return { response: 'review', reasons, review: features.review?.dueIn ?? span };
    case 'challenge': return isMet(response.with, span, features)
      ? { response: 'allow', reasons: [...reasons, 'challenge-met'], by: 'challenge' }
      : { response: 'challenge', reasons, lift: liftOf(response.with, span) };
  }
}

/**
 * What was proved since the challenge, on pages that showed it (`Features.proved`), answers it: else one step-up would
 * permit whatever is asked in that session, the account number of a thief included. Whole seconds, as the tokens have them.
 */
function isMet(asked: Asked, span: number, { proved, challenge }: Features): boolean {
  const ages = agesOf(asked, proved);
  return ages.some((age) => (
    age !== null && challenge !== null && age <= challenge.age && Math.floor(age / second) <= span / second));
}

function agesOf(asked: Asked, { emailCodeAge, strongAge, passkeyAge = null }: Features['proved']): readonly (number | null)[] {
  switch (asked) {
    case 'passkey': return [passkeyAge];
    case 'passkey-or-totp': return [strongAge];
    case 'email-code': return [emailCodeAge, strongAge];
  }
}

/** Any of several values will do (OpenID Connect Core 1.0 §3.1.2.1), so the weaker one comes first. */
const acrAsked: Readonly<Record<Asked, readonly Acr[]>> = {
  passkey: ['urn:limen:acr:phr'],
  'passkey-or-totp': ['urn:limen:acr:mfa', 'urn:limen:acr:phr'],
  'email-code': ['urn:limen:acr:basic'],
};

function liftOf(asked: Asked, span: number): Lift {
  const maxAge = Math.floor(span / second);
  // What was proved before the challenge doesn't answer it, however fresh it is.
  return { acrValues: acrAsked[asked], maxAge, prompt: 'login' };
}
