import { chanceOfOwner, product, weightsOf } from '../likelihood.ts';
import { isOwn, weightOn } from '../profile.ts';
import { hostileSharesOf, sharesOf } from '../rates.ts';
import { hostilePart } from '../hostile-part.ts';
import type { Signal } from '../signal.ts';

const weights = new Float64Array(4);
const shares = new Float64Array(4);
const hostileShares = new Float64Array(4);
const [browser, system] = [1, 2];

/**
 * The browser, its version, the operating system and the kind of device, so that a new version of a known browser is
 * nearly the known browser. Anybody can say they are another browser: this one can raise doubt and hardly allay it.
 */
export const client: Signal = {
  name: 'client', least: -1.5, most: 4,
  read: ({ traits, profile, genuine, hostile, attackShare, day }) => {
    const chain = traits.client;
    if (!chain || profile.logins === 0) return undefined;
    sharesOf(genuine, 'client', chain, shares);
    hostileSharesOf(hostile, 'client', chain, shares, hostileShares);
    const levels = profile.chains.client;
    weightsOf(levels, chain, day, weights);
    const owner = chanceOfOwner(levels, weights, shares, weightOn(profile.total, day), day);
    const part = hostilePart(attackShare);
    const impostor = part * product(hostileShares) + (1 - part) * product(shares);
    const reason = !isOwn(weights[system]!) ? 'system-new' : !isOwn(weights[browser]!) ? 'browser-new' : undefined;
    return { ratio: Math.log(impostor / owner), reason };
  },
};
