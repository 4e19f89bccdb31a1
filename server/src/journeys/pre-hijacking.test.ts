/**
 * The five attacks of "Pre-hijacked accounts" (Sudhodanan & Paverd, USENIX Security 2022), tried: somebody prepares an
 * account for an address that isn't theirs and waits for its owner. Two of them go by a provider upstream, and are
 * tried against a real one in `app/federation.test.ts`: classic-federated merge ("an address that somebody has here
 * opens nothing…") and the non-verifying provider ("a provider that calls every address verified…").
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PolicyContent } from '../../../contract/policy/index.ts';
import { createSoftAuthenticator } from '../credentials/testing.ts';
import { minute, newId, systemRandomness, type PrincipalRef } from '../kernel/index.ts';
import { lastCode, testBrowser, testJourneys } from './testing.ts';

/** Anything that the account has may be shown at the beginning, and then another address is asked for. */
function withContact(content: PolicyContent): PolicyContent {
  if (content.population.kind !== 'customer') return content;
  return { ...content, journeys: { ...content.journeys, 'profile-edit': {
    purpose: 'profile-edit', timeLimit: '30m', start: 'way', nodes: {
      way: { step: 'decide', with: { when: 'has.passkey' }, exits: { yes: 'passkey', no: 'code' } },
      passkey: { step: 'passkey', with: {}, exits: { correct: 'contact' } },
      code: { step: 'email-code', with: {}, exits: { verified: 'contact' } },
      contact: { step: 'verify-contact', with: {}, exits: { verified: 'end', skip: 'end' } },
      end: { step: 'complete', with: {}, exits: {} },
    },
  } } };
}

const population = 'customers';
const world = await testJourneys({ change: withContact });
const { credentials, database, directory, federation, mails, sessions, clock } = world;
const occasion = { actor: { kind: 'system' } } as const;
const prepared = 'a password of the thief';
const victim = 'victim@example.org';
const upstream = { provider: 'bank', issuer: 'https://bank.example/', emailProved: false, twoFactors: false, at: clock() };

/** An account of the thief's, who has typed an address into it that they can't read the mail of. */
async function trojan(own: string, claimed: string): Promise<PrincipalRef> {
  const run = newId(clock(), systemRandomness);
  return database.transaction(async (tx) => {
    const { principal } = await directory.createPrincipal(tx, { population, kind: 'person', basis: 'sign-up', actor: { kind: 'system' } });
    const ref = { population, principal };
    for (const value of [own, claimed]) {
      await directory.addIdentifier(tx, ref, { kind: 'email', value, actor: { kind: 'system' }, run });
    }
    await directory.verifyIdentifier(tx, ref, { kind: 'email', value: own, actor: { kind: 'system' }, run });
    await credentials.passwords.set(tx, ref, prepared, { minimum: 8, context: [], occasion });
    await federation.link(tx, ref, { ...upstream, subject: own }, occasion);
    return ref;
  });
}

const openSession = (ref: PrincipalRef) => database.transaction((tx) => (
  sessions.start(tx, { ref, proofs: [{ kind: 'password', at: clock() }] })));
const heldBy = async (ref: PrincipalRef) => (await credentials.list(database.db, ref)).map(({ kind }) => kind);

test('trojan identifier: what was prepared under an unproved claim is gone when the owner comes, who gets an account of their own', async () => {
  const thief = await trojan('thief@example.net', victim);
  const { session } = await openSession(thief);
  const browser = testBrowser(world, population);
  const run = await browser.start('sign-up');
  await browser.send(run, { choice: 'continue', identifier: victim });
  clock.advance(minute);
  await browser.send(run, { choice: 'continue', code: lastCode(mails, victim) });
  await browser.send(run, { choice: 'continue', displayName: 'Vic' });
  await browser.send(run, { choice: 'skip' });
  const own = await sessions.findBySecret(population, browser.kept.session!);
  assert.ok(own && own.principal !== thief.principal);
  const found = await directory.findByIdentifier(database.db, population, victim);
  assert.equal(found?.principal, own.principal);
  assert.deepEqual((await directory.identifiers(database.db, own)).map(({ value }) => value), [victim], 'nothing of the thief\'s came along');
  assert.deepEqual(await heldBy(thief), []);
  assert.deepEqual(await federation.links(database.db, thief), []);
  assert.equal(await sessions.find(population, session.id), undefined);
});

