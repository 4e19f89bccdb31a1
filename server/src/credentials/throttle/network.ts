import { isIPv4, isIPv6 } from 'node:net';

/**
 * What of an address stands for one customer of a network: all of IPv4, the first 64 bits of IPv6 (RFC 6177: a site
 * gets at least that much, so the rest is free to vary). Undefined for what is no address.
 */
export function networkOf(address: string): string | undefined {
  if (isIPv4(address)) return address;
  const bare = address.split('%')[0]!;
  if (!isIPv6(bare)) return undefined;
  const groups = groupsOf(bare);
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (mapped) return [groups[6]! >> 8, groups[6]! & 255, groups[7]! >> 8, groups[7]! & 255].join('.');
  return `${groups.slice(0, 4).map((group) => group.toString(16)).join(':')}::/64`;
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
