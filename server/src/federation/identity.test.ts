import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exportPKCS8, generateKeyPair, jwtVerify } from 'jose';
import { federationProvider } from '../../../contract/policy/index.ts';
import { hasCode } from '../kernel/index.ts';
import { appleSecret, checkAppleKey } from './apple-secret.ts';
import { identityOf } from './identity.ts';
import { issuerOf, upstreamOf, type Upstream } from './upstream.ts';

const now = new Date('2026-05-04T12:00:00Z');
const departure = { provider: 'one', issuer: 'https://one.example', clientId: 'x', state: 's', nonce: 'n', verifier: 'v' };
const upstream = (more: object = {}): Upstream => ({
  ...federationProvider.parse({ name: 'One', issuer: 'https://one.example', clientId: 'x', trustsEmail: ['one.example'], ...more }),
  id: 'one', issuer: 'https://one.example', postsAnswer: false,
});
const told = (claims: object, more: object = {}) => identityOf(
  upstream(more), departure, { sub: 'ada', ...claims }, { now, normaliseEmail: (text) => (text.includes('@') ? text.toLowerCase() : undefined) });

test('an address is proved where the provider calls it verified and the policy takes its word for the domain', () => {
  for (const [claims, proved] of [
    [{ email: 'Ada@One.Example', email_verified: true }, true],
    [{ email: 'ada@one.example', email_verified: 'true' }, true],
    [{ email: 'ada@one.example', email_verified: false }, false],
    [{ email: 'ada@one.example', email_verified: 'false' }, false],
    [{ email: 'ada@one.example', email_verified: 1 }, false],
    [{ email: 'ada@one.example' }, false],
    [{ email: 'ada@sub.one.example', email_verified: true }, false],
    [{ email: 'ada@notone.example', email_verified: true }, false],
    [{ email: 'ada@one.example@elsewhere.example', email_verified: true }, false],
    [{ email: 'nonsense', email_verified: true }, false],
    [{ email: ['ada@one.example'], email_verified: true }, false],
    [{}, false],
  ] as const) assert.equal(told(claims).emailProved, proved, JSON.stringify(claims));
});

test('two factors are what the policy names, in acr or amr', () => {
  const twoFactors = { acr: ['silver'], amr: ['mfa'] };
  for (const [claims, two] of [
    [{ acr: 'silver' }, true], [{ amr: ['pwd', 'mfa'] }, true], [{ acr: 'bronze', amr: ['pwd'] }, false], [{ amr: 'mfa' }, false], [{}, false],
  ] as const) {
    assert.equal(told(claims, { twoFactors }).twoFactors, two, JSON.stringify(claims));
    assert.equal(told(claims).twoFactors, false);
  }
});

test('a proof is as old as the provider says, never younger than now', () => {
  const seconds = now.getTime() / 1_000;
  assert.deepEqual(told({ auth_time: seconds - 60 }).at, new Date(now.getTime() - 60_000));
  assert.deepEqual(told({ auth_time: seconds + 600 }).at, now);
  assert.deepEqual(told({ auth_time: 'yesterday' }).at, now);
});

test('a name is a line of text or left out, and a subject has its bounds', () => {
  assert.equal(told({ name: ' Ada Larch ' }).displayName, 'Ada Larch');
  for (const name of ['', 'a\nb', '\u202eevil', 'x'.repeat(81), 7]) assert.equal(told({ name }).displayName, undefined);
  for (const sub of ['', 'x'.repeat(256), 'a\u0000']) {
    assert.throws(() => told({ sub }), (error) => hasCode(error, 'federation.answer_refused'));
  }
});

test('presets stand for one issuer each', () => {
  assert.equal(issuerOf({ preset: 'google' }), 'https://accounts.google.com');
  assert.equal(issuerOf({ preset: 'microsoft', tenant: '9188040D-6C67-4C5B-B112-36A304B66DAD' }),
    'https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0');
  assert.equal(issuerOf({ preset: 'microsoft' }), undefined);
  const apple = federationProvider.parse({ name: 'Apple', preset: 'apple', clientId: 'x', signsAs: { team: 'ABCDE12345', key: 'FGHIJ67890' } });
  const { postsAnswer, authMethod } = upstreamOf({ federation: { providers: { apple } } } as never, 'apple');
  assert.deepEqual([postsAnswer, authMethod], [true, 'client_secret_post']);
  for (const name of ['constructor', 'other']) {
    assert.throws(() => upstreamOf({ federation: { providers: {} } } as never, name), (error) => hasCode(error, 'federation.provider_unknown'));
  }
});

test('Apple is shown a short assertion, signed with the key that it gave out', async () => {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const pem = await exportPKCS8(privateKey);
  await checkAppleKey(pem);
  const secret = await appleSecret({ clientId: 'org.example.shop', signsAs: { team: 'ABCDE12345', key: 'FGHIJ67890' } }, pem, now);
  const { payload, protectedHeader } = await jwtVerify(secret, publicKey, {
    issuer: 'ABCDE12345', subject: 'org.example.shop', audience: 'https://appleid.apple.com', currentDate: now,
  });
  assert.equal(protectedHeader.kid, 'FGHIJ67890');
  assert.equal(payload.exp! - payload.iat!, 300);
  await assert.rejects(checkAppleKey('not a key'), (error) => hasCode(error, 'request.invalid'));
});
