import { createHash } from 'node:crypto';
import { largestBrandFile, type BrandFileKind } from '../../../../contract/policy/index.ts';
import { fail } from '../../kernel/index.ts';
import { checkWoff2 } from './check-woff2.ts';
import { cleanPng } from './clean-png.ts';
import { cleanSvg } from './clean-svg.ts';
import { Refusal } from './refusal.ts';

/** A file that is safe to hand out, named by the hash of its bytes. */
export interface BrandFile {
  /** SHA-256 in base64url, and what kind it is. */
  readonly name: string;
  readonly content: Buffer;
}

const contentTypes: Readonly<Record<BrandFileKind, string>> = { svg: 'image/svg+xml', png: 'image/png', woff2: 'font/woff2' };
const clean: Readonly<Record<BrandFileKind, (content: Buffer) => Buffer>> = {
  svg: cleanSvg, png: cleanPng, woff2: checkWoff2,
};

/** What a file is served as: its name says it, and its bytes were held to it. */
export const contentTypeOf = (name: string): string => contentTypes[kindOf(name)];
const kindOf = (name: string): BrandFileKind => name.slice(name.lastIndexOf('.') + 1) as BrandFileKind;

/**
 * Takes a logo or a typeface by what its bytes are, whatever it was called; what is kept is only what a page needs.
 * @throws brand_file.refused with the reason
 */
export function readBrandFile(given: Buffer): BrandFile {
  try {
    const kind = sniff(given);
    if (given.length > largestBrandFile[kind]) {
      throw new Refusal(`has ${given.length} bytes`, `A file of this kind may have ${largestBrandFile[kind]}: make it smaller, since everybody who signs in loads it.`);
    }
    const content = clean[kind](given);
    return { name: `${createHash('sha256').update(content).digest('base64url')}.${kind}`, content };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return fail('brand_file.refused', { faults: [{ at: 'content', problem: error.message, remedy: error.remedy }] });
  }
}

function sniff(content: Buffer): BrandFileKind {
  if (content.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))) return 'png';
  if (content.subarray(0, 4).toString('latin1') === 'wOF2') return 'woff2';
  const start = content.subarray(0, 4_096).toString('utf8').replace(/^\ufeff/, '').trimStart();
  if (start.startsWith('<') && /<(?:\w+:)?svg[\s>]/.test(start)) return 'svg';
  throw new Refusal('is neither an SVG or PNG picture nor a WOFF2 typeface',
    'Save a logo as SVG or PNG, a typeface as WOFF2.');
}
