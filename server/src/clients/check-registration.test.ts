import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import type { JWK } from 'jose';
import type { PopulationKind } from '../../../contract/events/index.ts';
import { LimenError } from '../kernel/index.ts';
import { checkRegistration } from './check-registration.ts';
import type { NewClient } from './clients.ts';
import { webClient } from './testing.ts';

const jwkOf = (key: { export(options: { format: 'jwk' }): unknown }): JWK => key.export({ format: 'jwk' }) as JWK;
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const publicKey = jwkOf(ec.publicKey);
const rsa = (bits: number): JWK => jwkOf(generateKeyPairSync('rsa', { modulusLength: bits }).publicKey);

const job: NewClient = {
  population: 'workloads', name: 'Nightly job', owner: 'ops', purpose: 'Sums up the day', authMethod: 'private_key_jwt',
  grantTypes: ['client_credentials'], jwks: { keys: [publicKey] },
};
const installed: NewClient = { ...webClient, authMethod: 'none', redirectUris: ['org.example.app:/done'] };

/** Where the faults are; nothing where it is taken. */
function faultsOf(client: object, kind: PopulationKind = 'customer'): readonly string[] {
  try {
    checkRegistration(client as NewClient, kind);
    return [];
  } catch (error) {
    assert.ok(error instanceof LimenError && error.code === 'client.invalid', String(error));
    return error.faults.map(({ at }) => at);
  }
}

test('usual applications are taken, with defaults for what they leave out', () => {
  const checked = checkRegistration(webClient, 'customer');
  assert.deepEqual([checked.firstParty, checked.jwks, checked.resources], [false, null, []]);
  assert.deepEqual(faultsOf(job, 'workload'), []);
  assert.deepEqual(faultsOf(installed), []);
  const two = [{ ...rsa(2_048), kid: 'a', use: 'sig' }, { ...publicKey, kid: 'b' }];
  assert.deepEqual(faultsOf({ ...job, jwks: { keys: two } }), []);
  assert.deepEqual(faultsOf({ ...job, jwks: null, jwksUri: 'https://job.example/jwks.json' }), []);
  assert.deepEqual(faultsOf({ ...webClient, backchannelLogoutUri: 'http://localhost:4000/logout' }), []);
});

test('redirect addresses are exact, safe and few', () => {
  const good = [
    'https://shop.example/callback?tenant=1', 'http://localhost:4000/callback', 'http://127.0.0.1/callback',
    'http://[::1]:8080/callback',
  ];
  for (const uri of good) assert.deepEqual(faultsOf({ ...webClient, redirectUris: [uri] }), [], uri);
  const bad = [
    'http://shop.example/callback', 'https://shop.example/#done', 'https://*.shop.example/', 'https://shop.example/*',
    'https://user:pass@shop.example/', 'https://user@shop.example/', '//shop.example/', '/callback',
    'javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'myapp:/done',
    'https:// shop.example/', ' https://shop.example/',
    'https://shop.example\\@evil.example/', 'https://sh\u00f6p.example/', 'http://localhost.evil.example/', 'https://',
    '',
    `https://shop.example/${'a'.repeat(500)}`, 'org.example.app://host/done', 'com.example:done',
  ];
  for (const uri of bad) assert.deepEqual(faultsOf({ ...installed, redirectUris: [uri] }), ['redirectUris.0'], uri);
  const many = Array.from({ length: 21 }, (_, n) => `https://shop.example/${n}`);
  assert.deepEqual(faultsOf({ ...webClient, redirectUris: many }), ['redirectUris']);
  const twice = ['https://a.example/', 'https://a.example/'];
  assert.deepEqual(faultsOf({ ...webClient, redirectUris: twice }), ['redirectUris']);
});

test('a scheme of its own is for applications that keep no secret', () => {
  assert.deepEqual(faultsOf({ ...installed, authMethod: 'client_secret_basic' }), ['redirectUris']);
  const afterwards = { ...webClient, postLogoutRedirectUris: ['org.example.app:/bye'] };
  assert.deepEqual(faultsOf(afterwards), ['postLogoutRedirectUris']);
});

