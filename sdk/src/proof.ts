import type { Store } from './store.ts';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;

export const base64url = (bytes: ArrayBuffer | Uint8Array): string => (
  btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, ''));

export const text = (value: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(value);
export const digest = async (value: string): Promise<string> => base64url(await crypto.subtle.digest('SHA-256', text(value)));
export const random = (bytes = 32): string => base64url(crypto.getRandomValues(new Uint8Array(bytes)));

/** Signs that this installation makes a request (RFC 9449 §4); with an access token, that it is its own. */
export type Prove = (method: string, url: string, accessToken?: string) => Promise<string>;

/** The key of this installation, made where there is none; its private part can't be read out. */
export async function proverOf(store: Store): Promise<Prove> {
  const kept = await store.get('key') as CryptoKeyPair | undefined;
  const key = kept ?? await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
  if (!kept) await store.set('key', key);
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', key.publicKey);
  const head = base64url(text(JSON.stringify({ typ: 'dpop+jwt', alg: 'ES256', jwk: { kty, crv, x, y } })));
  return async (method, url, accessToken) => {
    const { origin, pathname } = new URL(url);
    const claims = {
      htm: method, htu: `${origin}${pathname}`, jti: random(16), iat: Math.floor(Date.now() / 1_000),
      ...(accessToken === undefined ? {} : { ath: await digest(accessToken) }),
    };
    const signed = `${head}.${base64url(text(JSON.stringify(claims)))}`;
    return `${signed}.${base64url(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key.privateKey, text(signed)))}`;
  };
}
