import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSoftAuthenticator } from '../credentials/testing.ts';
import { day, hour, minute } from '../kernel/index.ts';
import { lastCode, testBrowser, testJourneys, type TestJourneys } from './testing.ts';

const world = await testJourneys();
const population = 'customers';
const origin = 'http://localhost:3000';
const newAuthenticator = () => createSoftAuthenticator({ rpId: 'localhost', origin });

/** Signs up with an address and, where an authenticator is given, a passkey. */
async function signUp(address: string, authenticator?: ReturnType<typeof newAuthenticator>) {
  const browser = testBrowser(world, population);
  const run = await browser.start('sign-up');
  await browser.send(run, { choice: 'continue', identifier: address });
  await browser.send(run, { choice: 'continue', code: lastCode(world.mails, address) });
  await browser.send(run, { choice: 'continue', displayName: 'Ada' });
  const { screen } = await browser.see(run);
  assert.equal(screen.step, 'enrol-passkey');
  const end = await browser.send(run, authenticator && screen.step === 'enrol-passkey'
    ? { choice: 'passkey', credential: JSON.stringify(authenticator.create(screen.options as never)) }
    : { choice: 'skip' });
  assert.equal(end, '/back');
  return browser;
}

async function resultOf(browser: ReturnType<typeof testBrowser>, from: TestJourneys = world) {
  return from.journeys.takeResult({ population, returnTo: '/back', browser: browser.context() });
}

test('a customer signs up with a passkey and gets a session that resists phishing', async () => {
  const browser = await signUp('ada@example.org', newAuthenticator());
  const result = await resultOf(browser);
  assert.equal(result?.outcome, 'completed');
  const session = await world.sessions.findBySecret(population, browser.kept.session!);
  assert.equal(session?.assurance.acr, 'urn:limen:acr:phr');
  assert.equal(result?.outcome === 'completed' && result.sessionId, session?.id);
  assert.equal(await resultOf(browser), undefined, 'a result is taken once');
});

test('a passkey from the first field signs in without a word typed', async () => {
  const authenticator = newAuthenticator();
  await signUp('bea@example.org', authenticator);
  const browser = testBrowser(world, population);
  const run = await browser.start('sign-in');
  const { screen } = await browser.see(run);
  assert.ok(screen.step === 'identify' && screen.passkey);
  const credential = JSON.stringify(authenticator.get(screen.passkey as never));
  assert.equal(await browser.send(run, { choice: 'passkey', credential }), '/back');
  assert.equal((await resultOf(browser))?.outcome, 'completed');
});

test('a code by mail signs in, then a passkey is offered and may be skipped', async () => {
  await signUp('cyn@example.org');
  const browser = testBrowser(world, population);
  const run = await browser.start('sign-in');
  await browser.send(run, { choice: 'continue', identifier: 'CYN@EXAMPLE.org' });
  await browser.send(run, { choice: 'continue', code: lastCode(world.mails, 'cyn@example.org') });
  assert.equal((await browser.see(run)).screen.step, 'enrol-passkey');
  assert.equal(await browser.send(run, { choice: 'skip' }), '/back');
  const session = await world.sessions.findBySecret(population, browser.kept.session!);
  assert.equal(session?.assurance.acr, 'urn:limen:acr:basic');
});

test('a stranger sees the same screens as a customer, and no code is right', async () => {
  await signUp('dee@example.org');
  const screens = [];
  for (const identifier of ['dee@example.org', 'nobody@example.org']) {
    const browser = testBrowser(world, population);
    const run = await browser.start('sign-in');
    await browser.send(run, { choice: 'continue', identifier });
    const first = await browser.see(run);
    await browser.send(run, { choice: 'continue', code: '000000' });
    const second = await browser.see(run);
    screens.push(JSON.stringify([first.screen, first.notice, second.screen, second.notice]).replaceAll(identifier, 'X'));
  }
  assert.equal(screens[0], screens[1]);
  assert.deepEqual(world.mails.filter((mail) => mail.to === 'nobody@example.org').map((mail) => mail.message.kind), ['no-account']);
});

