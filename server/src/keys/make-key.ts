import { generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { calculateJwkThumbprint, type JWK } from 'jose';
import type { Randomness } from '../kernel/index.ts';
import type { KeyAlgorithm } from './keys.ts';

const generate = promisify(generateKeyPair);

export interface MadeKey {
  readonly algorithm: KeyAlgorithm;
  readonly kid: string;
  /** What gets sealed: a private JWK as JSON, or the 32 bytes of a cookie key. */
  readonly secret: Buffer;
}

/** How a key of an algorithm is made. OpenSSL draws its own randomness for key pairs, so these can't be seeded. */
export type KeyMaker = (algorithm: KeyAlgorithm, random: Randomness) => Promise<MadeKey>;

export const makeKey: KeyMaker = async (algorithm, random) => {
  if (algorithm === 'cookie') {
    return { algorithm, kid: `cookie-${random(9).toString('base64url')}`, secret: random(32) };
  }
  const { privateKey } = await pairOf(algorithm);
  const jwk = privateKey.export({ format: 'jwk' }) as JWK;
  const kid = await calculateJwkThumbprint(jwk, 'sha256');
  return { algorithm, kid, secret: Buffer.from(JSON.stringify({ ...jwk, kid, alg: algorithm, use: 'sig' }), 'utf8') };
};

/** RFC 7518 §3.4 and §3.3 (RSA of at least 2048 bits). Both run on the thread pool: RSA takes tenths of a second. */
function pairOf(algorithm: 'ES256' | 'RS256'): Promise<{ privateKey: KeyObject }> {
  return algorithm === 'ES256'
    ? generate('ec', { namedCurve: 'P-256' })
    : generate('rsa', { modulusLength: 2048 });
}
