import { randomBytes } from 'node:crypto';

/** Where random bytes come from: the operating system, except in tests and simulations that need a seed. */
export interface Randomness {
  (bytes: number): Buffer;
  /** Whatever gets its id from it is made up, and its id says so. */
  readonly origin?: 'simulated';
}

export const systemRandomness: Randomness = (bytes) => randomBytes(bytes);

/** As good as the system's: made-up people's secrets must not be guessable either. */
export const simulatedRandomness: Randomness = Object.assign((bytes: number) => randomBytes(bytes), { origin: 'simulated' as const });

/** `bytes` random bytes as base64url; 32 bytes make a bearer secret of 256 bits. */
export function randomToken(random: Randomness, bytes = 32): string {
  return random(bytes).toString('base64url');
}

/** A uniformly drawn decimal code of `length` digits (rejection sampling, so no digit is likelier than another). */
export function randomDigits(random: Randomness, length: number): string {
  let digits = '';
  while (digits.length < length) {
    for (const byte of random(length * 2)) {
      if (byte < 250 && digits.length < length) digits += String(byte % 10);
    }
  }
  return digits;
}
