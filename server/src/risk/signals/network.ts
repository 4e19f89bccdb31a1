import { chanceOfOwner, product, weightsOf } from '../likelihood.ts';
import { isOwn, weightOn } from '../profile.ts';
import { hostileSharesOf, sharesOf } from '../rates.ts';
import { hostilePart } from '../hostile-part.ts';
import type { Signal } from '../signal.ts';

const weights = new Float64Array(4);
const shares = new Float64Array(4);
const hostileShares = new Float64Array(4);
const [address, asn, country] = [0, 2, 3];

/**
 * Where the request comes from: address, prefix, network (ASN), country. An impostor comes from where hostile attempts
 * come from, or, knowing the owner, from the owner's countries.
 */
export const network: Signal = {
  name: 'network', least: -4, most: 6,
  read: ({ traits, profile, genuine, hostile, attackShare, day }) => {
    const chain = traits.network;
    if (!chain || profile.logins === 0) return undefined;
    sharesOf(genuine, 'network', chain, shares);
    hostileSharesOf(hostile, 'network', chain, shares, hostileShares);
    const total = weightOn(profile.total, day);
    const levels = profile.chains.network;
    weightsOf(levels, chain, day, weights);
    const owner = chanceOfOwner(levels, weights, shares, total, day);
    const inCountry = weights[country]! / (total || 1);
    const part = hostilePart(attackShare);
    const usual = shares[0]! * shares[1]! * shares[2]!;
    const impostor = part * product(hostileShares) + (1 - part) * inCountry * usual;
    const reason = !isOwn(weights[country]!) ? 'country-new' : !isOwn(weights[asn]!) ? 'network-new' : !isOwn(weights[address]!) ? 'address-new' : undefined;
    return { ratio: Math.log(impostor / owner), reason };
  },
};
