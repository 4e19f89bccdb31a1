/** Below this share of attack nobody's device has to do anything. */
const floor = 0.3;
/**
 * The most that is asked on average, of which a single sum takes half as much again at worst. A try took 0.15 ms on a
 * server's core and is reckoned six times that on a middling phone, so the worst sum is done in 1.4 s, mostly while the
 * person still types.
 */
const most = 1_000;
const least = 200;

/** How many tries a device is made to do before a password is looked at; 0 for none. Grows with the share of attack. */
export function triesFor(share: number): number {
  if (!(share >= floor)) return 0;
  return Math.round(least + (most - least) * Math.min(1, (share - floor) / (1 - floor)));
}
