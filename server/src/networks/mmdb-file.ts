import { Reader, type Response } from 'mmdb-lib';
import { kindOf } from './kinds.ts';
import type { NetworkFacts, NetworkKind } from './network-facts.ts';

/** A look-up in a file of the MaxMind DB format 2.0; what the file is about shows in the fields that it has. */
export type LookUp = (address: string) => NetworkFacts | undefined;

/** @throws Error where the bytes are no such file, or their search tree doesn't end */
export function readMmdb(bytes: Buffer): LookUp {
  const reader = new Reader<Response>(bytes);
  const { nodeCount, nodeByteSize, searchTreeSize } = reader.metadata;
  if (nodeCount * nodeByteSize !== searchTreeSize || searchTreeSize >= bytes.length) throw new Error('is cut short');
  // What is damaged inside shows where it is met.
  reader.get('192.0.2.1');
  return (address) => factsIn(reader.get(address) as Fields | null);
}

/** The fields of MaxMind's GeoLite2 and GeoIP2 (Country, City, ASN, Anonymous IP), of ip-location-db and of IPinfo. */
interface Fields {
  readonly country?: { readonly iso_code?: unknown } | string;
  readonly registered_country?: { readonly iso_code?: unknown };
  readonly country_code?: unknown;
  readonly autonomous_system_number?: unknown;
  readonly autonomous_system_organization?: unknown;
  readonly asn?: unknown;
  readonly as_name?: unknown;
  readonly is_hosting_provider?: unknown;
  readonly is_anonymous?: unknown;
  readonly is_anonymous_vpn?: unknown;
  readonly is_tor_exit_node?: unknown;
  readonly is_public_proxy?: unknown;
  readonly is_residential_proxy?: unknown;
}

function factsIn(fields: Fields | null): NetworkFacts | undefined {
  if (fields === null || typeof fields !== 'object') return undefined;
  const number = numberIn(fields.autonomous_system_number) ?? numberIn(fields.asn);
  const organisation = fields.autonomous_system_organization ?? fields.as_name;
  const country = countryIn(fields);
  const kind = saidKind(fields) ?? (number === undefined ? undefined : kindOf(number, typeof organisation === 'string' ? organisation : undefined));
  return {
    ...(number === undefined ? {} : { asn: `AS${number}` }), ...(country === undefined ? {} : { country }), ...(kind === undefined ? {} : { kind }),
  };
}

function numberIn(value: unknown): number | undefined {
  const found = typeof value === 'string' ? Number(/^(?:AS)?(\d{1,10})$/.exec(value)?.[1]) : value;
  return typeof found === 'number' && Number.isInteger(found) && found > 0 && found < 2 ** 32 ? found : undefined;
}

function countryIn({ country, country_code: code, registered_country: registered }: Fields): string | undefined {
  const found = typeof country === 'string' ? country : country?.iso_code ?? code ?? registered?.iso_code;
  return typeof found === 'string' && /^[A-Z]{2}$/.test(found) ? found : undefined;
}

function saidKind(fields: Fields): NetworkKind | undefined {
  const relay = [fields.is_anonymous_vpn, fields.is_tor_exit_node, fields.is_public_proxy, fields.is_residential_proxy];
  if (relay.includes(true)) return 'relay';
  return fields.is_hosting_provider === true ? 'hosting' : fields.is_anonymous === true ? 'relay' : undefined;
}
