import { lookup as systemLookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { isIP } from 'node:net';
import { buildConnector } from 'undici';
import { LimenError } from '../kernel/index.ts';
import { isPublicAddress } from './addresses.ts';

/** Resolves a name to all its addresses; Node's own in production. */
export type Lookup = (
  hostname: string, options: LookupOptions & { all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

type SocketLookup = (
  hostname: string, options: LookupOptions,
  done: (error: Error | null, address: string | LookupAddress[], family?: number) => void,
) => void;

/**
 * A connector that checks the address that is connected to, after the name was resolved: what a name pointed to
 * earlier doesn't count, so rebinding it in between gains nothing. One address that isn't public refuses the name
 * whole. `isAllowed` says which host and port are exempt.
 */
export function guardedConnector(options: {
  isAllowed: (host: string, port: number) => boolean;
  lookup?: Lookup;
  timeoutMs: number;
}): buildConnector.connector {
  const resolve = options.lookup ?? systemLookup;
  const base = { allowH2: false, timeout: options.timeoutMs };
  const guarded = buildConnector({ ...base, lookup: socketLookup(resolve, isPublicAddress) });
  const exempt = buildConnector({ ...base, lookup: socketLookup(resolve, () => true) });
  return (target, done) => {
    const host = target.hostname.replace(/^\[|\]$/g, '');
    const port = Number(target.port || (target.protocol === 'https:' ? 443 : 80));
    if (options.isAllowed(host, port)) return exempt(target, done);
    // A literal address never reaches the lookup.
    if (isIP(host) !== 0 && !isPublicAddress(host)) return done(refusal(host), null);
    return guarded(target, done);
  };
}

function socketLookup(resolve: Lookup, accepts: (address: string) => boolean): SocketLookup {
  return (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, '');
      if (addresses.length === 0) return done(new Error(`${hostname} has no address`), '');
      if (!addresses.every(({ address }) => accepts(address))) return done(refusal(hostname), '');
      if (options.all) return done(null, addresses);
      return done(null, addresses[0]!.address, addresses[0]!.family);
    });
  };
}

function refusal(host: string): LimenError {
  return new LimenError('outbound.refused', { detail: `${host} is not on the public internet` });
}
