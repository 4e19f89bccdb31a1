import { weightOn } from '../profile.ts';
import type { Signal } from '../signal.ts';

/** Impostors who bring the owner's own mark: they hold the device, or a copy of its storage. */
const stolen = 0.002;
/** Who uses the owner's passkey holds the device and can unlock it: one impostor in ten thousand (research §1.3: 100 % blocked). */
const boundKeyRatio = Math.log(1e-4);

/** The device itself: a key bound to it, or else a signed mark that it was given at an earlier sign-in. */
export const device: Signal = {
  name: 'device', least: -9.3, most: 3,
  read: ({ boundKey, traits: { marked }, profile, day, markAge }) => {
    if (boundKey) return { ratio: boundKeyRatio };
    if (marked === undefined || profile.logins === 0) return undefined;
    // A mark of today says that somebody signed in today, and not yet that it was the owner.
    const fresh = marked && markAge !== undefined && markAge < 1;
    const usual = (weightOn(profile.marked, day) + 1) / (weightOn(profile.total, day) + 2);
    return marked ? { ratio: fresh ? 0 : Math.log(stolen / usual) }
      : { ratio: Math.log((1 - stolen) / (1 - usual)), reason: 'device-new' };
  },
};
