import { closeSync, openSync, readSync, fstatSync } from 'node:fs';
import { addressKey } from './address-key.ts';
import type { NetworkFacts, NetworkKind } from './network-facts.ts';

/**
 * Which system and country a network belongs to, as sorted beginnings of ranges in a file: a look-up reads one block of
 * it, so that nothing but the beginnings of blocks is held in memory. `tools/networks/build-network-table.ts` makes the
 * one that comes with Limen.
 *
 *     8 bytes    LIMENNW1
 *     4 × 4      numbers of countries, of systems, of ranges of IPv4, of ranges of IPv6
 *     2 each     countries; those of ranges count from 1, 0 is unknown
 *     5 each     systems: number, kind; in the same way
 *     3, 6 each  beginnings of the blocks of 128 ranges, of IPv4, of IPv6
 *     7 each     ranges of IPv4: the first 24 bits, system (3), country (1)
 *     10 each    ranges of IPv6: the first 48 bits, system, country
 *
 * Numbers are big-endian.
 */
export interface NetworkTable {
  readonly countries: readonly string[];
  readonly systems: readonly { readonly asn: number; readonly kind: NetworkKind }[];
  readonly v4: readonly NetworkRange[];
  readonly v6: readonly NetworkRange[];
}

/** From `at` on, up to the next one. */
export interface NetworkRange {
  readonly at: number;
  /** Places in the lists, from 1 on; 0 is unknown. */
  readonly system: number;
  readonly country: number;
}

const magic = 'LIMENNW1';
const headerBytes = 24;
const perBlock = 128;
const kinds: readonly NetworkKind[] = ['usual', 'hosting', 'relay', 'mobile'];
const keyBytes = { 4: 3, 6: 6 } as const;
type Family = keyof typeof keyBytes;

export function writeNetworkTable({ countries, systems, v4, v6 }: NetworkTable): Buffer {
  const column = <T>(width: number, of: readonly T[], write: (bytes: Buffer, at: number, each: T) => void): Buffer => {
    const bytes = Buffer.alloc(width * of.length);
    of.forEach((each, at) => { write(bytes, width * at, each); });
    return bytes;
  };
  const keys = (family: Family, ranges: readonly NetworkRange[]): Buffer => column(
    keyBytes[family], ranges.filter((_, at) => at % perBlock === 0), (bytes, at, range) => { bytes.writeUIntBE(range.at, at, keyBytes[family]); });
  const rows = (family: Family, ranges: readonly NetworkRange[]): Buffer => column(keyBytes[family] + 4, ranges, (bytes, at, range) => {
    bytes.writeUInt8(range.country, bytes.writeUIntBE(range.system, bytes.writeUIntBE(range.at, at, keyBytes[family]), 3));
  });
  return Buffer.concat([
    Buffer.from(magic), column(4, [countries.length, systems.length, v4.length, v6.length], (bytes, at, each) => { bytes.writeUInt32BE(each, at); }),
    Buffer.from(countries.join(''), 'latin1'), column(5, systems, (bytes, at, each) => { bytes.writeUInt8(kinds.indexOf(each.kind), bytes.writeUInt32BE(each.asn, at)); }),
    keys(4, v4), keys(6, v6), rows(4, v4), rows(6, v6),
  ]);
}

export interface OpenTable {
  /** @throws Error where the file was cut or changed since */
  readonly lookUp: (address: string) => NetworkFacts | undefined;
  close(): void;
}

/** @throws Error where the file can't be read or is no such table */
export function openNetworkTable(path: string): OpenTable {
  const file = openSync(path, 'r');
  try {
    const { countries, systemsAt, families } = outlineOf(file);
    return {
      close: () => { closeSync(file); },
      lookUp: (address) => {
        const key = addressKey(address);
        const range = key && rangeOf(file, families[key.family], key.at);
        if (!range) return undefined;
        const country = countries[range.country - 1];
        if (range.system === 0) return country === undefined ? undefined : { country };
        const system = pieceOf(file, systemsAt + 5 * (range.system - 1), 5);
        return { asn: `AS${system.readUInt32BE(0)}`, kind: kinds[system.readUInt8(4)] ?? 'usual', ...(country === undefined ? {} : { country }) };
      },
    };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

/** Where the ranges of a family lie, and where their blocks begin. */
interface Ranges {
  readonly family: Family;
  readonly count: number;
  readonly from: number;
  readonly blocks: Buffer;
}

function outlineOf(file: number) {
  const header = pieceOf(file, 0, headerBytes);
  if (header.toString('latin1', 0, 8) !== magic) throw new Error('is no table of networks');
  const [countryCount, systemCount, count4, count6] = [8, 12, 16, 20].map((at) => header.readUInt32BE(at)) as [number, number, number, number];
  const systemsAt = headerBytes + 2 * countryCount;
  const blocksAt = systemsAt + 5 * systemCount;
  const [blocks4, blocks6] = [keyBytes[4] * Math.ceil(count4 / perBlock), keyBytes[6] * Math.ceil(count6 / perBlock)];
  const rows4 = blocksAt + blocks4 + blocks6;
  const rows6 = rows4 + 7 * count4;
  if (fstatSync(file).size !== rows6 + 10 * count6) throw new Error('is cut short');
  const families: Readonly<Record<Family, Ranges>> = {
    4: { family: 4, count: count4, from: rows4, blocks: pieceOf(file, blocksAt, blocks4) },
    6: { family: 6, count: count6, from: rows6, blocks: pieceOf(file, blocksAt + blocks4, blocks6) },
  };
  const names = pieceOf(file, headerBytes, 2 * countryCount).toString('latin1');
  return { systemsAt, families, countries: names.match(/../g) ?? [] };
}

function rangeOf(file: number, { family, count, from, blocks }: Ranges, key: number): Omit<NetworkRange, 'at'> | undefined {
  const block = lastUpTo(blocks, keyBytes[family], keyBytes[family], key);
  if (block < 0) return undefined;
  const width = keyBytes[family] + 4;
  const rows = pieceOf(file, from + width * perBlock * block, width * Math.min(perBlock, count - perBlock * block));
  const at = width * lastUpTo(rows, width, keyBytes[family], key);
  return at < 0 ? undefined : { system: rows.readUIntBE(at + keyBytes[family], 3), country: rows.readUInt8(at + keyBytes[family] + 3) };
}

/** The place of the last row whose beginning isn't above the key; -1 where all are. */
function lastUpTo(rows: Buffer, width: number, bytes: number, key: number): number {
  let [low, high] = [0, rows.length / width];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rows.readUIntBE(middle * width, bytes) <= key) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function pieceOf(file: number, from: number, length: number): Buffer {
  // Filled whole, or thrown away.
  const piece = Buffer.allocUnsafe(length);
  if (readSync(file, piece, 0, length, from) !== length) throw new Error('is cut short');
  return piece;
}
