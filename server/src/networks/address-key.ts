import { isIP, SocketAddress } from 'node:net';

/**
 * A network that an address lies in, as the number that tables are sorted by: the /24 of IPv4, below which nothing is
 * routed on the internet, and the /48 of IPv6, which a site gets (RFC 6177).
 */
export interface AddressKey {
  readonly family: 4 | 6;
  readonly at: number;
}

/** Undefined for what is no address. */
export function addressKey(text: string): AddressKey | undefined {
  const version = isIP(text);
  if (version === 4) return { family: 4, at: numberOf(text.split('.').slice(0, 3).map(Number), 256) };
  if (version !== 6 || text.includes('%')) return undefined;
  const { address } = new SocketAddress({ address: text, family: 'ipv6' });
  const [head = '', tail] = address.split('::');
  const groups = (part: string | undefined): string[] => (part ? part.split(':') : []);
  const [front, back] = [groups(head), groups(tail)];
  // An IPv4 written at the end stands for two groups.
  const width = back.reduce((sum, group) => sum + (group.includes('.') ? 2 : 1), front.length);
  const all = [...front, ...Array.from({ length: 8 - width }, () => '0'), ...back];
  return { family: 6, at: numberOf(all.slice(0, 3).map((group) => Number.parseInt(group, 16)), 65_536) };
}

const numberOf = (digits: readonly number[], base: number): number => digits.reduce((sum, digit) => sum * base + digit, 0);
