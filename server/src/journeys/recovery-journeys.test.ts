import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TOTP } from 'otpauth';
import { createSoftAuthenticator } from '../credentials/testing.ts';
import type { PrincipalRef } from '../kernel/index.ts';
import { lastCode, testBrowser, testJourneys } from './testing.ts';

const world = await testJourneys();
const operator = { kind: 'operator', id: 'test' } as const;
const occasion = { actor: operator };
const newAuthenticator = () => createSoftAuthenticator({ rpId: 'localhost', origin: 'http://localhost:3000' });
type Browser = ReturnType<typeof testBrowser>;
const { credentials, sessions, database, mails } = world;

/** Somebody who is there already, with a session elsewhere. */
async function somebody(population: string, address: string, second?: string) {
  const ref: PrincipalRef = await database.transaction(async (tx) => {
    const { principal } = await world.directory.createPrincipal(tx, {
      population, kind: 'person', basis: 'operator', actor: operator, displayName: 'Ida',
    });
    for (const value of [address, ...(second ? [second] : [])]) {
      const identifier = { kind: 'email', value, actor: operator } as const;
      await world.directory.addIdentifier(tx, { population, principal }, identifier);
      await world.directory.verifyIdentifier(tx, { population, principal }, identifier);
    }
    return { population, principal };
  });
  return ref;
}

const bindPasskey = (ref: PrincipalRef, authenticator = newAuthenticator()) => database.transaction(async (tx) => {
  const rp = { id: 'localhost', name: 'Test', origins: ['http://localhost:3000'] };
  const options = await credentials.passkeys.registrationOptions(tx, ref, rp, { name: 'x', displayName: 'x' });
  await credentials.passkeys.register(tx, ref, rp, {
    response: authenticator.create(options), challenge: options.challenge, occasion,
  });
  return authenticator;
});
const setPassword = (ref: PrincipalRef, password = 'an old password of mine') => database.transaction((tx) =>
  credentials.passwords.set(tx, ref, password, { minimum: 8, context: [], occasion }));
const issueCodes = (ref: PrincipalRef) => database.transaction((tx) => credentials.recoveryCodes.issue(tx, ref, occasion));
const openSession = (ref: PrincipalRef) => database.transaction((tx) => sessions.start(tx, {
  ref, proofs: [{ kind: 'passkey', at: world.clock(), userVerified: true }],
}));

const stepOf = async (browser: Browser, run: string) => (await browser.see(run)).screen.step;
const noticesTo = (address: string) => mails.filter(({ to }) => to === address)
  .flatMap(({ message }) => (message.kind === 'credential-changed' ? [message.change] : []));
const makePasskey = async (browser: Browser, run: string) => {
  const authenticator = newAuthenticator();
  const { screen } = await browser.see(run);
  assert.ok(screen.step === 'enrol-passkey' && screen.reason === 'replaces-lost');
  await browser.send(run, { choice: 'passkey', credential: JSON.stringify(authenticator.create(screen.options as never)) });
  const use = (await browser.see(run)).screen;
  assert.ok(use.step === 'passkey');
  return browser.send(run, { choice: 'passkey', credential: JSON.stringify(authenticator.get(use.options as never)) });
};

test('whoever recovers in the browser where they have been signed in for a while is signed in anew', async () => {
  const ref = await somebody('customers', 'moss@example.org');
  await setPassword(ref);
  const browser = testBrowser(world, 'customers');
  const { session, secret } = await openSession(ref);
  browser.kept.session = secret;
  world.clock.advance(10 * 60_000);
  const run = await browser.start('recover');
  await browser.send(run, { choice: 'continue', identifier: 'moss@example.org' });
  await browser.send(run, { choice: 'continue', code: lastCode(mails, 'moss@example.org') });
  assert.equal(await browser.send(run, { choice: 'continue', password: 'a new password of mine' }), '/back');
  assert.equal(await sessions.find('customers', session.id), undefined);
  assert.notEqual(browser.kept.session, secret);
});