test('grants and ways of authenticating that do not go together are refused', () => {
  const table: [Partial<NewClient>, string[]][] = [
    [{ grantTypes: [], redirectUris: [], scopes: [] }, ['grantTypes']],
    [{ grantTypes: ['refresh_token'], redirectUris: [], scopes: [] }, ['grantTypes']],
    [{ redirectUris: [] }, ['redirectUris']],
    [{ grantTypes: ['client_credentials'], scopes: [] }, ['redirectUris']],
    [{ grantTypes: ['client_credentials'], redirectUris: [] }, ['scopes']],
    [{ grantTypes: ['authorization_code', 'client_credentials'], authMethod: 'none' }, ['authMethod']],
    [{ authMethod: 'private_key_jwt' }, ['jwks']],
    [{ authMethod: 'private_key_jwt', jwks: { keys: [publicKey] }, jwksUri: 'https://a.example/k' }, ['jwks']],
    [{ jwks: { keys: [publicKey] } }, ['jwks']],
    [{ jwksUri: 'https://a.example/k' }, ['jwks']],
    [{ backchannelLogoutUri: 'http://shop.example/logout' }, ['backchannelLogoutUri']],
  ];
  for (const [change, expected] of table) {
    assert.deepEqual(faultsOf({ ...webClient, ...change }), expected, JSON.stringify(change));
  }
});

test('at a workload population nobody signs in', () => {
  assert.deepEqual(faultsOf(webClient, 'workload'), ['grantTypes']);
  const both = { ...webClient, grantTypes: ['authorization_code', 'client_credentials'] };
  assert.deepEqual(faultsOf(both, 'workload'), ['grantTypes']);
});

test('keys are public, of a known kind and strong enough', () => {
  const keys = (...list: object[]) => faultsOf({ ...job, jwks: { keys: list } });
  assert.deepEqual(keys(jwkOf(ec.privateKey)), ['jwks.keys.0']);
  assert.deepEqual(keys({ kty: 'oct', k: 'c2VjcmV0' }), ['jwks.keys.0.kty']);
  const otherCurve = jwkOf(generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey);
  assert.ok(keys(otherCurve).includes('jwks.keys.0.crv'));
  assert.deepEqual(keys(jwkOf(generateKeyPairSync('ed25519').publicKey)), ['jwks.keys.0.kty']);
  assert.deepEqual(keys(rsa(1_024)), ['jwks.keys.0.n']);
  assert.deepEqual(keys({ ...publicKey, y: publicKey.x }), ['jwks.keys.0']);
  assert.deepEqual(keys({ ...rsa(2_048), n: 'A'.repeat(342) }), ['jwks.keys.0']);
  assert.deepEqual(keys({ ...publicKey, alg: 'RS256' }), ['jwks.keys.0.alg']);
  assert.deepEqual(keys({ ...publicKey, x5u: 'https://evil.example/' }), ['jwks.keys.0']);
  assert.deepEqual(keys(publicKey, publicKey), ['jwks']);
  assert.deepEqual(keys(), ['jwks.keys']);
});

test('a private key is called by its name, and not repeated', () => {
  const secretKey = jwkOf(ec.privateKey);
  assert.throws(() => checkRegistration({ ...job, jwks: { keys: [secretKey] } }, 'workload'), (error) => {
    assert.ok(error instanceof LimenError);
    assert.match(error.faults[0]!.problem, /private key/);
    assert.ok(!JSON.stringify(error.toProblem()).includes(secretKey.d!));
    return true;
  });
});

test('unknown, empty and over-long fields are refused', () => {
  assert.deepEqual(faultsOf({ ...webClient, colour: 'red' }), ['client']);
  for (const field of ['name', 'owner', 'purpose'] as const) {
    assert.deepEqual(faultsOf({ ...webClient, [field]: ' ' }), [field]);
    assert.deepEqual(faultsOf({ ...webClient, [field]: 'a'.repeat(301) }), [field]);
  }
  for (const id of ['a', '-ab', 'a/b', 'a b', 'a'.repeat(65), '../ab']) {
    assert.deepEqual(faultsOf({ ...webClient, id }), ['id'], id);
  }
  for (const scope of ['two words', '"', '']) {
    assert.deepEqual(faultsOf({ ...webClient, scopes: [scope] }), ['scopes.0'], scope);
  }
  for (const uri of ['relative', 'https://api.example/#x']) {
    assert.deepEqual(faultsOf({ ...webClient, resources: [uri] }), ['resources.0'], uri);
  }
});
