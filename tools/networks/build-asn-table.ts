/**
 * Makes the table of autonomous systems that Limen brings from the unpacked package @ip-location-db/asn:
 * `node tools/networks/build-asn-table.ts <folder of the package>`.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { addressKey, kindOf, shippedAsnTable, writeAsnTable, type AsnRanges } from '../../server/src/networks/index.ts';

const [folder = ''] = process.argv.slice(2);
const organisations = new Map<number, string>();

/** Beginnings of ranges with their system; a gap begins one that is nobody's, and neighbours of one system are one. */
async function rangesOf<T extends number | bigint>(file: string, one: T): Promise<{ from: T; asn: number }[]> {
  const ranges: { from: T; asn: number }[] = [];
  const begin = (from: T, asn: number): void => {
    const before = ranges.at(-1);
    if (before && from <= before.from) {
      // IPv6 counts by the first 64 bits: of several in one /64 the last counts.
      before.asn = asn;
    } else if (before?.asn !== asn) ranges.push({ from, asn });
  };
  let end: T | undefined;
  for (const [first, last, number, organisation] of parse(await readFile(join(folder, file), 'utf8')) as string[][]) {
    const [from, to] = [addressKey(first!)!.at as T, addressKey(last!)!.at as T];
    if (end !== undefined && end < from) begin(end, 0);
    begin(from, Number(number));
    organisations.set(Number(number), organisation!);
    end = (to as never) + (one as never) as T;
  }
  // The very end of the address space has nothing behind it.
  if (end !== undefined && end < (typeof one === 'bigint' ? 2n ** 64n : 2 ** 32)) begin(end, 0);
  return ranges;
}

const [v4, v6] = [await rangesOf('asn-ipv4.csv', 1), await rangesOf('asn-ipv6.csv', 1n)];
const kinds = [...organisations].map(([asn, name]) => [asn, kindOf(asn, name)] as const)
  .filter(([, kind]) => kind !== 'usual').sort(([a], [b]) => a - b);
const table = writeAsnTable({ v4, v6, kinds } as AsnRanges);
const packed = brotliCompressSync(table, { params: { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: table.length } });
await writeFile(shippedAsnTable, packed);
const tally = Map.groupBy(kinds, ([, kind]) => kind);
process.stdout.write(`${v4.length} ranges of IPv4, ${v6.length} of IPv6, ${organisations.size} systems; `
  + `${[...tally].map(([kind, of]) => `${of.length} ${kind}`).join(', ')}; ${table.length} bytes, packed ${packed.length}\n`);
