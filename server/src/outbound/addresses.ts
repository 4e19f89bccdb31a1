import { BlockList, isIP } from 'node:net';

/** IANA special-purpose IPv4 registry (RFC 6890), plus multicast and the deprecated 6to4 relays. */
const reservedIPv4: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12],
  ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.31.196.0', 24], ['192.52.193.0', 24], ['192.88.99.0', 24],
  ['192.168.0.0', 16], ['192.175.48.0', 24], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24],
  ['224.0.0.0', 4], ['240.0.0.0', 4],
];

/** What is reserved inside 2000::/3: protocol assignments with Teredo and ORCHID, documentation, 6to4, AS112. */
const reservedIPv6: readonly (readonly [network: string, prefix: number])[] = [
  ['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['2620:4f:8000::', 48], ['3fff::', 20],
];

const refused = new BlockList();
for (const [network, prefix] of reservedIPv4) refused.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of reservedIPv6) refused.addSubnet(network, prefix, 'ipv6');

/**
 * Global unicast is 2000::/3 alone (RFC 4291 §2.4); everything else, with ::1, fe80::/10, fc00::/7, ff00::/8,
 * ::ffff:0:0/96 (IPv4-mapped) and 64:ff9b::/96 (NAT64), lies outside and is refused without being listed.
 */
const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');

/** True for an address of the public internet; false for every other one and for what is no address. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4: return !refused.check(address, 'ipv4');
    case 6: return !address.includes('%') && globalUnicast.check(address, 'ipv6') && !refused.check(address, 'ipv6');
    default: return false;
  }
}
