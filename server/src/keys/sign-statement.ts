import { importJWK, SignJWT, type JWTPayload } from 'jose';
import type { Keys } from './keys.ts';

/** Signs what a population says to another server; that verifies it with the keys which the population publishes. */
export type SignStatement = (population: string, type: string, claims: JWTPayload) => Promise<string>;

/** ES256 by the key that signs now. `type` is the token's `typ`, so that none is taken for another (RFC 8725 §3.11). */
export function createStatementSigner(keys: Pick<Keys, 'signingKeys'>): SignStatement {
  return async (population, type, claims) => {
    const key = (await keys.signingKeys(population)).find(({ algorithm, state }) => algorithm === 'ES256' && state === 'active');
    if (!key) throw new Error(`population ${population} has no key to sign with`);
    return new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: key.kid, typ: type }).sign(await importJWK(key.jwk, 'ES256'));
  };
}