test('signing up with a known address signs in to its account once the address is proved', async () => {
  await signUp('eve@example.org');
  const known = await world.directory.findByIdentifier(world.database.db, population, 'eve@example.org');
  const browser = testBrowser(world, population);
  const run = await browser.start('sign-up');
  await browser.send(run, { choice: 'continue', identifier: 'eve@example.org' });
  await browser.send(run, { choice: 'continue', code: lastCode(world.mails, 'eve@example.org') });
  const result = await resultOf(browser);
  assert.equal(result?.outcome === 'completed' && result.principal, known?.principal);
});

test('a step-up finished as somebody else is refused', async () => {
  const authenticator = newAuthenticator();
  const [ada, fay] = [await signUp('gil@example.org', newAuthenticator()), await signUp('fay@example.org', authenticator)];
  const gil = await world.sessions.findBySecret(population, ada.kept.session!);
  const run = await ada.start('step-up', { ask: { application: null, principal: gil!.principal, acr: 'urn:limen:acr:phr' } });
  const { screen } = await ada.see(run);
  assert.equal(screen.step, 'passkey');
  const options = { ...(screen as { options: { allowCredentials?: unknown } }).options, allowCredentials: [] };
  const credential = JSON.stringify(authenticator.get(options as never));
  await ada.send(run, { choice: 'passkey', credential });
  assert.equal((await ada.see(run)).notice?.code, 'passkey.refused');
  assert.ok(fay.kept.session);
});

test('a step-up raises the session, and the old secret stops at once', async () => {
  const authenticator = newAuthenticator();
  await signUp('hal@example.org', authenticator);
  const browser = testBrowser(world, population);
  const signIn = await browser.start('sign-in');
  await browser.send(signIn, { choice: 'continue', identifier: 'hal@example.org' });
  await browser.send(signIn, { choice: 'continue', code: lastCode(world.mails, 'hal@example.org') });
  const before = browser.kept.session!;
  const session = await world.sessions.findBySecret(population, before);
  assert.equal(session?.assurance.acr, 'urn:limen:acr:basic');
  const run = await browser.start('step-up', {
    ask: { application: null, principal: session!.principal, acr: 'urn:limen:acr:phr' }, returnTo: '/up',
  });
  const { screen } = await browser.see(run);
  assert.ok(screen.step === 'passkey');
  const credential = JSON.stringify(authenticator.get(screen.options as never));
  assert.equal(await browser.send(run, { choice: 'passkey', credential }), '/up');
  const raised = await world.sessions.findBySecret(population, browser.kept.session!);
  assert.equal(raised?.id, session?.id);
  assert.equal(raised?.assurance.acr, 'urn:limen:acr:phr');
  assert.equal(await world.sessions.findBySecret(population, before), undefined);
});

test('a second passkey is told to the address on file', async () => {
  await signUp('ivy@example.org');
  // What a browser sends is as long as it likes, and may say anything.
  const agent = `Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0 <b>call us at 0900</b>`;
  const browser = testBrowser(world, population, agent);
  const run = await browser.start('sign-in');
  await browser.send(run, { choice: 'continue', identifier: 'ivy@example.org' });
  await browser.send(run, { choice: 'continue', code: lastCode(world.mails, 'ivy@example.org') });
  const { screen } = await browser.see(run);
  assert.ok(screen.step === 'enrol-passkey');
  await browser.send(run, { choice: 'passkey', credential: JSON.stringify(newAuthenticator().create(screen.options as never)) });
  const told = world.mails.findLast((mail) => mail.to === 'ivy@example.org')?.message;
  assert.equal(told?.kind === 'credential-changed' && told.change, 'passkey-added');
  assert.equal(told?.kind === 'credential-changed' && told.device, 'Firefox on Linux');
  const session = await world.sessions.findBySecret(population, browser.kept.session!);
  const [bound] = await world.credentials.list(world.database.db, session!);
  assert.equal(told?.kind === 'credential-changed' && told.credential, bound?.id, 'so that the link in it stops this one');
  assert.equal(session?.assurance.acr, 'urn:limen:acr:basic', 'making a passkey proves nothing about who signed in');
});

