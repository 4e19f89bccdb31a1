import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Autonomous systems, from RouteViews, the NRO and DB-IP; brotli over the form of `asn-table.ts`. */
export const shippedAsnTable = join(import.meta.dirname, 'data/asn-table.br');

/** Countries, from geofeeds and the registries' whois. */
export const shippedCountries = (): string => createRequire(import.meta.url)
  .resolve('@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb');
