import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ecKeys, rsaKeys, testAuthority, type CertificateOptions } from '../../../tools/testing/certificates.ts';
import { day } from '../kernel/index.ts';
import { authoritiesOf, issuerOf, keyHash, readAuthority, readCertificate, readDeviceKey } from './certificate.ts';

const now = new Date();
const inDays = (days: number): Date => new Date(now.getTime() + days * day);
const authority = testAuthority();
const rules = (...all: readonly { readonly pem: string }[]) => (
  { authorities: all.map(({ pem }, at) => ({ name: `authority ${at}`, certificate: pem })) });

const cases: readonly (readonly [story: string, options: CertificateOptions, outcome: string])[] = [
  ['of a laptop', {}, 'read'],
  ['with an RSA key', { keys: rsaKeys(2_048) }, 'read'],
  ['past its time', { until: inDays(-0.5) }, 'expired'],
  ['before its time', { from: inDays(1) }, 'not-valid-yet'],
  ['that may issue others', { isAuthority: true }, 'an-authority'],
  ['of a server', { purpose: 'server' }, 'not-for-clients'],
  ['that doesn\'t say for what', { purpose: null }, 'not-for-clients'],
  ['with a short RSA key', { keys: rsaKeys(1_024) }, 'weak'],
  ['with a curve of no standing', { keys: ecKeys('secp256k1') }, 'weak'],
  ['signed over SHA-1', { digest: 'sha1' }, 'weak'],
];
for (const [story, options, expected] of cases) {
  test(`a certificate ${story}`, () => {
    const { der, keys } = authority.issue(options);
    const read = readCertificate(der, now);
    assert.equal(typeof read === 'string' ? read : 'read', expected);
    if (typeof read !== 'string') assert.deepEqual(read.key, keyHash(keys.publicKey));
  });
}

test('what is no certificate is none', () => {
  for (const bytes of [Buffer.alloc(0), Buffer.from('hello'), authority.issue().der.subarray(0, 100)]) assert.equal(readCertificate(bytes, now), 'unreadable');
});

test('only the authority that signed it stands for it, whoever has its name', () => {
  const namesake = testAuthority();
  const issued = readCertificate(authority.issue().der, now);
  assert.ok(typeof issued !== 'string');
  assert.equal(issuerOf(issued, authoritiesOf(rules(namesake, authority)), now)?.name, 'authority 1');
  assert.equal(issuerOf(issued, authoritiesOf(rules(namesake)), now), undefined);
  assert.equal(issuerOf(issued, authoritiesOf(undefined), now), undefined);
});

test('an authority counts within its time alone', () => {
  const short = testAuthority({ until: inDays(10) });
  const issued = readCertificate(short.issue().der, now);
  assert.ok(typeof issued !== 'string');
  assert.ok(issuerOf(issued, authoritiesOf(rules(short)), now));
  assert.equal(issuerOf(issued, authoritiesOf(rules(short)), inDays(11)), undefined);
});

test('one flipped bit, in what is said or in the signature, and nobody stands for it', () => {
  const { der } = authority.issue();
  const authorities = authoritiesOf(rules(authority));
  for (let at = 40; at < der.length; at += 1) {
    const changed = Buffer.from(der);
    changed[at]! ^= 1;
    const read = readCertificate(changed, now);
    assert.ok(typeof read === 'string' || issuerOf(read, authorities, now) === undefined, `byte ${at}`);
  }
});

test('an authority is one certificate that may issue others', () => {
  assert.equal(typeof readAuthority(authority.pem), 'object');
  assert.equal(readAuthority('hello'), 'unreadable');
  assert.equal(readAuthority(authority.pem + authority.pem), 'unreadable');
  assert.equal(readAuthority(authority.keys.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string), 'unreadable');
  assert.equal(readAuthority(authority.issue().pem), 'no-authority');
  assert.equal(readAuthority(testAuthority({ keys: rsaKeys(1_024) }).pem), 'weak');
});

test('a key is the same as JWK, as PEM and in a certificate; a private, a weak and a shared one is none', () => {
  const { pem, keys: { publicKey, privateKey } } = authority.issue();
  const hash = keyHash(publicKey);
  assert.deepEqual(readDeviceKey(pem), hash);
  assert.deepEqual(readDeviceKey(publicKey.export({ type: 'spki', format: 'pem' }) as string), hash);
  assert.deepEqual(readDeviceKey(publicKey.export({ format: 'jwk' })), hash);
  const wrong = [
    privateKey.export({ format: 'jwk' }), privateKey.export({ type: 'pkcs8', format: 'pem' }) as string, { kty: 'oct', k: 'AAAA' }, {}, '',
    rsaKeys(1_024).publicKey.export({ format: 'jwk' }), 'hello', { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' },
  ];
  for (const each of wrong) assert.equal(readDeviceKey(each), undefined, JSON.stringify(each));
});