test('a forgotten password is replaced by a code to the address; every address is told and everybody else is out', async () => {
  const ref = await somebody('customers', 'ada@example.org', 'ada@second.example');
  await setPassword(ref);
  const elsewhere = await openSession(ref);
  const browser = testBrowser(world, 'customers');
  const run = await browser.start('sign-in');
  await browser.send(run, { choice: 'continue', identifier: 'ada@example.org' });
  await browser.send(run, { choice: 'password' });
  const { screen } = await browser.see(run);
  assert.ok(screen.step === 'password' && screen.ways.includes('forgot'));
  await browser.send(run, { choice: 'forgot' });
  assert.equal(await stepOf(browser, run), 'email-code');
  await browser.send(run, { choice: 'continue', code: lastCode(mails, 'ada@example.org') });
  assert.equal(await stepOf(browser, run), 'set-password');
  assert.equal(await browser.send(run, { choice: 'continue', password: 'a new password of mine' }), '/back');

  assert.equal(await sessions.find('customers', elsewhere.session.id), undefined);
  const own = await sessions.findBySecret('customers', browser.kept.session!);
  assert.equal(own?.assurance.acr, 'urn:limen:acr:basic');
  assert.deepEqual(noticesTo('ada@example.org'), ['recovery-begun', 'password-set']);
  assert.deepEqual(noticesTo('ada@second.example'), ['recovery-begun', 'password-set']);
  assert.equal(await credentials.passwords.verify('customers', ref, 'a new password of mine', occasion), true);
  assert.equal(await credentials.passwords.verify('customers', ref, 'an old password of mine', occasion), false);
  await world.events.settle();
  const told = await world.events.read({ population: 'customers', principal: ref.principal, limit: 100 });
  assert.deepEqual(told.find(({ type }) => type === 'principal.recovered')?.open, { methods: ['email-code'] });
  assert.deepEqual(told.find(({ type }) => type === 'session.ended')?.open, { reason: 'recovered' });
});

test('every address is told when a recovery begins, before anything is bound, and whoever says no stops it', async () => {
  const ref = await somebody('customers', 'lea@example.org', 'lea@second.example');
  await setPassword(ref);
  const thief = testBrowser(world, 'customers');
  const run = await thief.start('recover');
  await thief.send(run, { choice: 'continue', identifier: 'lea@example.org' });
  assert.deepEqual(noticesTo('lea@second.example'), [], 'a name that was typed sends nothing');
  world.clock.advance(1000);
  await thief.send(run, { choice: 'continue', code: lastCode(mails, 'lea@example.org') });
  assert.equal(await stepOf(thief, run), 'set-password');
  for (const address of ['lea@example.org', 'lea@second.example']) assert.deepEqual(noticesTo(address), ['recovery-begun']);
  world.clock.advance(1000);
  // What the link in the notice does (checkpoints/report-not-me.ts).
  await database.transaction((tx) => sessions.endAll(tx, ref, 'reported', operator));
  await assert.rejects(thief.send(run, { choice: 'continue', password: 'a password of the thief' }), { code: 'credential.refused' });
  assert.equal(await credentials.passwords.verify('customers', ref, 'an old password of mine', occasion), true);
});

test('somebody who has a passkey shows it before the password is replaced; a code by mail alone is not enough', async () => {
  const ref = await somebody('customers', 'bea@example.org');
  await setPassword(ref);
  const authenticator = await bindPasskey(ref);
  const browser = testBrowser(world, 'customers');
  const run = await browser.start('recover');
  await browser.send(run, { choice: 'continue', identifier: 'bea@example.org' });
  await browser.send(run, { choice: 'continue', code: lastCode(mails, 'bea@example.org') });
  const { screen } = await browser.see(run);
  assert.ok(screen.step === 'passkey' && screen.ways.includes('lost'));
  await browser.send(run, { choice: 'passkey', credential: JSON.stringify(authenticator.get(screen.options as never)) });
  assert.equal(await stepOf(browser, run), 'set-password');
  assert.equal(await browser.send(run, { choice: 'continue', password: 'a new password of mine' }), '/back');
});

test('a browser that is signed in recovers: its old session ends with the others, and it gets a new one', async () => {
  const ref = await somebody('customers', 'cyn@example.org');
  await setPassword(ref);
  const browser = testBrowser(world, 'customers');
  const before = await openSession(ref);
  browser.kept.session = before.secret;
  const run = await browser.start('recover');
  await browser.send(run, { choice: 'continue', identifier: 'cyn@example.org' });
  await browser.send(run, { choice: 'continue', code: lastCode(mails, 'cyn@example.org') });
  assert.equal(await browser.send(run, { choice: 'continue', password: 'a new password of mine' }), '/back');
  assert.equal(await sessions.find('customers', before.session.id), undefined);
  const now = await sessions.findBySecret('customers', browser.kept.session!);
  assert.ok(now && now.id !== before.session.id);
});

