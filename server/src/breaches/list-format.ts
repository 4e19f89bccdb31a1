/**
 * The form of a list of breached passwords: of each SHA-1, the first bits choose a bucket and the 24 that follow stand
 * in it, sorted. A look-up reads two short pieces of the file, however large it is; a password that is in no list is
 * taken for one with a chance of entries a bucket in 2²⁴.
 *
 *     8 bytes          LIMENPW1
 *     4                number of entries
 *     1                bits that choose the bucket, up to 24
 *     3                0
 *     4 × (buckets+1)  entries before each bucket, and all of them
 *     3 × entries      what stands in them
 *
 * Numbers are little-endian, entries big-endian so that they sort as bytes.
 */
export const magic = 'LIMENPW1';
export const headerBytes = 16;
export const entryBytes = 3;
export const mostBits = 24;

export const indexBytes = (bits: number): number => 4 * (2 ** bits + 1);

/** Hexadecimal digits of a SHA-1 that a list looks at: bits that choose the bucket, and 24 more. */
export const digits = (mostBits + 8 * entryBytes) / 4;

/** Where a hash belongs, from its first 12 digits as a number. */
export function placeIn(bits: number, head: number): { readonly bucket: number; readonly entry: number } {
  const whole = Math.floor(head / 2 ** (mostBits - bits));
  return { bucket: Math.floor(whole / 2 ** (8 * entryBytes)), entry: whole % 2 ** (8 * entryBytes) };
}
