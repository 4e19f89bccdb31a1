/** Pictures and typefaces for tests: good ones, from which bad ones are made. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { crc32, deflateSync } from 'node:zlib';

export const svgNamespace = 'xmlns="http://www.w3.org/2000/svg"';
export const goodSvg = `<svg ${svgNamespace} viewBox="0 0 120 40"><path fill="#b4531f" d="M0 0h120v40H0z"/></svg>`;
export const svg = (inside: string, attributes = 'viewBox="0 0 120 40"'): Buffer => Buffer.from(`<svg ${svgNamespace} ${attributes}>${inside}</svg>`);

export function pngChunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** A picture of one colour; `pixels` bytes instead of those that its size takes, `extra` chunks before them. */
export function png(width = 240, height = 80, { pixels, extra = [] }: { pixels?: number; extra?: readonly Buffer[] } = {}): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), pngChunk('IHDR', header), ...extra,
    pngChunk('IDAT', deflateSync(Buffer.alloc(pixels ?? height * (1 + width * 3)))), pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A typeface as its makers publish it. */
export const woff2 = (): Buffer => readFileSync(
  createRequire(import.meta.url).resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'));
