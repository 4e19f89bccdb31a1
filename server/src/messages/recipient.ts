import { fail } from '../kernel/index.ts';

/**
 * One address and nothing else: no display name, no second recipient, no control character that could begin a header
 * of its own (CWE-93). Lengths from RFC 5321 §4.5.3.1. What may be an address of a person is for directory to say;
 * this is the last guard before a mail server.
 */
const oneAddress = /^[^\s<>()[\]\\,;:@"\p{Cc}\p{Cf}]{1,64}@[^\s<>()[\]\\,;:@"\p{Cc}\p{Cf}]{1,253}$/u;

/** @throws identifier.invalid */
export function checkRecipient(address: string): void {
  if (Buffer.byteLength(address) > 254 || !oneAddress.test(address)) fail('identifier.invalid');
}

/** ITU-T E.164 §6.2.1: at most fifteen digits. */
const oneNumber = /^\+[1-9][0-9]{6,14}$/;

/** @throws identifier.invalid */
export function checkNumber(number: string): void {
  if (!oneNumber.test(number)) fail('identifier.invalid');
}

/** A subject on one line: control characters become spaces, and its length is bounded. */
export function subjectLine(text: string): string {
  return [...text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()].slice(0, 200).join('');
}
