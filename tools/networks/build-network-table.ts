/**
 * Makes the table of networks that Limen brings from the unpacked packages @ip-location-db/asn and
 * @ip-location-db/geo-whois-asn-country: `node tools/networks/build-network-table.ts <asn> <geo-whois-asn-country>`.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { addressKey, kindOf, shippedTable, writeNetworkTable, type NetworkRange } from '../../server/src/networks/index.ts';

const [asnFolder = '', countryFolder = ''] = process.argv.slice(2);

/** First and last network of a range, and what it says. */
type Row = readonly [from: number, to: number, value: number];

async function rowsOf(path: string, valueOf: (fields: readonly string[]) => number): Promise<readonly Row[]> {
  const rows = parse(await readFile(path, 'utf8')) as string[][];
  return rows.map(([first, last, ...fields]) => [addressKey(first!)!.at, addressKey(last!)!.at, valueOf(fields)] as const);
}

/** What holds at the beginning of each network where that changes. Of several ranges in one network the first counts. */
function changesOf(systems: readonly Row[], countries: readonly Row[]): NetworkRange[] {
  const borders = [...new Set([...systems, ...countries].flatMap(([from, to]) => [from, to + 1]))].sort((a, b) => a - b);
  const [systemAt, countryAt] = [along(systems), along(countries)];
  const ranges: NetworkRange[] = [];
  for (const at of borders) {
    const [system, country] = [systemAt(at), countryAt(at)];
    const before = ranges.at(-1);
    if (before?.system !== system || before.country !== country) ranges.push({ at, system, country });
  }
  return ranges;
}

/** What holds at rising places; 0 in gaps. */
function along(rows: readonly Row[]): (at: number) => number {
  let next = 0;
  return (at) => {
    while (next < rows.length && rows[next]![1] < at) next += 1;
    const row = rows[next];
    return row && row[0] <= at ? row[2] : 0;
  };
}

const systems = new Map<number, { place: number; name: string }>();
const placeOfSystem = ([asn, name]: readonly string[]): number => {
  const number = Number(asn);
  const { place } = systems.get(number) ?? { place: systems.size + 1 };
  systems.set(number, { place, name: name! });
  return place;
};
const countries: string[] = [];
const placeOfCountry = ([code]: readonly string[]): number => {
  if (!/^[A-Z]{2}$/.test(code!)) return 0;
  if (!countries.includes(code!)) countries.push(code!);
  return countries.indexOf(code!) + 1;
};
const family = async (version: 4 | 6): Promise<NetworkRange[]> => changesOf(
  await rowsOf(join(asnFolder, `asn-ipv${version}.csv`), placeOfSystem),
  await rowsOf(join(countryFolder, `geo-whois-asn-country-ipv${version}.csv`), placeOfCountry));

const [v4, v6] = [await family(4), await family(6)];
const known = [...systems].map(([asn, { name }]) => ({ asn, kind: kindOf(asn, name) }));
const table = writeNetworkTable({ countries, systems: known, v4, v6 });
await writeFile(shippedTable, table);
const tally = Map.groupBy(known, ({ kind }) => kind);
process.stdout.write(`${v4.length} ranges of IPv4, ${v6.length} of IPv6, ${countries.length} countries, `
  + `${[...tally].map(([kind, of]) => `${of.length} ${kind}`).join(', ')}; ${table.length} bytes\n`);
