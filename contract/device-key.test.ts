import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import { readKeyText } from './device-key.ts';

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const jwk = publicKey.export({ format: 'jwk' });
const pem = publicKey.export({ format: 'pem', type: 'spki' }) as string;
const problemOf = (text: string): string => {
  const read = readKeyText(text);
  return 'problem' in read ? read.problem : 'read';
};

test('a public key is read as JWK, as a set of one, and as PEM', () => {
  assert.deepEqual(readKeyText(` ${JSON.stringify(jwk)}\n`), { key: jwk });
  assert.deepEqual(readKeyText(JSON.stringify({ keys: [jwk] })), { key: jwk });
  assert.deepEqual(readKeyText(`\n${pem}`), { key: pem.trim() });
});

test('a private key goes nowhere, in whatever form it is given', () => {
  const whole = privateKey.export({ format: 'jwk' });
  for (const text of [
    JSON.stringify(whole), JSON.stringify({ keys: [whole] }), privateKey.export({ format: 'pem', type: 'pkcs8' }) as string,
    privateKey.export({ format: 'pem', type: 'sec1' }) as string, `${pem}\n${privateKey.export({ format: 'pem', type: 'pkcs8' }) as string}`,
    JSON.stringify({ kty: 'oct', k: 'c2VjcmV0' }),
  ]) assert.match(problemOf(text), /private key/);
});

test('what is no key says what it is instead', () => {
  for (const [text, why] of [
    ['', /is no JWK/], ['hello', /is no JWK/], ['[]', /is no JWK/], ['{"a":1}', /is no JWK/], ['{"kty":', /breaks off/], ['{"keys":[null]}', /is no JWK/],
    [JSON.stringify({ keys: [jwk, jwk] }), /more than one/], [`${pem}${pem}`, /more than one/], ['-----BEGIN CERTIFICATE REQUEST-----', /is no JWK/],
    [`{"kty":"RSA","n":"${'A'.repeat(7_000)}"}`, /longer/],
  ] as const) assert.match(problemOf(text), why, text.slice(0, 40));
});
