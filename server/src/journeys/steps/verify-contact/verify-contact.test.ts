import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PolicyContent } from '../../../../../contract/policy/index.ts';
import { createSoftAuthenticator } from '../../../credentials/testing.ts';
import { lastCode, testBrowser, testJourneys } from '../../testing.ts';

/** Signing in by code, and then an offer to add another address. */
function withContact(content: PolicyContent): PolicyContent {
  if (content.population.kind !== 'customer') return content;
  return { ...content, journeys: { ...content.journeys, 'sign-in': {
    purpose: 'sign-in', timeLimit: '30m', start: 'who', nodes: {
      who: { step: 'identify', with: { mode: 'sign-in', ask: 'email', passkey: false }, exits: { identified: 'code', other: 'journey:sign-up' } },
      code: { step: 'email-code', with: {}, exits: { verified: 'contact' } },
      contact: { step: 'verify-contact', with: {}, exits: { verified: 'end', skip: 'end' } },
      end: { step: 'complete', with: {}, exits: {} },
    },
  } } };
}

const population = 'customers';
const world = await testJourneys({ change: withContact });

async function account(address: string, withPasskey = false) {
  const browser = testBrowser(world, population);
  const run = await browser.start('sign-up');
  await browser.send(run, { choice: 'continue', identifier: address });
  await browser.send(run, { choice: 'continue', code: lastCode(world.mails, address) });
  await browser.send(run, { choice: 'continue', displayName: 'Ada' });
  const { screen } = await browser.see(run);
  const authenticator = createSoftAuthenticator({ rpId: 'localhost', origin: 'http://localhost:3000' });
  await browser.send(run, withPasskey && screen.step === 'enrol-passkey'
    ? { choice: 'passkey', credential: JSON.stringify(authenticator.create(screen.options as never)) } : { choice: 'skip' });
  const session = (await world.sessions.findBySecret(population, browser.kept.session!))!;
  return { population, principal: session.principal };
}

async function signIn(address: string) {
  const browser = testBrowser(world, population);
  const run = await browser.start('sign-in');
  await browser.send(run, { choice: 'continue', identifier: address });
  const end = await browser.send(run, { choice: 'continue', code: lastCode(world.mails, address) });
  return { browser, run, end };
}

const addressesOf = async (ref: { population: string; principal: string }) => (
  (await world.directory.identifiers(world.database.db, ref)).map(({ value, verifiedAt }) => [value, verifiedAt !== null]));

test('an address counts once its code was typed; then it opens the account, and the one before is told', async () => {
  const ada = await account('ada@example.org');
  const { browser, run } = await signIn('ada@example.org');
  await browser.send(run, { choice: 'send', address: 'Ada@Second.example' });
  const { screen } = await browser.see(run);
  assert.equal(screen.step === 'verify-contact' && screen.address, 'ada@second.example');
  assert.deepEqual(await addressesOf(ada), [['ada@example.org', true]], 'nothing is stored before the code');
  await browser.send(run, { choice: 'continue', code: '000000' });
  assert.equal((await browser.see(run)).notice?.code, 'code.wrong');
  assert.equal(await browser.send(run, { choice: 'continue', code: lastCode(world.mails, 'ada@second.example') }), '/back');
  assert.deepEqual(await addressesOf(ada), [['ada@example.org', true], ['ada@second.example', true]]);
  const told = world.mails.filter(({ message }) => message.kind === 'credential-changed' && message.change === 'email-added');
  assert.deepEqual(told.map(({ to }) => to), ['ada@example.org']);
  const session = await world.sessions.findBySecret(population, browser.kept.session!);
  assert.equal(session?.assurance.acr, 'urn:limen:acr:basic', 'it proves nothing of who signs in');
  const found = await world.directory.findByIdentifier(world.database.db, population, 'ada@second.example');
  assert.equal(found?.principal, ada.principal);
});

test('an address of another account is told to be so only to who reads its mail, and stays where it is', async () => {
  const bea = await account('bea@example.org');
  const cyn = await account('cyn@example.org');
  const { browser, run } = await signIn('bea@example.org');
  const screens = [];
  for (const address of ['cyn@example.org', 'nobody@example.org']) {
    await browser.send(run, { choice: 'send', address });
    const { screen, notice } = await browser.see(run);
    screens.push(JSON.stringify([screen, notice]).replaceAll(address, 'X'));
    if (address === 'nobody@example.org') continue;
    await browser.send(run, { choice: 'back' });
  }
  assert.equal(screens[0], screens[1]);
  await browser.send(run, { choice: 'back' });
  await browser.send(run, { choice: 'send', address: 'cyn@example.org' });
  await browser.send(run, { choice: 'continue', code: lastCode(world.mails, 'cyn@example.org') });
  assert.equal((await browser.see(run)).notice?.code, 'email.taken');
  assert.deepEqual(await addressesOf(bea), [['bea@example.org', true]]);
  assert.deepEqual(await addressesOf(cyn), [['cyn@example.org', true]]);
});

test('a code that went to one address proves no other', async () => {
  const dee = await account('dee@example.org');
  const { browser, run } = await signIn('dee@example.org');
  await browser.send(run, { choice: 'send', address: 'mine@example.org' });
  const code = lastCode(world.mails, 'mine@example.org');
  await browser.send(run, { choice: 'back' });
  await browser.send(run, { choice: 'send', address: 'yours@example.org' });
  await browser.send(run, { choice: 'continue', code });
  assert.equal((await browser.see(run)).notice?.code, 'code.wrong');
  assert.deepEqual(await addressesOf(dee), [['dee@example.org', true]]);
});

test('a weaker way in adds no address: whoever has a passkey and showed a code is let by', async () => {
  const eve = await account('eve@example.org', true);
  const { end } = await signIn('eve@example.org');
  assert.equal(end, '/back');
  assert.deepEqual(await addressesOf(eve), [['eve@example.org', true]]);
});

test('what was proved before counts no more once the account was looked after meanwhile', async () => {
  const fay = await account('fay@example.org');
  const { browser, run } = await signIn('fay@example.org');
  await browser.send(run, { choice: 'send', address: 'fay@second.example' });
  world.clock.advance(1_000);
  await world.database.transaction((tx) => world.directory.voidProofs(tx, fay));
  await assert.rejects(() => browser.send(run, { choice: 'continue', code: lastCode(world.mails, 'fay@second.example') }));
  assert.deepEqual(await addressesOf(fay), [['fay@example.org', true]]);
});

test('what is no address, and what the account has, is said so', async () => {
  await account('gil@example.org');
  const { browser, run } = await signIn('gil@example.org');
  for (const [address, code] of [['gil', 'email.invalid'], ['GIL@example.org', 'email.known']] as const) {
    await browser.send(run, { choice: 'send', address });
    const { screen, notice } = await browser.see(run);
    assert.equal(notice?.code, code);
    assert.equal(screen.step === 'verify-contact' && screen.typed, address);
  }
});