test('trojan identifier, the other way: an address that another run put into the account takes its ways in with it', async () => {
  const ref = await trojan('shared@example.org', 'later@example.org');
  const authenticator = createSoftAuthenticator({ rpId: 'localhost', origin: 'http://localhost:3000' });
  const bind = (made = authenticator) => database.transaction(async (tx) => {
    const rp = { id: 'localhost', name: 'Test', origins: ['http://localhost:3000'] };
    const options = await credentials.passkeys.registrationOptions(tx, ref, rp, { name: 'x', displayName: 'x' });
    await credentials.passkeys.register(tx, ref, rp, { response: made.create(options), challenge: options.challenge, occasion });
  });
  await bind();
  await bind(createSoftAuthenticator({ rpId: 'localhost', origin: 'http://localhost:3000' }));
  const before = await openSession(ref);
  const browser = testBrowser(world, population);
  browser.kept.session = (await openSession(ref)).secret;
  clock.advance(minute);
  const run = await browser.start('profile-edit', { ask: { application: null, principal: ref.principal } });
  const { screen } = await browser.see(run);
  assert.ok(screen.step === 'passkey');
  await browser.send(run, { choice: 'passkey', credential: JSON.stringify(authenticator.get(screen.options as never)) });
  await browser.send(run, { choice: 'send', address: 'later@example.org' });
  clock.advance(minute);
  assert.equal(await browser.send(run, { choice: 'continue', code: lastCode(mails, 'later@example.org') }), '/back');
  assert.deepEqual(await heldBy(ref), ['passkey'], 'the one that was just shown');
  assert.deepEqual(await federation.links(database.db, ref), []);
  assert.equal(await sessions.find(population, before.session.id), undefined);
  assert.ok(await sessions.findBySecret(population, browser.kept.session!), 'who proved both is signed in');
});

test('an address that the organisation gave, not yet proved, takes nothing with it', async () => {
  const { principal } = await database.transaction((tx) => directory.createPrincipal(tx, {
    population, kind: 'person', basis: 'operator', actor: { kind: 'system' } }));
  const ref = { population, principal };
  await database.transaction(async (tx) => {
    for (const value of ['given@example.org', 'given@second.example']) {
      await directory.addIdentifier(tx, ref, { kind: 'email', value, actor: { kind: 'system' } });
    }
    await directory.verifyIdentifier(tx, ref, { kind: 'email', value: 'given@example.org', actor: { kind: 'system' } });
    await credentials.passwords.set(tx, ref, 'a password of my own', { minimum: 8, context: [], occasion });
  });
  const browser = testBrowser(world, population);
  browser.kept.session = (await openSession(ref)).secret;
  const run = await browser.start('profile-edit', { ask: { application: null, principal } });
  await browser.send(run, { choice: 'continue', code: lastCode(mails, 'given@example.org') });
  await browser.send(run, { choice: 'send', address: 'given@second.example' });
  await browser.send(run, { choice: 'continue', code: lastCode(mails, 'given@second.example') });
  assert.deepEqual(await heldBy(ref), ['password']);
});

/** The thief has been in the account; its owner gets it back by the mailbox. */
async function recover(address: string): Promise<void> {
  const browser = testBrowser(world, population);
  const run = await browser.start('recover');
  await browser.send(run, { choice: 'continue', identifier: address });
  clock.advance(minute);
  await browser.send(run, { choice: 'continue', code: lastCode(mails, address) });
  assert.equal(await browser.send(run, { choice: 'continue', password: 'a new password of the owner' }), '/back');
}

test('unexpired session: whoever is signed in before the owner comes by recovery is out, everywhere', async () => {
  const ref = await trojan('unexpired@example.org', 'unused@example.org');
  const open = [await openSession(ref), await openSession(ref)];
  clock.advance(minute);
  await recover('unexpired@example.org');
  for (const { session, secret } of open) {
    assert.equal(await sessions.find(population, session.id), undefined);
    assert.equal(await sessions.findBySecret(population, secret), undefined);
  }
});

test('unexpired e-mail change: a change that was begun before the owner recovered is never finished', async () => {
  const ref = await trojan('change@example.org', 'unused@example.net');
  const thief = testBrowser(world, population);
  thief.kept.session = (await openSession(ref)).secret;
  const run = await thief.start('profile-edit', { ask: { application: null, principal: ref.principal } });
  clock.advance(minute);
  await thief.send(run, { choice: 'continue', code: lastCode(mails, 'change@example.org') });
  await thief.send(run, { choice: 'send', address: 'thief@second.example' });
  clock.advance(minute);
  await recover('change@example.org');
  const form = { choice: 'continue', code: lastCode(mails, 'thief@second.example') };
  await assert.rejects(thief.send(run, form), { code: 'credential.refused' });
  assert.equal(await directory.findByIdentifier(database.db, population, 'thief@second.example'), undefined);
});
