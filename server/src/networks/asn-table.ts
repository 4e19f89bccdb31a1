import { addressKey } from './address-key.ts';
import type { NetworkFacts, NetworkKind } from './network-facts.ts';

/**
 * Which autonomous system an address belongs to, as sorted beginnings of ranges: 12 bytes a range at most, searched by
 * halving. The form of the file that Limen brings; `tools/networks/build-asn-table.ts` makes it.
 *
 *     8 bytes    LIMENAS1
 *     4 × 4      numbers of ranges of IPv4, of IPv6, of systems that are not usual, 0
 *     columns    IPv6 beginnings (8 bytes each), IPv4 beginnings (4), their systems (4), IPv6's systems (4),
 *                the unusual systems (4) and the kind of each (1); little-endian; system 0 is nobody's
 */
export interface AsnRanges {
  readonly v4: readonly { readonly from: number; readonly asn: number }[];
  readonly v6: readonly { readonly from: bigint; readonly asn: number }[];
  /** Of the systems that are not usual, by rising number. */
  readonly kinds: readonly (readonly [asn: number, kind: NetworkKind])[];
}

const magic = 'LIMENAS1';
const headerBytes = 24;
const kindNames: readonly NetworkKind[] = ['usual', 'hosting', 'relay', 'mobile'];

export function writeAsnTable({ v4, v6, kinds }: AsnRanges): Buffer {
  const parts = [
    Buffer.from(magic), Uint32Array.of(v4.length, v6.length, kinds.length, 0),
    BigUint64Array.from(v6, ({ from }) => from), Uint32Array.from(v4, ({ from }) => from), Uint32Array.from(v4, ({ asn }) => asn),
    Uint32Array.from(v6, ({ asn }) => asn), Uint32Array.from(kinds, ([asn]) => asn), Uint8Array.from(kinds, ([, kind]) => kindNames.indexOf(kind)),
  ];
  return Buffer.concat(parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength)));
}

/** Gives the look-up. @throws Error where the bytes are no such table */
export function readAsnTable(bytes: Buffer): (address: string) => Pick<NetworkFacts, 'asn' | 'kind'> | undefined {
  if (bytes.subarray(0, 8).toString('latin1') !== magic) throw new Error('is no table of autonomous systems');
  // The columns lie on multiples of their width only if the whole does.
  const whole = new Uint8Array(bytes).buffer;
  const [count4, count6, unusual] = new Uint32Array(whole, 8, 3) as unknown as [number, number, number];
  if (whole.byteLength !== headerBytes + 12 * count6 + 8 * count4 + 5 * unusual) throw new Error('is cut short');
  const from6 = new BigUint64Array(whole, headerBytes, count6);
  const from4 = new Uint32Array(whole, headerBytes + 8 * count6, count4);
  const asn4 = new Uint32Array(whole, from4.byteOffset + 4 * count4, count4);
  const asn6 = new Uint32Array(whole, asn4.byteOffset + 4 * count4, count6);
  const unusualAsn = new Uint32Array(whole, asn6.byteOffset + 4 * count6, unusual);
  const unusualKind = new Uint8Array(whole, unusualAsn.byteOffset + 4 * unusual, unusual);
  return (address) => {
    const key = addressKey(address);
    if (!key) return undefined;
    const asn = key.family === 4 ? asn4[lastUpTo(from4, key.at)] : asn6[lastUpTo(from6, key.at)];
    if (!asn) return undefined;
    const at = lastUpTo(unusualAsn, asn);
    return { asn: `AS${asn}`, kind: (unusualAsn[at] === asn ? kindNames[unusualKind[at]!] : undefined) ?? 'usual' };
  };
}

/** The place of the last one that isn't above; -1 where all are. */
function lastUpTo<T extends number | bigint>(sorted: ArrayLike<T>, value: T): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
