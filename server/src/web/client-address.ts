import { BlockList, isIP, SocketAddress } from 'node:net';
import type { IncomingHttpHeaders } from 'node:http';
import { fail } from '../kernel/index.ts';

/** Which peers may say whom they speak for, and in which header they do. */
export interface TrustedProxies {
  /** Addresses and CIDR ranges. Empty: forwarded headers count for nothing. */
  readonly addresses: readonly string[];
  /** The one header that the proxies overwrite or append to; a client could fill in the other. */
  readonly header?: 'x-forwarded-for' | 'forwarded';
  /** They set `Client-Cert` on every request, or remove it (RFC 9440 §4): else anybody could say to hold any certificate. */
  readonly certificates?: boolean;
}

/** Gives the address of the client: the right-most in the chain that is no trusted proxy. */
export type ClientAddress = (peer: string | undefined, headers: IncomingHttpHeaders) => string;

/** What stands for a peer without an address (a Unix socket, a connection that is gone). */
export const unknownAddress = 'unknown';

const longestChain = 20;

/** Whether a peer is one of them. @throws config.invalid where an entry is no address or range */
export function trustedPeers(proxies: TrustedProxies): (peer: string | undefined) => boolean {
  const trusted = blockListOf(proxies.addresses);
  return (peer) => {
    const address = normaliseAddress(peer ?? '') ?? unknownAddress;
    return isIP(address) !== 0 && trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
  };
}

/** @throws config.invalid where an entry is no address or range */
export function clientAddressOf(proxies: TrustedProxies): ClientAddress {
  const header = proxies.header ?? 'x-forwarded-for';
  const isTrusted = trustedPeers(proxies);

  return (peer, headers) => {
    let address = normaliseAddress(peer ?? '') ?? unknownAddress;
    if (!isTrusted(address)) return address;
    const chain = hopsOf(header, String(headers[header] ?? '')).slice(-longestChain);
    while (chain.length > 0 && isTrusted(address)) {
      const next = normaliseAddress(chain.pop()!);
      // What can't be read ends what is known: the last proxy is then the nearest address there is.
      if (next === undefined) return address;
      address = next;
    }
    return address;
  };
}

function blockListOf(addresses: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of addresses) {
    const [network = '', prefix, ...rest] = entry.split('/');
    const version = isIP(network);
    const family = version === 6 ? 'ipv6' : 'ipv4';
    const bits = prefix === undefined ? (version === 6 ? 128 : 32) : Number(prefix);
    const isRange = version !== 0 && rest.length === 0 && /^\d{1,3}$/.test(prefix ?? '0');
    if (!isRange || bits > (version === 6 ? 128 : 32)) {
      fail('config.invalid', { detail: `${entry} is no address and no range of a trusted proxy` });
    }
    list.addSubnet(network, bits, family);
  }
  return list;
}

function hopsOf(header: 'x-forwarded-for' | 'forwarded', value: string): string[] {
  const hops = value.split(',').map((hop) => hop.trim()).filter((hop) => hop !== '');
  if (header === 'x-forwarded-for') return hops;
  // RFC 7239 §4: for=192.0.2.60;proto=http, for="[2001:db8::1]:4711"
  return hops.map((hop) => /(?:^|;)\s*for=("?)([^";]*)\1/i.exec(hop)?.[2] ?? '');
}

/** One spelling per address: without port, brackets and zone; IPv4 in IPv6 as IPv4; IPv6 as RFC 5952 writes it. */
export function normaliseAddress(text: string): string | undefined {
  const bare = /^\[([^\]]*)\](?::\d{1,5})?$/.exec(text)?.[1]
    ?? /^(\d+\.\d+\.\d+\.\d+):\d{1,5}$/.exec(text)?.[1] ?? text;
  const address = bare.replace(/%.*$/, '');
  switch (isIP(address)) {
    case 4: return address;
    case 6: {
      const { address: canonical } = new SocketAddress({ address, family: 'ipv6' });
      return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(canonical)?.[1] ?? canonical;
    }
    default: return undefined;
  }
}

/** What limits are counted by: an IPv4 address, or the /64 that one IPv6 subscriber has to himself. */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = address.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array.from({ length: missing }, () => '0'), ...after];
  return `${groups.slice(0, 4).join(':')}::/64`;
}
