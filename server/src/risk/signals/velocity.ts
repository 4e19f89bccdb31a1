import type { Signal } from '../signal.ts';

/** An address that tried more accounts than a family has in an hour (research §1.5: an address-day with over 7 requests). */
const manyAccounts = 7;

/**
 * Failures that came before: at the account, where a few are an owner who mistypes and many are guesses, and from the
 * address, where many accounts tried are a list being tried.
 */
export const velocity: Signal = {
  name: 'velocity', least: 0, most: 4,
  read: ({ failures }) => {
    if (!failures) return undefined;
    const guesses = failures.account < 3 ? 0 : Math.min(2, Math.log2(failures.account / 3) * 0.6);
    const listed = failures.accountsOfAddress < manyAccounts ? 0 : Math.min(4, 1 + Math.log2(failures.accountsOfAddress / manyAccounts));
    return {
      ratio: guesses + listed,
      reason: listed > 0 ? 'address-tries-many' : guesses > 0 ? 'account-guessed' : undefined,
    };
  },
};
