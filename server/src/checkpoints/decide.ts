import type { Acr } from '../../../contract/events/index.ts';
import type { CheckpointResponse } from '../../../contract/policy/index.ts';
import type { CompiledCheckpoint, CompiledResponse } from './compile-checkpoint.ts';
import { conditionFacts, type Features } from './features.ts';
import type { Condition } from '../rules/index.ts';
import { second } from '../kernel/index.ts';

export type Response = 'allow' | 'challenge' | 'delay' | 'deny';

/** Parameters of the authorization request after which the same question is answered with yes. */
export interface Lift {
  readonly acrValues: readonly Acr[];
  /** Seconds. */
  readonly maxAge: number;
  /** The person has to show something again, since how fresh and strong the session is doesn't say what was shown. */
  readonly prompt?: 'login';
}

/** A response that the policy offers, as it stood at this decision. */
export interface Candidate {
  readonly respond: CheckpointResponse['respond'];
  readonly with?: string;
  readonly within?: string;
  readonly for?: string;
  readonly held: boolean;
  readonly chosen: boolean;
}

export interface Decision {
  readonly response: Response;
  /** Codes: of the policy's reasons to look twice that hold, then of what the answer came to. */
  readonly reasons: readonly string[];
  readonly candidates: readonly Candidate[];
  readonly lift?: Lift;
  /** Milliseconds from now until a delayed action may go on. */
  readonly delay?: number;
}

/** What is answered where a policy declares no such action. */
export const undeclared: Decision = { response: 'deny', reasons: ['action-unknown'], candidates: [] };

/** What is answered for a person whom the caller can't name: the same whether they are unknown, foreign or gone. */
export const unknownSubject: Decision = { response: 'deny', reasons: ['subject-unknown'], candidates: [] };

/**
 * The decision at an action, from the features alone. Without a reason to look twice it is allowed. Else the first
 * response whose condition holds counts, and a challenge that the session was given and has met since is allowed. A
 * condition that can't be answered counts as a reason, and never as the way to a response.
 */
export function decide(features: Features, checkpoint: CompiledCheckpoint): Decision {
  const facts = conditionFacts(features);
  const reasons = checkpoint.reasons
    .filter(({ condition }) => answer(condition, facts) !== false).map(({ name }) => name);
  // The account's own state, and not a condition that each action has to remember.
  if (checkpoint.isHigh && features.recovered?.isOpen === true) {
    const candidates = checkpoint.responses.map(({ response, when }) => (
      shown(response, when === undefined || answer(when, facts) === true, false)));
    return { response: 'deny', reasons: [...reasons, 'recovered-open'], candidates };
  }
  const held = checkpoint.responses.map(({ when }) => when === undefined || answer(when, facts) === true);
  const at = reasons.length === 0 ? -1 : held.indexOf(true);
  const candidates = checkpoint.responses.map(({ response }, index) => (
    shown(response, held[index] === true, index === at)));
  if (reasons.length === 0) return { response: 'allow', reasons: [], candidates };
  const { pending } = features;
  const chosen = checkpoint.responses[at];
  // To have waited is no way past a deny: what a thief began before the owner recovered the account stays where it is.
  if (pending?.state === 'waiting' && pending.dueIn <= 0 && chosen?.response.respond !== 'deny') {
    return { response: 'allow', reasons: [...reasons, 'delay-over'], candidates };
  }
  if (!chosen) return { response: 'deny', reasons: [...reasons, 'no-response'], candidates };
  return { ...respond(chosen, features, reasons), candidates };
}

function respond(
  { response, span }: CompiledResponse, features: Features, reasons: readonly string[],
): Omit<Decision, 'candidates'> {
  switch (response.respond) {
    case 'deny': return { response: 'deny', reasons };
    // What somebody stopped doesn't begin anew by being asked again.
    case 'delay': return features.pending?.state === 'cancelled' ? { response: 'deny', reasons: [...reasons, 'cancelled'] }
      : { response: 'delay', reasons, delay: features.pending?.dueIn ?? span };
    case 'challenge': return isMet(response.with, span, features)
      ? { response: 'allow', reasons: [...reasons, 'challenge-met'] }
      : { response: 'challenge', reasons, lift: liftOf(response.with, span) };
  }
}

type Asked = Extract<CheckpointResponse, { respond: 'challenge' }>['with'];

/**
 * What was proved since the challenge answers it, and no other: else one step-up would permit whatever is asked within
 * its time, the account number of a thief included. Whole seconds, as the tokens have them.
 */
function isMet(asked: Asked, span: number, { proved, challenge }: Features): boolean {
  const ages = asked === 'email-code' ? [proved.emailCodeAge, proved.strongAge] : [proved.strongAge];
  return ages.some((age) => (
    age !== null && challenge !== null && age <= challenge.age && Math.floor(age / second) <= span / second));
}

function liftOf(asked: Asked, span: number): Lift {
  const maxAge = Math.floor(span / second);
  // Any of several values will do (OpenID Connect Core 1.0 §3.1.2.1), so the weaker one comes first.
  const acrValues: readonly Acr[] = asked === 'passkey-or-totp'
    ? ['urn:limen:acr:mfa', 'urn:limen:acr:phr'] : ['urn:limen:acr:basic'];
  // What was proved before the challenge doesn't answer it, however fresh it is.
  return { acrValues, maxAge, prompt: 'login' };
}

function answer(condition: Condition, facts: Parameters<Condition['evaluate']>[0]): boolean | undefined {
  try {
    return condition.evaluate(facts);
  } catch {
    return undefined;
  }
}

function shown(response: CheckpointResponse, held: boolean, chosen: boolean): Candidate {
  const { when: _when, ...offered } = response;
  return { ...offered, held, chosen };
}
