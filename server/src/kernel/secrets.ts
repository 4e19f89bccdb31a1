import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { inspect } from 'node:util';

/** SHA-256 of a high-entropy secret, for storing and looking up bearer tokens without keeping them. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token, 'utf8').digest();
}

export function hmac(key: Uint8Array, ...parts: readonly string[]): Buffer {
  const mac = createHmac('sha256', key);
  for (const part of parts) mac.update(`${Buffer.byteLength(part)}:`).update(part, 'utf8');
  return mac.digest();
}

/** Compares in constant time; differing lengths are unequal without further looking. */
export function equalInConstantTime(left: string | Uint8Array, right: string | Uint8Array): boolean {
  const a = typeof left === 'string' ? Buffer.from(left, 'utf8') : left;
  const b = typeof right === 'string' ? Buffer.from(right, 'utf8') : right;
  return a.length === b.length && timingSafeEqual(a, b);
}

/** A secret that prints as `[secret]` in logs, errors and JSON; `reveal` is the only way to it. */
export class Secret<T extends string | Buffer = string> {
  readonly #value: T;
  constructor(value: T) { this.#value = value; }
  reveal(): T { return this.#value; }
  toString(): string { return '[secret]'; }
  toJSON(): string { return '[secret]'; }
  [inspect.custom](): string { return '[secret]'; }
}
