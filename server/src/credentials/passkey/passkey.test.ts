import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasCode, newId, systemRandomness, type PrincipalRef } from '../../kernel/index.ts';
import type { RelyingParty } from '../index.ts';
import { createSoftAuthenticator, testCredentials, type SoftAuthenticator } from '../testing.ts';
import { mostPasskeys } from './passkey.ts';

const world = await testCredentials();
const { credentials, database, told } = world;
const { passkeys } = credentials;
const rp: RelyingParty = { id: 'localhost', name: 'Shop', origins: ['http://localhost:3000'] };
const occasion = { actor: { kind: 'system' } as const, device: 'laptop' };
const person = { name: 'maria@example.org', displayName: 'Maria' };

const somebody = (population = 'customers'): PrincipalRef => (
  { population, principal: newId(world.clock(), systemRandomness) });
const device = (more: Partial<Parameters<typeof createSoftAuthenticator>[0]> = {}): SoftAuthenticator =>
  createSoftAuthenticator({ rpId: 'localhost', origin: 'http://localhost:3000', ...more });

async function bind(ref: PrincipalRef, authenticator: SoftAuthenticator, party = rp) {
  const options = await passkeys.registrationOptions(database.db, ref, party, person);
  const response = authenticator.create(options);
  return database.transaction((tx) =>
    passkeys.register(tx, ref, party, { response, challenge: options.challenge, occasion }));
}

async function show(population: string, authenticator: SoftAuthenticator, party = rp, ref?: PrincipalRef) {
  const options = await passkeys.authenticationOptions(database.db, party, ref);
  const response = authenticator.get(options);
  return database.transaction((tx) =>
    passkeys.authenticate(tx, population, party, { response, challenge: options.challenge, occasion }));
}

test('a passkey that was made is found without a name, and says whose it is', async () => {
  const ref = somebody();
  const authenticator = device({ aaguid: 'bada5566-a7aa-401f-bd96-45619a55120d' });
  const bound = await bind(ref, authenticator);
  assert.equal(bound.label, '1Password');
  assert.equal(bound.userVerified, true);
  const shown = await show('customers', authenticator);
  assert.deepEqual(shown.ref, ref);
  assert.equal(shown.credential.id, bound.id);
  assert.equal(shown.userVerified, true);
  assert.deepEqual(await told(ref), ['credential.bound', 'credential.accepted']);
});

test('options ask for a discoverable passkey without attestation and name those that are held', async () => {
  const ref = somebody();
  const authenticator = device();
  await bind(ref, authenticator);
  const options = await passkeys.registrationOptions(database.db, ref, rp, person);
  assert.equal(options.authenticatorSelection?.residentKey, 'required');
  assert.equal(options.authenticatorSelection?.userVerification, 'preferred');
  assert.equal(options.attestation, 'none');
  assert.deepEqual(options.excludeCredentials?.map(({ id }) => id), authenticator.held);
  assert.throws(() => authenticator.create(options), { name: 'InvalidStateError' });
  assert.ok(!Buffer.from(options.user.id, 'base64url').toString().includes('maria'));
  const again = await passkeys.authenticationOptions(database.db, rp, ref);
  assert.deepEqual(again.allowCredentials?.map(({ id }) => id), authenticator.held);
  assert.equal((await passkeys.authenticationOptions(database.db, rp)).allowCredentials, undefined);
});

test('a challenge counts once asked for, an origin only if it is ours', async () => {
  const ref = somebody();
  const authenticator = device();
  await bind(ref, authenticator);
  const options = await passkeys.authenticationOptions(database.db, rp);
  const refused = (response: ReturnType<SoftAuthenticator['get']>, challenge: string) => assert.rejects(
    database.transaction((tx) => passkeys.authenticate(tx, 'customers', rp, { response, challenge, occasion })),
    (error) => hasCode(error, 'passkey.refused'));
  await refused(authenticator.get(options), 'another-challenge');
  authenticator.origin = 'https://shop.evil.example';
  await refused(authenticator.get(options), options.challenge);
  assert.deepEqual((await told(ref)).slice(1), ['credential.refused', 'credential.refused']);
});

test('where the person must be checked, a touch alone is refused, at making and at use', async () => {
  const ref = somebody('workforce');
  const strict: RelyingParty = { ...rp, userVerification: 'required' };
  const authenticator = device({ userVerified: false });
  await assert.rejects(bind(ref, authenticator, strict), (error) => hasCode(error, 'passkey.refused'));
  await bind(ref, authenticator);
  await assert.rejects(show('workforce', authenticator, strict), (error) => hasCode(error, 'passkey.refused'));
  assert.equal((await show('workforce', authenticator)).userVerified, false);
  authenticator.userVerified = true;
  assert.equal((await show('workforce', authenticator, strict)).userVerified, true);
});

