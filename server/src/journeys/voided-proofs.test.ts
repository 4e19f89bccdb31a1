import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSoftAuthenticator } from '../credentials/testing.ts';
import { minute, type PrincipalRef } from '../kernel/index.ts';
import type { SessionEndReason } from '../../../contract/events/index.ts';
import { lastCode, testBrowser, testJourneys } from './testing.ts';
import { withoutVoided } from './voided-proofs.ts';

const world = await testJourneys();
const { credentials, database, directory, sessions, mails, clock } = world;
const operator = { kind: 'operator', id: 'test' } as const;
const occasion = { actor: operator };
const population = 'customers';
const password = 'an old password of mine';
type Browser = ReturnType<typeof testBrowser>;

async function somebody(address: string, hasPassword = true): Promise<PrincipalRef> {
  return database.transaction(async (tx) => {
    const { principal } = await directory.createPrincipal(tx, { population, kind: 'person', basis: 'operator', actor: operator });
    const ref = { population, principal };
    const identifier = { kind: 'email', value: address, actor: operator } as const;
    await directory.addIdentifier(tx, ref, identifier);
    await directory.verifyIdentifier(tx, ref, identifier);
    if (hasPassword) await credentials.passwords.set(tx, ref, password, { minimum: 8, context: [], occasion });
    return ref;
  });
}

/** A thief with the password, who stops where a passkey is offered. */
async function parked(address: string): Promise<{ browser: Browser; run: string; form: Record<string, string> }> {
  const browser = testBrowser(world, population);
  const run = await browser.start('sign-in');
  await browser.send(run, { choice: 'continue', identifier: address });
  await browser.send(run, { choice: 'password' });
  await browser.send(run, { choice: 'continue', password });
  const { screen } = await browser.see(run);
  assert.ok(screen.step === 'enrol-passkey');
  const authenticator = createSoftAuthenticator({ rpId: 'localhost', origin: 'http://localhost:3000' });
  clock.advance(minute);
  return { browser, run, form: { choice: 'passkey', credential: JSON.stringify(authenticator.create(screen.options as never)) } };
}

const endAll = (ref: PrincipalRef, reason: SessionEndReason) => (
  database.transaction((tx) => sessions.endAll(tx, ref, reason, operator)));
const passkeysOf = async (ref: PrincipalRef) => (
  (await credentials.list(database.db, ref)).filter(({ kind }) => kind === 'passkey').length);

async function bindsNothing(ref: PrincipalRef, { browser, run, form }: Awaited<ReturnType<typeof parked>>): Promise<void> {
  await assert.rejects(browser.send(run, form), { code: 'credential.refused' });
  assert.equal(await passkeysOf(ref), 0);
  await browser.send(run, { choice: 'skip' });
  const { screen } = await browser.see(run);
  assert.ok(screen.step === 'refuse' && screen.reason === 'not-strong-enough');
  assert.equal(browser.kept.session, undefined);
}

for (const reason of ['recovered', 'reported', 'credential-removed', 'operator', 'signed-out'] as const) {
  test(`a form that waits while all sessions end (${reason}) binds nothing and starts no session`, async () => {
    const ref = await somebody(`${reason}@example.org`);
    const waiting = await parked(`${reason}@example.org`);
    await endAll(ref, reason);
    await bindsNothing(ref, waiting);
  });
}

test('nor does one that waits while the principal is suspended and let back in', async () => {
  const ref = await somebody('suspended@example.org');
  const waiting = await parked('suspended@example.org');
  await database.transaction((tx) => directory.suspend(tx, ref, operator, 'looked into'));
  await assert.rejects(waiting.browser.send(waiting.run, waiting.form), { code: 'credential.refused' });
  await database.transaction((tx) => directory.reactivate(tx, ref, operator, 'settled'));
  await bindsNothing(ref, waiting);
});

test('nor one whose session the desk ends', async () => {
  const ref = await somebody('one@example.org');
  const { session } = await database.transaction((tx) => sessions.start(tx, { ref, proofs: [{ kind: 'password', at: clock() }] }));
  const waiting = await parked('one@example.org');
  await database.transaction((tx) => sessions.end(tx, population, session.id, 'operator', operator));
  await bindsNothing(ref, waiting);
});

test('a run goes on after a void that it made itself, and not after one that somebody made since', async () => {
  const ref = await somebody('thief@example.org', false);
  await database.transaction(async (tx) => {
    const rp = { id: 'localhost', name: 'Test', origins: ['http://localhost:3000'] };
    const options = await credentials.passkeys.registrationOptions(tx, ref, rp, { name: 'x', displayName: 'x' });
    const response = createSoftAuthenticator({ rpId: 'localhost', origin: 'http://localhost:3000' }).create(options);
    await credentials.passkeys.register(tx, ref, rp, { response, challenge: options.challenge, occasion });
  });
  const [code] = await database.transaction((tx) => credentials.recoveryCodes.issue(tx, ref, occasion));
  const browser = testBrowser(world, population);
  const run = await browser.start('recover');
  await browser.send(run, { choice: 'continue', identifier: 'thief@example.org' });
  await browser.send(run, { choice: 'continue', code: lastCode(mails, 'thief@example.org') });
  clock.advance(minute);
  await browser.send(run, { choice: 'continue', code: code! });
  const authenticator = createSoftAuthenticator({ rpId: 'localhost', origin: 'http://localhost:3000' });
  const { screen } = await browser.see(run);
  assert.ok(screen.step === 'enrol-passkey');
  clock.advance(minute);
  await browser.send(run, { choice: 'passkey', credential: JSON.stringify(authenticator.create(screen.options as never)) });
  const use = (await browser.see(run)).screen;
  assert.ok(use.step === 'passkey');
  clock.advance(minute);
  await browser.send(run, { choice: 'passkey', credential: JSON.stringify(authenticator.get(use.options as never)) });
  assert.equal((await browser.see(run)).screen.step, 'show-recovery-codes', 'its own recovery lets it go on');
  clock.advance(minute);
  await endAll(ref, 'reported');
  await assert.rejects(browser.send(run, { choice: 'make' }), { code: 'credential.refused' });
  await browser.send(run, { choice: 'skip' });
  assert.equal(browser.kept.session, undefined);
});

test('what was shown at the very time of the void, or after it, counts', () => {
  const at = new Date(1_000);
  const facts = { principal: 'p', proofs: [{ kind: 'password', at: new Date(999) }, { kind: 'totp', at }] } as const;
  assert.deepEqual(withoutVoided(facts, { proofsCountFrom: at }).proofs.map(({ kind }) => kind), ['totp']);
  assert.equal(withoutVoided(facts, { proofsCountFrom: null }), facts);
  assert.equal(withoutVoided({ ...facts, voided: { at } }, { proofsCountFrom: at }).proofs.length, 2);
  assert.equal(withoutVoided({ ...facts, voided: { at: new Date(500) } }, { proofsCountFrom: at }).proofs.length, 1);
});
