/**
 * What an application says of its own question, and nobody else knows. It may only raise an answer: beside what the
 * policy answers without any of it, it can give a reason, and choose a response that is at least as strict.
 *
 * `amount` is not among them: the yes is for that amount alone, and the person is shown it.
 */
import type { CheckpointResponse } from './checkpoints.ts';
import { milliseconds as span } from './duration.ts';

/** As conditions name them. */
export const saidFacts: readonly string[] = ['resource.type', 'resource.id', 'resource.properties', 'network.kind'];

export const isSaid = (fact: string): boolean => saidFacts.includes(fact);

const proofs = ['email-code', 'passkey-or-totp', 'passkey'] as const;

/**
 * Whether nobody would rather have the first than the second. Where neither can be said, it isn't: whoever has the
 * mailbox would rather be asked for a code from it than wait, and whoever has no passkey would rather wait.
 */
export function isAtLeast(one: CheckpointResponse, other: CheckpointResponse): boolean {
  switch (one.respond) {
    case 'deny': return true;
    case 'review': return other.respond !== 'deny';
    case 'delay': return other.respond === 'delay' ? span(one.for) >= span(other.for) : isWeak(other);
    case 'challenge': return other.respond === 'challenge'
      ? proofs.indexOf(one.with) >= proofs.indexOf(other.with) && span(one.within) <= span(other.within)
      : other.respond === 'allow' || other.respond === 'notify' || (other.respond === 'delay' && one.with !== 'email-code');
    case 'notify': return other.respond === 'allow' || other.respond === 'notify';
    case 'allow': return other.respond === 'allow';
  }
}

const isWeak = (each: CheckpointResponse): boolean => (
  each.respond === 'allow' || each.respond === 'notify' || (each.respond === 'challenge' && each.with === 'email-code'));

/** The response after this one in its row that it would be a way around of; undefined where it is none. */
export function isWayAround(row: readonly CheckpointResponse[], index: number): CheckpointResponse | undefined {
  const one = row[index];
  return one && row.slice(index + 1).find((other) => !isAtLeast(one, other));
}
