import { BlockList, isIP } from 'node:net';
import { prefixOf } from './address.ts';
import type { FindNetwork, NetworkKind } from './network-facts.ts';

/** Where an address is, as far as it matters whether somebody has been there before. */
export interface Place {
  /** `private` for addresses that are none of the internet, `unknown` where nothing is known of it. */
  readonly kind: NetworkKind | 'private' | 'unknown';
  /** The autonomous system, else the prefix; never the address. Addresses of no internet are one place. */
  readonly place: string;
}

/** RFC 1918, RFC 6598, RFC 3927, RFC 4193 and loopback: within one house, whose machines wander. */
const inside = new BlockList();
for (const [network, bits, family] of [
  ['10.0.0.0', 8, 'ipv4'], ['172.16.0.0', 12, 'ipv4'], ['192.168.0.0', 16, 'ipv4'], ['100.64.0.0', 10, 'ipv4'], ['169.254.0.0', 16, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'], ['fc00::', 7, 'ipv6'], ['fe80::', 10, 'ipv6'], ['::1', 128, 'ipv6'],
] as const) inside.addSubnet(network, bits, family);

export function placeOf(find: FindNetwork, address: string): Place {
  const version = isIP(address);
  if (version === 0) return { kind: 'unknown', place: 'unknown' };
  if (inside.check(address, version === 6 ? 'ipv6' : 'ipv4')) return { kind: 'private', place: 'private' };
  const { asn, kind = 'unknown' } = find(address) ?? {};
  return { kind, place: asn ?? prefixOf(address) ?? 'unknown' };
}