test('a lost passkey is replaced with a recovery code after the address was proved, and the codes are replaced', async () => {
  const ref = await somebody('customers', 'dee@example.org');
  await bindPasskey(ref);
  const [code, unused] = await issueCodes(ref);
  const browser = testBrowser(world, 'customers');
  const run = await browser.start('recover');
  await browser.send(run, { choice: 'continue', identifier: 'dee@example.org' });
  await browser.send(run, { choice: 'continue', code: lastCode(mails, 'dee@example.org') });
  assert.equal(await stepOf(browser, run), 'recovery-code');
  await browser.send(run, { choice: 'continue', code: 'ZZZZ-ZZZZ-ZZZZ-ZZZZ' });
  assert.equal((await browser.see(run)).notice?.code, 'recovery-code.wrong');
  await browser.send(run, { choice: 'continue', code: code! });
  await makePasskey(browser, run);
  assert.equal(await stepOf(browser, run), 'show-recovery-codes');
  await browser.send(run, { choice: 'saved' });
  assert.equal((await browser.see(run)).screen.step, 'show-recovery-codes', 'nothing was shown yet that could be saved');
  await browser.send(run, { choice: 'make' });
  const { screen } = await browser.see(run);
  assert.ok(screen.step === 'show-recovery-codes' && screen.codes.length === 8);
  assert.equal(await browser.send(run, { choice: 'saved' }), '/back');

  const session = await sessions.findBySecret('customers', browser.kept.session!);
  assert.equal(session?.assurance.acr, 'urn:limen:acr:phr', 'the new passkey was used');
  assert.ok((await credentials.list(database.db, ref)).some(({ boundWith }) => boundWith === 'recovery'));
  assert.equal(await credentials.recoveryCodes.verify('customers', ref, unused!, occasion), false);
  assert.equal(await credentials.recoveryCodes.verify('customers', ref, screen.codes[0]!, occasion), true);
  assert.deepEqual(noticesTo('dee@example.org'), ['recovery-begun', 'recovery-code-used', 'passkey-added', 'recovery-codes-made']);
});

test('without a recovery code a lost passkey stays lost, and the page says what to do', async () => {
  const ref = await somebody('customers', 'eve@example.org');
  await bindPasskey(ref);
  const browser = testBrowser(world, 'customers');
  const run = await browser.start('recover');
  await browser.send(run, { choice: 'continue', identifier: 'eve@example.org' });
  await browser.send(run, { choice: 'continue', code: lastCode(mails, 'eve@example.org') });
  await browser.send(run, { choice: 'other-way' });
  assert.equal(await stepOf(browser, run), 'wait');
  await browser.send(run, { choice: 'other-way' });
  assert.equal(await stepOf(browser, run), 'approve');
  await browser.send(run, { choice: 'other-way' });
  const { screen } = await browser.see(run);
  assert.equal(screen.step === 'refuse' && screen.reason, 'no-recovery');
  assert.equal(browser.kept.session, undefined);
});

test('a stranger sees what a customer sees, up to the proof', async () => {
  const ref = await somebody('customers', 'fay@example.org');
  await setPassword(ref);
  const seen = [];
  for (const identifier of ['fay@example.org', 'nobody@example.org']) {
    const browser = testBrowser(world, 'customers');
    const run = await browser.start('recover');
    await browser.send(run, { choice: 'continue', identifier });
    const first = await browser.see(run);
    await browser.send(run, { choice: 'continue', code: '000000' });
    const second = await browser.see(run);
    seen.push(JSON.stringify([first.screen, first.notice, second.screen, second.notice]).replaceAll(identifier, 'X'));
  }
  assert.equal(seen[0], seen[1]);
});

test('a colleague with a code and the password makes a new passkey; the code alone opens nothing', async () => {
  const ref = await somebody('workforce', 'gil@corp.example');
  await bindPasskey(ref);
  await setPassword(ref);
  const [code, next] = await issueCodes(ref);
  const browser = testBrowser(world, 'workforce');
  const run = await browser.start('sign-in');
  await browser.send(run, { choice: 'recover' });
  await browser.send(run, { choice: 'continue', identifier: 'gil@corp.example' });
  await browser.send(run, { choice: 'continue', code: code! });
  assert.equal(await stepOf(browser, run), 'password');
  await browser.send(run, { choice: 'continue', password: 'an old password of mine' });
  await makePasskey(browser, run);
  assert.equal(await browser.send(run, { choice: 'skip' }), '/back');
  const session = await sessions.findBySecret('workforce', browser.kept.session!);
  assert.equal(session?.assurance.acr, 'urn:limen:acr:phr');
  assert.ok(!session?.assurance.amr.includes('recovery-code'));
  await assert.rejects(database.transaction((tx) => sessions.start(tx, {
    ref, proofs: [{ kind: 'recovery-code', at: world.clock() }, { kind: 'email-code', at: world.clock() }],
  })), { code: 'credential.refused' });
  assert.ok(next);
});

