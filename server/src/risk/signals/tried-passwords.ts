import type { Signal } from '../signal.ts';

/** Share of all attempts above which a password is being sprayed: no two people in a thousand choose alike. */
const usual = 0.001;

/** How many of the last day's attempts, at whatever accounts, tried this very password. */
export const triedPasswords: Signal = {
  name: 'tried-passwords', least: 0, most: 3,
  read: ({ passwordPopularity }) => {
    if (passwordPopularity === undefined) return undefined;
    if (passwordPopularity <= usual) return { ratio: 0 };
    return { ratio: Math.log(passwordPopularity / usual), reason: 'password-sprayed' };
  },
};
