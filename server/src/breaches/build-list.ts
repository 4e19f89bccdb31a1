import { createReadStream } from 'node:fs';
import { open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { digits, entryBytes, headerBytes, indexBytes, magic, mostBits, placeIn } from './list-format.ts';

/** Entries that a bucket gets on average, at most. */
const perBucket = 128;
const lineBytes = 44;
/** A line that is longer is none of such a file. */
const longestLine = 200;
const chunk = 1024 * 1024;

export interface Built {
  readonly entries: number;
  /** Bytes of the list. */
  readonly size: number;
}

/** What keeps a file from becoming a list. */
export class NoHashes extends Error {}

/**
 * Makes a list from a file in the form of Have I Been Pwned: a SHA-1 in hexadecimal a line, in rising order, perhaps
 * with `:` and how often it was seen. Read as a stream; it takes 64 MiB of memory at most, and the list comes into
 * being beside its name and takes it at once when it is whole.
 * @throws NoHashes with the line that is wrong
 */
export async function buildList(source: string, target: string, { seenAtLeast = 0 } = {}): Promise<Built> {
  const bits = bitsFor((await stat(source)).size / lineBytes);
  const making = `${target}.part`;
  const file = await open(making, 'w');
  try {
    const entries = await writeEntries(file, bits, hashesIn(source, seenAtLeast));
    await file.sync();
    await file.close();
    await rename(making, target);
    return { entries, size: headerBytes + indexBytes(bits) + entryBytes * entries };
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(making, { force: true });
    throw error;
  }
}

const bitsFor = (entries: number): number => Math.min(mostBits, Math.max(0, Math.ceil(Math.log2(entries / perBucket))));

async function writeEntries(file: FileHandle, bits: number, hashes: AsyncIterable<readonly number[]>): Promise<number> {
  const before = new Uint32Array(2 ** bits + 1);
  const pending = Buffer.alloc(chunk * entryBytes);
  let [entries, waiting, at] = [0, 0, headerBytes + indexBytes(bits)];
  let [lastBucket, lastEntry] = [-1, -1];
  const flush = async (): Promise<void> => {
    await file.write(pending, 0, waiting, at);
    at += waiting;
    waiting = 0;
  };
  for await (const heads of hashes) {
    if (waiting + heads.length * entryBytes > pending.length) await flush();
    for (const head of heads) {
      const { bucket, entry } = placeIn(bits, head);
      if (bucket === lastBucket && entry === lastEntry) continue;
      [lastBucket, lastEntry] = [bucket, entry];
      waiting = pending.writeUIntBE(entry, waiting, entryBytes);
      entries += 1;
      before[bucket + 1]! += 1;
    }
  }
  await flush();
  for (let bucket = 1; bucket < before.length; bucket += 1) before[bucket]! += before[bucket - 1]!;
  const header = Buffer.alloc(headerBytes);
  header.write(magic, 'latin1');
  header.writeUInt32LE(entries, 8);
  header.writeUInt8(bits, 12);
  await file.write(header, 0, headerBytes, 0);
  await file.write(Buffer.from(before.buffer), 0, before.byteLength, headerBytes);
  return entries;
}

/** The first digits of each hash as numbers, some thousand at a time. */
async function* hashesIn(source: string, seenAtLeast: number): AsyncIterable<readonly number[]> {
  let [rest, line, last] = ['', 0, -1];
  const read = (text: string): number | undefined => {
    line += 1;
    const [, hash, seen] = /^([0-9A-Fa-f]{40})(?::(\d{1,12}))?\r?$/.exec(text) ?? [];
    if (hash === undefined) {
      throw new NoHashes(`line ${line} is no SHA-1 of 40 hexadecimal digits, with or without ":" and a number behind it`);
    }
    const head = Number.parseInt(hash.slice(0, digits), 16);
    if (head < last) throw new NoHashes(`line ${line} comes before the one above it; sort the file first`);
    last = head;
    return Number(seen ?? seenAtLeast) >= seenAtLeast ? head : undefined;
  };
  for await (const part of createReadStream(source, { encoding: 'latin1', highWaterMark: chunk })) {
    const lines = (rest + (part as string)).split('\n');
    rest = lines.pop()!;
    if (rest.length > longestLine) throw new NoHashes(`line ${line + lines.length + 1} is longer than ${longestLine} characters`);
    yield lines.map(read).filter((head) => head !== undefined);
  }
  if (rest !== '') yield [read(rest)].filter((head) => head !== undefined);
  if (line === 0) throw new NoHashes('the file is empty');
}