test('a colleague with nothing but the codes and the mailbox shows one of each', async () => {
  const ref = await somebody('workforce', 'hal@corp.example');
  await bindPasskey(ref);
  const [code] = await issueCodes(ref);
  const browser = testBrowser(world, 'workforce');
  const run = await browser.start('recover');
  await browser.send(run, { choice: 'continue', identifier: 'hal@corp.example' });
  await browser.send(run, { choice: 'continue', code: code! });
  assert.equal(await stepOf(browser, run), 'email-code');
  await browser.send(run, { choice: 'continue', code: lastCode(mails, 'hal@corp.example') });
  await makePasskey(browser, run);
  assert.equal(await stepOf(browser, run), 'show-recovery-codes');
});

test('a colleague who has the app still uses it, and a stranger gets no further than the code', async () => {
  const ref = await somebody('workforce', 'ivy@corp.example');
  const { secret } = credentials.totps.propose('Test', 'ivy');
  const codeNow = () => new TOTP({ secret }).generate({ timestamp: world.clock().getTime() });
  await database.transaction((tx) => credentials.totps.bind(tx, ref, secret, codeNow(), occasion));
  world.clock.advance(30_000);
  const [code] = await issueCodes(ref);
  const browser = testBrowser(world, 'workforce');
  const run = await browser.start('recover');
  await browser.send(run, { choice: 'continue', identifier: 'ivy@corp.example' });
  await browser.send(run, { choice: 'continue', code: code! });
  await browser.send(run, { choice: 'continue', code: codeNow() });
  await makePasskey(browser, run);

  const stranger = testBrowser(world, 'workforce');
  const other = await stranger.start('recover');
  await stranger.send(other, { choice: 'continue', identifier: 'nobody@corp.example' });
  await stranger.send(other, { choice: 'continue', code: code! });
  assert.equal((await stranger.see(other)).notice?.code, 'recovery-code.wrong');
});

test('a customer who lost their passkey is led to recovery where an application asks for more', async () => {
  const ref = await somebody('customers', 'joy@example.org');
  await bindPasskey(ref);
  const [code] = await issueCodes(ref);
  const browser = testBrowser(world, 'customers');
  const run = await browser.start('sign-in', { ask: { application: null, acr: 'urn:limen:acr:phr' } });
  await browser.send(run, { choice: 'continue', identifier: 'joy@example.org' });
  await browser.send(run, { choice: 'continue', code: lastCode(mails, 'joy@example.org') });
  await browser.send(run, { choice: 'other-way' });
  assert.equal(await stepOf(browser, run), 'recovery-code');
  await browser.send(run, { choice: 'continue', code: code! });
  await makePasskey(browser, run);
  assert.equal(await browser.send(run, { choice: 'skip' }), '/back');
  const session = await sessions.findBySecret('customers', browser.kept.session!);
  assert.equal(session?.assurance.acr, 'urn:limen:acr:phr');
});

test('a colleague with a password alone is told who helps, at signing in and at a step-up', async () => {
  const ref = await somebody('workforce', 'kim@corp.example');
  await setPassword(ref);
  const browser = testBrowser(world, 'workforce');
  const run = await browser.start('sign-in');
  await browser.send(run, { choice: 'continue', identifier: 'kim@corp.example' });
  await browser.send(run, { choice: 'continue', password: 'an old password of mine' });
  const { secret } = await openSession(ref);
  const signedIn = testBrowser(world, 'workforce');
  signedIn.kept.session = secret;
  const raise = await signedIn.start('step-up', { ask: { application: null, principal: ref.principal } });
  for (const [who, where] of [[browser, run], [signedIn, raise]] as const) {
    assert.equal(await stepOf(who, where), 'identify');
    await who.send(where, { choice: 'continue', identifier: 'kim@corp.example' });
    await who.send(where, { choice: 'other-way' });
    assert.equal(await stepOf(who, where), 'email-code');
    await who.send(where, { choice: 'other-way' });
    const { screen } = await who.see(where);
    assert.equal(screen.step === 'refuse' && screen.reason, 'no-recovery');
  }
});