test('a passkey of another door on the same host says which door, but only to whoever holds it', async () => {
  const ref = somebody('workforce');
  const authenticator = device();
  await bind(ref, authenticator);
  await assert.rejects(show('customers', authenticator), (error) =>
    hasCode(error, 'passkey.other_door') && (error as { detail?: string }).detail === 'workforce');
  // Somebody who only knows the id, with a key of their own.
  const thief = device();
  const options = await passkeys.authenticationOptions(database.db, rp);
  await bind(somebody(), thief);
  const forged = { ...thief.get(options), id: authenticator.held[0]!, rawId: authenticator.held[0]! };
  await assert.rejects(
    database.transaction((tx) => passkeys.authenticate(tx, 'customers', rp, {
      response: forged, challenge: options.challenge, occasion,
    })), (error) => hasCode(error, 'passkey.refused'));
});

test('a passkey made for another host is not taken', async () => {
  const ref = somebody();
  const elsewhere: RelyingParty = { id: 'shop.example', name: 'Shop', origins: ['https://shop.example'] };
  const authenticator = device({ rpId: 'shop.example', origin: 'https://shop.example' });
  await bind(ref, authenticator, elsewhere);
  await assert.rejects(show('customers', authenticator), (error) => hasCode(error, 'passkey.refused'));
  assert.deepEqual((await show('customers', authenticator, elsewhere)).ref, ref);
});

test('a counter that goes back is refused, and told of even though the caller rolled back', async () => {
  const ref = somebody();
  const authenticator = device({ counter: 7, synced: false });
  await bind(ref, authenticator);
  await show('customers', authenticator);
  authenticator.counter = 3;
  await assert.rejects(show('customers', authenticator), (error) => hasCode(error, 'passkey.refused'));
  assert.equal((await told(ref)).at(-1), 'credential.suspicious');
  authenticator.counter = 20;
  assert.deepEqual((await show('customers', authenticator)).ref, ref);
});

test('whether a passkey may be copied never changes', async () => {
  const ref = somebody();
  const authenticator = device({ synced: true });
  await bind(ref, authenticator);
  authenticator.synced = false;
  await assert.rejects(show('customers', authenticator), (error) => hasCode(error, 'passkey.refused'));
  assert.equal((await told(ref)).at(-1), 'credential.suspicious');
});

test('one passkey belongs to one person, and a person holds a bounded number', async () => {
  const [ref, other] = [somebody(), somebody()];
  const authenticator = device();
  const options = await passkeys.registrationOptions(database.db, ref, rp, person);
  const response = authenticator.create(options);
  const input = { response, challenge: options.challenge, occasion };
  await database.transaction((tx) => passkeys.register(tx, ref, rp, input));
  for (const thief of [other, { ...other, population: 'workforce' }]) {
    await assert.rejects(database.transaction((tx) => passkeys.register(tx, thief, rp, input)),
      (error) => hasCode(error, 'passkey.refused'));
  }
  for (let count = 1; count < mostPasskeys; count += 1) await bind(ref, device());
  await assert.rejects(bind(ref, device()), (error) => hasCode(error, 'passkey.refused'));
});

test('what is no passkey response is refused, not crashed on', async () => {
  const odd: unknown[] = [undefined, {}, { id: 5 }, { id: 'x'.repeat(5_000) }, { id: 'AAAA', response: null }];
  for (const response of odd) {
    await assert.rejects(database.transaction((tx) => passkeys.authenticate(tx, 'customers', rp, {
      response: response as never, challenge: 'c', occasion,
    })), (error) => hasCode(error, 'passkey.refused'));
    await assert.rejects(database.transaction((tx) => passkeys.register(tx, somebody(), rp, {
      response: response as never, challenge: 'c', occasion,
    })), (error) => hasCode(error, 'passkey.refused'));
  }
});

test('a passkey that is sent twice is refused, and the transaction that asked goes on', async () => {
  const ref = somebody();
  const options = await passkeys.registrationOptions(database.db, ref, rp, person);
  const sent = { response: device().create(options), challenge: options.challenge, occasion };
  await database.transaction(async (tx) => {
    await passkeys.register(tx, ref, rp, sent);
    await assert.rejects(passkeys.register(tx, ref, rp, sent), (error) => hasCode(error, 'passkey.refused'));
    assert.equal((await credentials.list(tx, ref)).length, 1);
  });
});
