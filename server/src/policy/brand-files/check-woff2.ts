import { brotliDecompressSync } from 'node:zlib';
import { Refusal } from './refusal.ts';

const headerLength = 48;
/** WOFF2 §4.1: tables by their place in this list; others spell their name out. */
const knownTags = ('cmap head hhea hmtx maxp name OS/2 post cvt  fpgm glyf loca prep CFF  VORG EBDT EBLC gasp hdmx kern LTSH PCLT '
  + 'VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG  sbix acnt avar bdat bloc bsln cvar fdsc feat '
  + 'fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill');
const tagAt = (index: number): string => knownTags.slice(index * 5, index * 5 + 4);
const needed = ['cmap', 'head', 'hhea', 'hmtx', 'maxp'];
/** Pictures in letters may run or load things in some programs; a page's typeface needs none. */
const unwanted = ['SVG ', 'CBDT', 'sbix', 'EBDT'];
const mostUnpacked = 2 * 1024 * 1024;
const again = 'Export the typeface as WOFF2 again, best with only the letters that you need.';

/**
 * A typeface as WOFF2 §3 lays it out: one font, its directory and lengths right, its data unpacked to exactly what the
 * directory says. What is inside the tables is checked by each browser before it draws by them. @throws Refusal
 */
export function checkWoff2(content: Buffer): Buffer {
  if (content.length < headerLength) throw new Refusal('breaks off in the middle', again);
  const flavour = content.toString('latin1', 4, 8);
  if (flavour === 'ttcf') throw new Refusal('is a collection of typefaces', 'Take one of them out into a file of its own.');
  if (!['\0\x01\0\0', 'OTTO', 'true'].includes(flavour)) throw new Refusal('is not a typeface', again);
  if (content.readUInt32BE(8) !== content.length) throw new Refusal('is not as long as it says', again);
  // Metadata and private data are for shops and editors: pages need neither, and only we would not know what is in them.
  if (content.readUInt32BE(28) !== 0 || content.readUInt32BE(40) !== 0) {
    throw new Refusal('has metadata or private data', 'Export it without these; subsetting tools leave them out.');
  }
  const packed = content.readUInt32BE(20);
  const { tags, unpacked, end } = readDirectory(content, content.readUInt16BE(12));
  const missing = needed.find((tag) => !tags.has(tag));
  if (missing !== undefined) throw new Refusal(`has no table ${missing}`, again);
  const extra = unwanted.find((tag) => tags.has(tag));
  if (extra !== undefined) throw new Refusal('draws letters as pictures', 'Use a typeface of outlines.');
  if (end + packed > content.length || content.length - (end + packed) > 3) throw new Refusal('is not as long as it says', again);
  if (unpacked > mostUnpacked) throw new Refusal(`has ${unpacked} bytes unpacked`, `It may have ${mostUnpacked}; leave out letters that you don't need.`);
  let data: Buffer;
  try {
    data = brotliDecompressSync(content.subarray(end, end + packed), { maxOutputLength: unpacked });
  } catch {
    throw new Refusal('cannot be unpacked', again);
  }
  if (data.length !== unpacked) throw new Refusal('has less in it than it says', again);
  return content;
}

function readDirectory(content: Buffer, count: number): { tags: ReadonlySet<string>; unpacked: number; end: number } {
  if (count < 1 || count > 64) throw new Refusal(`has ${count} tables`, again);
  const tags = new Set<string>();
  let at = headerLength;
  let unpacked = 0;
  const number = (): number => {
    const read = readBase128(content, at);
    at = read.end;
    return read.value;
  };
  for (let index = 0; index < count; index += 1) {
    const flags = content[at] ?? 0;
    at += 1;
    const isSpelled = (flags & 63) === 63;
    const tag = isSpelled ? content.toString('latin1', at, at + 4) : tagAt(flags & 63);
    if (isSpelled) at += 4;
    if (tags.has(tag)) throw new Refusal('has a table twice', again);
    tags.add(tag);
    const whole = number();
    // §5: glyf and loca are transformed unless said otherwise, others only where said.
    const version = flags >> 6;
    const isTransformed = tag === 'glyf' || tag === 'loca' ? version === 0 : version !== 0;
    unpacked += isTransformed ? number() : whole;
  }
  return { tags, unpacked, end: at };
}

/** UIntBase128, WOFF2 §4.1: at most five bytes, no leading zeros, no overflow. */
function readBase128(content: Buffer, start: number): { value: number; end: number } {
  let value = 0;
  for (let at = start; at < start + 5; at += 1) {
    const byte = content[at];
    if (byte === undefined || (at === start && byte === 0x80)) break;
    value = value * 128 + (byte & 127);
    if (value > 0xffffffff) break;
    if ((byte & 128) === 0) return { value, end: at + 1 };
  }
  throw new Refusal('has a directory that cannot be read', again);
}
