import { parse } from 'bowser';
import { networkOf, prefixOf, type NetworkFacts } from '../networks/index.ts';
import { chains, type Chain, type Traits } from './traits.ts';

/** What a request shows of itself, as the edge hands it on: the address is the client's own, past trusted proxies. */
export interface Shown {
  readonly address: string;
  /** Undefined where whoever hands it on doesn't know it. */
  readonly userAgent?: string;
  readonly at: Date;
  /** Whether the browser brought the mark of a device that this principal has used; undefined where it keeps none. */
  readonly marked?: boolean;
}

/** Hashes a value with the population's own key: what is kept can't be compared across populations, or read. */
export type Keyed = (value: string) => string;

const longestAgent = 300;

/** The traits of a request. What cannot be read is called unknown, which can be usual or unusual like anything else. */
export function readTraits({ address, userAgent, at, marked }: Shown, facts: NetworkFacts | undefined, keyed: Keyed): Traits {
  const hashed = (name: keyof typeof chains, values: readonly string[]): Chain => (
    values.map((value, level) => keyed(`${name}/${chains[name][level]}/${value}`)));
  return {
    // Of IPv6 the network of a site: devices change the rest by the day (RFC 8981).
    network: hashed('network', [networkOf(address) ?? address, prefixOf(address) ?? 'unknown', facts?.asn ?? 'unknown', facts?.country ?? 'unknown']),
    ...(userAgent === undefined ? {} : { client: hashed('client', clientOf(userAgent)) }), hour: at.getUTCHours(), marked,
  };
}

/** Agent, browser on system, system on device, device; versions stand in the first only. */
function clientOf(userAgent: string): readonly string[] {
  const { browser, os, platform } = parse(userAgent.slice(0, longestAgent) || 'unknown');
  const name = (text: string | undefined): string => text ?? 'unknown';
  const device = name(platform.type);
  const major = browser.version?.split('.')[0] ?? '';
  return [
    `${name(browser.name)} ${major}|${name(os.name)} ${os.version ?? ''}`, `${name(browser.name)}|${name(os.name)}`,
    `${name(os.name)}|${device}`, device,
  ];
}
