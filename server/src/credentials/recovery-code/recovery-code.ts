import type { Randomness } from '../../kernel/index.ts';

/** Made at once: enough for years of mishaps, few enough to print. */
export const codesInSet = 8;

/** 80 bits of randomness a code; SP 800-63B-4 §4.2.1.1 asks for at least 64. */
const bytes = 10;

/** Crockford's base 32: no letter that could be taken for a digit. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const group = 4;

/** One code as it is shown: four groups of four. */
export function newCode(random: Randomness): string {
  const bits = [...random(bytes)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = (bits.match(/.{5}/g) ?? []).map((five) => alphabet[Number.parseInt(five, 2)]!).join('');
  return (letters.match(new RegExp(`.{${group}}`, 'g')) ?? []).join('-');
}

const length = bytes * 8 / 5;
const form = new RegExp(`^[${alphabet}]{${length}}$`);

/** What was typed, as codes are compared; undefined for what is none: spaces, hyphens and case don't matter. */
export function readCode(typed: string): string | undefined {
  const plain = typed.replace(/[\s\p{Pd}]/gu, '').toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');
  return form.test(plain) ? plain : undefined;
}
