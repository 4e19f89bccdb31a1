import type { Checkpoint } from '../policy/index.ts';
import type { Amounts } from './expected-cost.ts';
import { startingWorth } from './response-worth.ts';

/** Where a number comes from: the policy says it, or it is assumed from the tier. */
export interface KnownAmount { readonly amount: number; readonly from: 'policy' | 'assumed' }

/** What is at stake at an action, in the currency of the policy. */
export interface KnownStakes { readonly loss: KnownAmount; readonly friction: KnownAmount }

/** Amounts are in this currency where `checkpoints.yaml` names none. */
export const usualCurrency = 'USD';

/**
 * What an impostor who gets through costs, by value at risk. 50 and 500 are the amounts of the worked example that the
 * formula is tested by; the other two are a factor of ten further: assumptions, good for an order of magnitude.
 */
export const assumedLoss: Readonly<Record<Checkpoint['valueAtRisk'], number>> = { low: 5, elevated: 50, high: 500, critical: 5_000 };

/** What one code asked of a genuine person costs, by what people there will bear: 2.50 in that example, twice and half beside it. */
export const assumedFriction: Readonly<Record<Checkpoint['frictionTolerance'], number>> = { low: 5, medium: 2.5, high: 1.25 };

/** What is at stake as the policy says it, and where it doesn't, as it is assumed. */
export function stakesOf({ valueAtRisk, frictionTolerance, stakes }: Pick<Checkpoint, 'valueAtRisk' | 'frictionTolerance' | 'stakes'>): KnownStakes {
  const known = (said: number | undefined, assumed: number): KnownAmount => (
    said === undefined ? { amount: assumed, from: 'assumed' } : { amount: said, from: 'policy' });
  return { loss: known(stakes?.loss, assumedLoss[valueAtRisk]), friction: known(stakes?.friction, assumedFriction[frictionTolerance]) };
}

/** What is at stake in one question, whose amount is the loss where it counts. */
export interface AskedStakes {
  readonly loss: { readonly amount: number; readonly from: KnownAmount['from'] | 'request' };
  readonly friction: KnownAmount;
}

/** What is at stake in one question: where it names an amount in the currency of the policy, that is what is lost. */
export function stakesIn(stakes: KnownStakes, currency: string, asked: { readonly value: number; readonly currency: string } | undefined): AskedStakes {
  return asked?.currency === currency ? { ...stakes, loss: { amount: asked.value, from: 'request' } } : stakes;
}

/**
 * The amounts of the formula. `friction` is the price of one code asked of a genuine person, and a code loses a known
 * part of them; so a genuine person who is lost altogether costs as many times that.
 */
export function amountsOf({ loss, friction }: AskedStakes): Amounts {
  return { loss: loss.amount, value: friction.amount / startingWorth['email-code'].friction };
}
