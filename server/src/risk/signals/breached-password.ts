import type { Signal } from '../signal.ts';

/** A leaked pair raises the odds of a takeover about tenfold (CCS 2017, as told in the research). */
const breached = Math.log(10);
/** One in 67 sign-ins used one (research §2.3: 1.5 %), so that not to have one says next to nothing. */
const clean = Math.log(1 - 0.14);

/** The password that was given, and was right, stands in the lists of breached ones. */
export const breachedPassword: Signal = {
  name: 'breached-password', least: -0.2, most: 2.4,
  read: ({ passwordBreached }) => {
    if (passwordBreached === undefined) return undefined;
    return passwordBreached ? { ratio: breached, reason: 'password-breached' } : { ratio: clean };
  },
};
