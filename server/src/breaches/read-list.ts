import { open, type FileHandle } from 'node:fs/promises';
import { digits, entryBytes, headerBytes, indexBytes, magic, mostBits, placeIn } from './list-format.ts';

/** Most entries of a bucket that are read: lists are made with some hundred. */
const largestBucket = 65_536;

/**
 * Whether a password with this SHA-1 (hexadecimal, upper case) stands in the list. The file is opened for each look, so
 * that one that was replaced counts at once.
 * @throws Error where it can't be read or is no such list
 */
export async function standsIn(path: string, hash: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { bits, entries } = await readHeader(file);
    const { bucket, entry } = placeIn(bits, Number.parseInt(hash.slice(0, digits), 16));
    const bounds = await pieceOf(file, headerBytes + 4 * bucket, 8);
    const [from, to] = [bounds.readUInt32LE(0), bounds.readUInt32LE(4)];
    if (from > to || to > entries || to - from > largestBucket) throw new Error('is damaged');
    const found = await pieceOf(file, headerBytes + indexBytes(bits) + entryBytes * from, entryBytes * (to - from));
    for (let at = 0; at < found.length; at += entryBytes) if (found.readUIntBE(at, entryBytes) === entry) return true;
    return false;
  } finally {
    await file.close();
  }
}

/** @throws Error where it is no such list, or not all of it */
export async function readHeader(file: FileHandle): Promise<{ readonly bits: number; readonly entries: number }> {
  const header = await pieceOf(file, 0, headerBytes);
  if (header.toString('latin1', 0, magic.length) !== magic) throw new Error('is no list of breached passwords');
  const [entries, bits] = [header.readUInt32LE(8), header.readUInt8(12)];
  const { size } = await file.stat();
  if (bits > mostBits || size !== headerBytes + indexBytes(bits) + entryBytes * entries) throw new Error('is cut short');
  return { bits, entries };
}

async function pieceOf(file: FileHandle, from: number, length: number): Promise<Buffer> {
  const piece = Buffer.alloc(length);
  const { bytesRead } = await file.read(piece, 0, length, from);
  if (bytesRead !== length) throw new Error('is cut short');
  return piece;
}
