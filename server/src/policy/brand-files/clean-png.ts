import { crc32, inflateSync } from 'node:zlib';
import { checkShape, Refusal } from './refusal.ts';

/** What draws (PNG 3rd edition §11): text, times, places, animation and private chunks are left out. */
const kept: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'tRNS', 'gAMA', 'sRGB', 'IDAT', 'IEND']);
const signature = 8;
const largestSide = 1_024;
const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const again = 'Export the picture as PNG again.';

/** A picture with every check sum right and exactly the pixels that it announces, without anything else. @throws Refusal */
export function cleanPng(content: Buffer): Buffer {
  const parts: Buffer[] = [content.subarray(0, signature)];
  const data: Buffer[] = [];
  let header: Buffer | undefined;
  let at = signature;
  for (let ended = false; !ended;) {
    const length = at + 12 <= content.length ? content.readUInt32BE(at) : Number.MAX_SAFE_INTEGER;
    const end = at + 12 + length;
    if (end > content.length) throw new Refusal('breaks off in the middle', again);
    const type = content.toString('latin1', at + 4, at + 8);
    if (crc32(content.subarray(at + 4, end - 4)) !== content.readUInt32BE(end - 4)) throw new Refusal('has a part whose check sum is wrong', again);
    if ((type === 'IHDR') !== (header === undefined)) throw new Refusal('has its parts in a wrong order', again);
    const body = content.subarray(at + 8, end - 4);
    if (type === 'IHDR') header = body;
    if (type === 'IDAT') data.push(body);
    if (kept.has(type)) parts.push(content.subarray(at, end));
    else if (/^[A-Z]/.test(type)) throw new Refusal('needs something that is not part of PNG', again);
    ended = type === 'IEND';
    at = end;
  }
  checkPixels(header!, Buffer.concat(data));
  return Buffer.concat(parts);
}

/** The pixels are unpacked into no more room than they may take, so that a small file can't become a large one. */
function checkPixels(header: Buffer, data: Buffer): void {
  if (header.length !== 13) throw new Refusal('has no proper header', again);
  const [width, height, depth, colour, interlace] = [header.readUInt32BE(0), header.readUInt32BE(4), header[8]!, header[9]!, header[12]!];
  if (width < 1 || height < 1 || width > largestSide || height > largestSide) {
    throw new Refusal(`is ${width} by ${height} pixels`, `Scale it down to at most ${largestSide} by ${largestSide}; 240 by 80 is plenty.`);
  }
  checkShape(width, height);
  const perPixel = channels[colour];
  if (perPixel === undefined || ![1, 2, 4, 8, 16].includes(depth) || interlace > 1) throw new Refusal('has colours of an unknown kind', again);
  if (interlace === 1) throw new Refusal('is interlaced', 'Export it without interlacing.');
  const expected = height * (1 + Math.ceil((width * perPixel * depth) / 8));
  let pixels: Buffer;
  try {
    pixels = inflateSync(data, { maxOutputLength: expected });
  } catch {
    throw new Refusal('has pixels that cannot be unpacked', again);
  }
  if (pixels.length !== expected) throw new Refusal('has fewer pixels than it says', again);
}
