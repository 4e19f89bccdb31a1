import { isIPv4, isIPv6 } from 'node:net';

/**
 * What of an address stands for one customer of a network: all of IPv4, the first 64 bits of IPv6 (RFC 6177: a site
 * gets at least that much, so the rest is free to vary). Undefined for what is no address.
 */
export function networkOf(address: string): string | undefined {
  const parts = partsOf(address);
  return parts && (parts.length === 4 ? parts.join('.') : `${hex(parts.slice(0, 4))}::/64`);
}

/** The neighbourhood that one site or hoster usually has as a whole: /24 of IPv4, /48 of IPv6 (RFC 6177). */
export function prefixOf(address: string): string | undefined {
  const parts = partsOf(address);
  return parts && (parts.length === 4 ? `${parts.slice(0, 3).join('.')}.0/24` : `${hex(parts.slice(0, 3))}::/48`);
}

const hex = (groups: readonly number[]): string => groups.map((group) => group.toString(16)).join(':');

/** Four bytes of IPv4, also where it is written as IPv6, or eight groups of IPv6. */
function partsOf(address: string): readonly number[] | undefined {
  if (isIPv4(address)) return address.split('.').map(Number);
  const bare = address.split('%')[0]!;
  if (!isIPv6(bare)) return undefined;
  const groups = groupsOf(bare);
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  return mapped ? [groups[6]! >> 8, groups[6]! & 255, groups[7]! >> 8, groups[7]! & 255] : groups;
}

/** The eight groups of a valid IPv6 address. */
function groupsOf(address: string): readonly number[] {
  const quad = /(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
  const plain = quad
    ? address.slice(0, quad.index)
      + [1, 3].map((at) => (Number(quad[at]) * 256 + Number(quad[at + 1])).toString(16)).join(':')
    : address;
  const [head = '', tail] = plain.split('::');
  const read = (part: string): number[] =>
    (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)));
  if (tail === undefined) return read(head);
  const [before, after] = [read(head), read(tail)];
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
}
