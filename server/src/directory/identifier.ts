import { domainToASCII } from 'node:url';
import type { IdentifierKind } from '../../../contract/events/index.ts';
import { readPhone } from './phone.ts';

/** Most identifiers that one principal may have, verified or not. */
export const mostIdentifiers = 10;

/** RFC 5321 §4.5.3.1.3: a path has at most 256 octets, of which two are its angle brackets. */
const longestAddress = 254;
/** RFC 5321 §4.5.3.1.1. */
const longestLocalPart = 64;

/** Dot-atom of RFC 5322 §3.2.3, with the letters that RFC 6531 §3.3 adds; quoted local parts aren't taken. */
const localPart = /^(?!\.)(?!.*\.\.)(?!.*\.$)[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~.-]+$/u;
/** What a domain may be written with, with IDNA's dots and joiners; anything else would be read as part of a URL. */
const writtenDomain = /^(?:[\p{L}\p{M}\p{N}.\u3002\uff0e\uff61-]|\u200c|\u200d)+$/u;
const domainName = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/;
const username = /^[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?$/i;
const employeeNumber = /^[a-z0-9](?:[a-z0-9._/-]{0,30}[a-z0-9])?$/i;

/**
 * The form in which e-mail addresses are compared: the domain by IDNA and in lower case, the local part with ASCII
 * letters in lower case. Dots and plus stay, since only the mail's own server knows what they mean. Letters beyond
 * ASCII keep their case: folding maps some of them onto ASCII, which would let one mailbox pass for another. Undefined
 * for what isn't an address.
 */
export function normaliseEmail(text: string): string | undefined {
  const trimmed = text.trim();
  const at = trimmed.lastIndexOf('@');
  if (at < 1 || trimmed.length > longestAddress) return undefined;
  const local = trimmed.slice(0, at).normalize('NFC');
  if (Buffer.byteLength(local) > longestLocalPart || !localPart.test(local)) return undefined;
  if (passesForAscii(trimmed.slice(0, at)) || !writtenDomain.test(trimmed.slice(at + 1))) return undefined;
  const domain = domainToASCII(trimmed.slice(at + 1));
  if (!domainName.test(domain)) return undefined;
  const address = `${lowerAscii(local)}@${domain}`;
  return Buffer.byteLength(address) <= longestAddress ? address : undefined;
}

/** The form in which identifiers of this kind are compared, or undefined for what isn't one. */
export function normaliseIdentifier(kind: IdentifierKind, text: string): string | undefined {
  if (kind === 'email') return normaliseEmail(text);
  if (kind === 'phone') return readPhone(text)?.number;
  const trimmed = text.trim();
  return (kind === 'username' ? username : employeeNumber).test(trimmed) ? lowerAscii(trimmed) : undefined;
}

/** As it is kept and shown: as it was written, but for numbers, which are written in one way. */
export function keptAs(kind: IdentifierKind, text: string): string {
  return kind === 'phone' ? readPhone(text)?.shown ?? text.trim() : text.trim();
}

/**
 * Normalises what somebody typed as who they are. It may be of any kind: only addresses have an at sign, only numbers
 * begin with a plus sign (whoever knows the region of those without one puts it there), and the other kinds are
 * compared alike.
 */
export function normaliseTyped(text: string): string | undefined {
  if (text.trimStart().startsWith('+')) return normaliseIdentifier('phone', text);
  return text.includes('@') ? normaliseEmail(text)
    : normaliseIdentifier('username', text) ?? normaliseIdentifier('employee-number', text);
}

/** Some signs have an ASCII letter as their canonical form (the Kelvin sign is K). */
function passesForAscii(text: string): boolean {
  return [...text].some((sign) => sign > '\u007f' && sign.normalize('NFC') <= '\u007f');
}

function lowerAscii(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** A BCP 47 tag in its canonical spelling, or undefined. */
export function canonicalLocale(text: string): string | undefined {
  if (text.length > 35) return undefined;
  try {
    return Intl.getCanonicalLocales(text)[0];
  } catch {
    return undefined;
  }
}

/** A name to show: trimmed, without control or direction-changing characters, at most 120 characters. */
export function displayNameOf(text: string): string | undefined {
  const trimmed = text.trim().normalize('NFC');
  const deceptive = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;
  return trimmed === '' || trimmed.length > 120 || deceptive.test(trimmed) ? undefined : trimmed;
}
