import { isIP, SocketAddress } from 'node:net';

/** An address as the number that tables are sorted by: all 32 bits of IPv4, the first 64 of IPv6 (a site and its subnet). */
export type AddressKey = { readonly family: 4; readonly at: number } | { readonly family: 6; readonly at: bigint };

/** Undefined for what is no address. */
export function addressKey(text: string): AddressKey | undefined {
  const version = isIP(text);
  if (version === 4) return { family: 4, at: text.split('.').reduce((sum, part) => sum * 256 + Number(part), 0) };
  if (version !== 6 || text.includes('%')) return undefined;
  const { address } = new SocketAddress({ address: text, family: 'ipv6' });
  const [head = '', tail] = address.split('::');
  const groups = (part: string | undefined): string[] => (part ? part.split(':') : []);
  const [front, back] = [groups(head), groups(tail)];
  // What is left of an IPv4 written at the end lies in the last 32 bits, which don't count here.
  const width = back.reduce((sum, group) => sum + (group.includes('.') ? 2 : 1), front.length);
  const all = [...front, ...Array.from({ length: 8 - width }, () => '0'), ...back];
  return { family: 6, at: all.slice(0, 4).reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n) };
}
