import { day } from '../kernel/index.ts';

/** What is learnt at once of a sign-in that nothing confirmed; the rest when nobody has objected for `objectionTime`. */
const atOnce = 0.3;
/** From this probability on nothing is learnt of a sign-in before it is confirmed or left unobjected. */
export const mostTrusted = 0.1;
/** So long an owner has to say that it was somebody else. */
export const objectionTime = 7 * day;

/**
 * How much of a sign-in is learnt at once, 0 to 1. Who gets in with a stolen password alone is not to teach the profile
 * that they belong (research §6.6). Of somebody of whom nothing is known there is nothing to tell them from.
 */
export function trustAtOnce({ confirmed, probability, logins }: { readonly confirmed: boolean; readonly probability: number; readonly logins: number }): number {
  if (confirmed) return 1;
  if (probability >= mostTrusted) return 0;
  return logins === 0 ? 1 : atOnce * (1 - probability);
}
