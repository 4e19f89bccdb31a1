import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose';

export interface KeyPair {
  readonly privateKey: CryptoKey;
  /** As it is registered. */
  readonly publicJwk: PublicJwk;
  /** RFC 7638 thumbprint. */
  readonly keyId: string;
}

export interface PublicJwk {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
  readonly alg: 'ES256';
  readonly use: 'sig';
  readonly kid: string;
}

/** The ES256 key of a client, made at the first start and kept in `<folder>/<name>.json` for its owner's eyes only. */
export async function keyPairOf(folder: string, name: string): Promise<KeyPair> {
  const path = join(folder, `${name}.json`);
  const jwk = await readJwk(path) ?? await makeJwk(folder, path);
  const keyId = await calculateJwkThumbprint(jwk);
  return {
    privateKey: await importJWK(jwk, 'ES256') as CryptoKey, keyId,
    publicJwk: { kty: 'EC', crv: 'P-256', x: jwk.x!, y: jwk.y!, alg: 'ES256', use: 'sig', kid: keyId },
  };
}

/** A secret that is kept the same way; undefined until it was kept. */
export async function readSecret(folder: string, name: string): Promise<string | undefined> {
  return readIfThere(join(folder, `${name}.secret`));
}

export async function keepSecret(folder: string, name: string, secret: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(join(folder, `${name}.secret`), secret, { mode: 0o600 });
}

async function readJwk(path: string): Promise<JWK | undefined> {
  const text = await readIfThere(path);
  return text === undefined ? undefined : JSON.parse(text) as JWK;
}

async function makeJwk(folder: string, path: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // `wx`: of two that start at once, one makes the key and the other fails loudly instead of replacing it.
  await writeFile(path, JSON.stringify(jwk), { mode: 0o600, flag: 'wx' });
  return jwk;
}

async function readIfThere(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}