test('a passkey that was made with the mailbox says so at a checkpoint, where it answers a challenge; one that came with the account does, too', async () => {
  const newcomer = newAuthenticator();
  await signUp('new@example.org', newcomer);
  await signUp('jo@example.org');
  world.clock.advance(100 * day);
  const made = newAuthenticator();
  const reader = testBrowser(world, population);
  const run = await reader.start('sign-in');
  await reader.send(run, { choice: 'continue', identifier: 'jo@example.org' });
  await reader.send(run, { choice: 'continue', code: lastCode(world.mails, 'jo@example.org') });
  const { screen } = await reader.see(run);
  assert.ok(screen.step === 'enrol-passkey');
  await reader.send(run, { choice: 'passkey', credential: JSON.stringify(made.create(screen.options as never)) });
  world.clock.advance(minute);
  const owner = testBrowser(world, population);
  const signIn = await owner.start('sign-in');
  const first = (await owner.see(signIn)).screen;
  assert.ok(first.step === 'identify');
  await owner.send(signIn, { choice: 'passkey', credential: JSON.stringify(newcomer.get(first.passkey as never)) });

  const askAbout = async (browser: typeof reader) => {
    const session = await world.sessions.findBySecret(population, browser.kept.session!);
    const { id, response } = await world.checkpoints.evaluate({ population, client: 'shop', session, action: { name: 'payout.change' }, resource: { type: 'account', id: 'main' } });
    const { features } = await world.checkpoints.get(population, id);
    return { response, factor: (features as { factor?: { boundFor: number; boundWith: string } }).factor, session: session! };
  };
  for (const [browser, authenticator, boundWith, age] of [[reader, made, 'less', minute], [owner, newcomer, 'account', 100 * day + minute]] as const) {
    const asked = await askAbout(browser);
    assert.deepEqual([asked.response, asked.factor], ['challenge', { boundFor: age, boundWith }], 'what could be shown');
    const up = await browser.start('step-up', { ask: { application: null, principal: asked.session.principal, acr: 'urn:limen:acr:phr', maxAge: 0 }, returnTo: '/up' });
    const shown = (await browser.see(up)).screen;
    assert.ok(shown.step === 'passkey', shown.step);
    await browser.send(up, { choice: 'passkey', credential: JSON.stringify(authenticator.get(shown.options as never)) });
    assert.deepEqual((await askAbout(browser)).factor, { boundFor: age, boundWith }, 'what was shown');
  }
});

test('a code counts for the address that it went to, not for one that was named afterwards', async () => {
  for (const purpose of ['sign-in', 'sign-up'] as const) {
    const [own, victim] = [`thief-${purpose}@example.org`, `victim-${purpose}@example.org`];
    await signUp(own);
    await signUp(victim);
    world.clock.advance(2 * hour);
    const browser = testBrowser(world, population);
    const run = await browser.start(purpose);
    // No mail goes to the victim any more, so the code before would stay the run's own.
    for (let mails = 0; mails < 5; mails += 1) {
      await browser.send(run, { choice: 'continue', identifier: victim });
      await browser.send(run, { choice: 'back' });
    }
    await browser.send(run, { choice: 'continue', identifier: own });
    const code = lastCode(world.mails, own);
    await browser.send(run, { choice: 'back' });
    await browser.send(run, { choice: 'continue', identifier: victim });
    assert.equal((await browser.see(run)).notice?.code, 'code.wait');
    await browser.send(run, { choice: 'continue', code });
    const { screen, notice } = await browser.see(run);
    assert.equal(screen.step, 'email-code');
    assert.equal(notice?.code, 'code.wrong');
    assert.equal(browser.kept.session, undefined);
  }
});
