import { isIP } from 'node:net';
import { prefixOf } from './address.ts';
import type { FindNetwork, NetworkKind } from './network-facts.ts';

/** Where an address is, as far as it matters whether somebody has been there before. */
export interface Place {
  /** `private` for addresses that are none of the internet, `unknown` where nothing is known of it. */
  readonly kind: NetworkKind | 'private' | 'unknown';
  /** The autonomous system, else the prefix; never the address. Addresses of no internet are one place. */
  readonly place: string;
}

export function placeOf(find: FindNetwork, address: string): Place {
  const version = isIP(address);
  if (version === 0) return { kind: 'unknown', place: 'unknown' };
  if (version === 4 ? isInside4(address) : isInside6(address)) return { kind: 'private', place: 'private' };
  const { asn, kind = 'unknown' } = find(address) ?? {};
  return { kind, place: asn ?? prefixOf(address) ?? 'unknown' };
}

/** RFC 1918, RFC 6598, RFC 3927 and loopback: within one house, whose machines wander. */
function isInside4(address: string): boolean {
  const [first = 0, second = 0] = address.split('.', 2).map(Number);
  return first === 10 || first === 127 || (first === 172 && second >= 16 && second < 32) || (first === 192 && second === 168)
    || (first === 100 && second >= 64 && second < 128) || (first === 169 && second === 254);
}

/** RFC 4193, link-local and loopback (RFC 4291 §2.5), of addresses as RFC 5952 writes them. */
const isInside6 = (address: string): boolean => address === '::1' || /^f[cd][0-9a-f]{2}:|^fe[89ab][0-9a-f]:/i.test(address);
