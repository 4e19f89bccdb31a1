import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSoftAuthenticator } from '../../../credentials/testing.ts';
import { day } from '../../../kernel/index.ts';
import type { Ask } from '../../step.ts';
import { lastCode, testBrowser, testJourneys } from '../../testing.ts';

const world = await testJourneys();
const population = 'customers';
const phrase = 'a long and quiet sentence';
const authenticator = () => createSoftAuthenticator({ rpId: 'localhost', origin: 'http://localhost:3000', userVerified: false });

/** Somebody with an address, and a password where they are to have one. */
async function person(address: string, withPassword: boolean) {
  const browser = testBrowser(world, population);
  const run = await browser.start('sign-up');
  await browser.send(run, { choice: 'continue', identifier: address });
  await browser.send(run, { choice: 'continue', code: lastCode(world.mails, address) });
  await browser.send(run, { choice: 'continue', displayName: 'Ada' });
  await browser.send(run, { choice: 'skip' });
  const session = (await world.sessions.findBySecret(population, browser.kept.session!))!;
  const ref = { population, principal: session.principal };
  if (withPassword) {
    await world.database.transaction((tx) => world.credentials.passwords.set(tx, ref, phrase, {
      minimum: 15, context: [], occasion: { actor: { kind: 'system' } },
    }));
  }
  return ref;
}

async function signIn(address: string, withPassword: boolean, ask: Ask = { application: null }) {
  const browser = testBrowser(world, population);
  const run = await browser.start('sign-in', { ask });
  await browser.send(run, { choice: 'continue', identifier: address });
  if (withPassword) await browser.send(run, { choice: 'password' });
  const end = await browser.send(run, withPassword
    ? { choice: 'continue', password: phrase } : { choice: 'continue', code: lastCode(world.mails, address) });
  return { browser, run, end };
}

test('who says "not now" is left alone for as long as the policy says, and then asked once more', async () => {
  await person('ada@example.org', false);
  const first = await signIn('ada@example.org', false);
  assert.equal((await first.browser.see(first.run)).screen.step, 'enrol-passkey');
  assert.equal(await first.browser.send(first.run, { choice: 'skip' }), '/back');
  world.clock.advance(89 * day);
  assert.equal((await signIn('ada@example.org', false)).end, '/back');
  world.clock.advance(2 * day);
  const later = await signIn('ada@example.org', false);
  assert.equal((await later.browser.see(later.run)).screen.step, 'enrol-passkey');
});

test('what somebody declined is forgotten with the rest of what the account was opened with', async () => {
  const ref = await person('bea@example.org', false);
  const { browser, run } = await signIn('bea@example.org', false);
  await browser.send(run, { choice: 'skip' });
  assert.ok(await world.credentials.offers.declinedAt(world.database.db, ref, 'passkey'));
  await world.database.transaction((tx) => world.credentials.removeAll(tx, ref, {
    reason: 'test', occasion: { actor: { kind: 'system' } },
  }));
  assert.equal(await world.credentials.offers.declinedAt(world.database.db, ref, 'passkey'), undefined);
});

test('nobody is held up by an offer where an application asked for more than a sign-in', async () => {
  const ref = await person('cyn@example.org', true);
  for (const more of [{ maxAge: 60 }, { principal: ref.principal }] as const) {
    const { end } = await signIn('cyn@example.org', false, { application: null, ...more });
    assert.equal(end, '/back', JSON.stringify(more));
  }
  const { browser, run } = await signIn('cyn@example.org', true, { application: null, acr: 'urn:limen:acr:mfa' });
  const raised = (await browser.see(run)).screen;
  assert.ok(raised.step === 'enrol-passkey' && raised.reason === 'required', 'what was asked for is no offer');
  assert.equal(await world.credentials.offers.declinedAt(world.database.db, ref, 'passkey'), undefined);
  // Every application asks for what its population requires: that is no more than a sign-in.
  const plain = await signIn('cyn@example.org', false, { application: null, acr: 'urn:limen:acr:basic' });
  assert.equal((await plain.browser.see(plain.run)).screen.step, 'enrol-passkey');
});

test('after a password a password manager may make one by itself, which its owner is told', async () => {
  const ref = await person('dee@example.org', true);
  const { browser, run } = await signIn('dee@example.org', true);
  const { screen } = await browser.see(run);
  assert.ok(screen.step === 'enrol-passkey' && screen.silently);
  const manager = authenticator();
  manager.userPresent = false;
  const credential = JSON.stringify(manager.create(screen.options as never));
  assert.equal(await browser.send(run, { choice: 'passkey', credential }), '/back');
  assert.deepEqual((await world.credentials.list(world.database.db, ref)).map(({ kind }) => kind).sort(), ['passkey', 'password']);
  const told = world.mails.findLast(({ to }) => to === 'dee@example.org')?.message;
  assert.equal(told?.kind === 'credential-changed' && told.change, 'passkey-added');
});

test('without a password nothing is made by itself: a passkey without a presence is refused', async () => {
  const ref = await person('eve@example.org', false);
  const { browser, run } = await signIn('eve@example.org', false);
  const { screen } = await browser.see(run);
  assert.ok(screen.step === 'enrol-passkey' && !screen.silently);
  const manager = authenticator();
  manager.userPresent = false;
  await browser.send(run, { choice: 'passkey', credential: JSON.stringify(manager.create(screen.options as never)) });
  assert.equal((await browser.see(run)).notice?.code, 'passkey.refused');
  assert.deepEqual(await world.credentials.list(world.database.db, ref), []);
});
