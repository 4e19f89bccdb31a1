/** What a sign-in teaches, over days: whoever has the password alone teaches nothing, and waits in vain. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSoftAuthenticator } from '../credentials/testing.ts';
import { day, hour, newId, systemRandomness, type PrincipalRef } from '../kernel/index.ts';
import type { NetworkFacts } from '../networks/index.ts';
import type { Session } from '../sessions/index.ts';
import { lastCode, testBrowser, testJourneys } from './testing.ts';

const networks: Readonly<Record<string, NetworkFacts>> = {
  '192.0.2.7': { asn: 'AS1', country: 'NO', kind: 'usual' }, '192.0.2.99': { asn: 'AS1', country: 'NO', kind: 'usual' },
  '203.0.113.9': { asn: 'AS2', country: 'RO', kind: 'hosting' },
};
const world = await testJourneys({ findNetwork: (address) => networks[address] });
const population = 'customers';
const password = 'nine lamps by a river';
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const safari = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1';
const [home, abroad] = ['192.0.2.7', '203.0.113.9'];

type Browser = ReturnType<typeof testBrowser>;
type Authenticator = ReturnType<typeof createSoftAuthenticator>;
const browserAt = (address: string, agent = firefox): Browser => testBrowser(world, population, agent, address);
const pass = (authenticator: Authenticator, options: unknown): string => JSON.stringify(authenticator.get(options as never));

/** Signed up at home, with a passkey and a password, and came back by passkey each day for ten, as risk is told by journeys. */
async function settled(name: string) {
  const email = `${name}@example.org`;
  const authenticator = createSoftAuthenticator({ rpId: 'localhost', origin: 'http://localhost:3000' });
  const browser = browserAt(home);
  const run = await browser.start('sign-up');
  await browser.send(run, { choice: 'continue', identifier: email });
  await browser.send(run, { choice: 'continue', code: lastCode(world.mails, email) });
  await browser.send(run, { choice: 'continue', displayName: 'Ada' });
  const { screen } = await browser.see(run);
  assert.ok(screen.step === 'enrol-passkey');
  await browser.send(run, { choice: 'passkey', credential: JSON.stringify(authenticator.create(screen.options as never)) });
  const { principal } = (await world.directory.findByIdentifier(world.database.db, population, email))!;
  const ref: PrincipalRef = { population, principal };
  await world.database.transaction((tx) => world.credentials.passwords.set(
    tx, ref, password, { minimum: 15, context: [], occasion: { actor: { kind: 'system' } } }));
  for (let morning = 0; morning < 10; morning += 1) {
    world.clock.advance(day);
    await world.database.transaction((tx) => world.risk.signedIn(tx, {
      ref, session: newId(world.clock(), systemRandomness), confirmed: true, boundKey: true, markedSince: new Date(world.clock().getTime() - day),
      shown: { address: home, userAgent: firefox, at: world.clock(), marked: true },
    }));
  }
  return { email, ref, browser, authenticator };
}

/** Each sign-in is a new session, as after a sign-out. */
async function begin(browser: Browser): Promise<string> {
  delete browser.kept.session;
  return browser.start('sign-in');
}

async function byPasskey(browser: Browser, authenticator: Authenticator): Promise<Session> {
  const run = await begin(browser);
  const { screen } = await browser.see(run);
  assert.ok(screen.step === 'identify' && screen.passkey);
  assert.equal(await browser.send(run, { choice: 'passkey', credential: pass(authenticator, screen.passkey) }), '/back');
  return sessionIn(browser);
}

async function byPassword(browser: Browser, email: string): Promise<Session> {
  const run = await begin(browser);
  await browser.send(run, { choice: 'continue', identifier: email });
  await browser.send(run, { choice: 'password' });
  assert.equal(await browser.send(run, { choice: 'continue', password }), '/back');
  return sessionIn(browser);
}

async function byCode(browser: Browser, email: string): Promise<Session> {
  const run = await begin(browser);
  await browser.send(run, { choice: 'continue', identifier: email });
  assert.equal(await browser.send(run, { choice: 'continue', code: lastCode(world.mails, email) }), '/back');
  return sessionIn(browser);
}

/** Shows the passkey in the session that there is. */
async function stepUp(browser: Browser, authenticator: Authenticator): Promise<Session> {
  const { principal } = await sessionIn(browser);
  const run = await browser.start('step-up', { ask: { application: null, principal, acr: 'urn:limen:acr:phr' } });
  const { screen } = await browser.see(run);
  assert.ok(screen.step === 'passkey');
  assert.equal(await browser.send(run, { choice: 'passkey', credential: pass(authenticator, screen.options) }), '/back');
  return sessionIn(browser);
}

async function sessionIn(browser: Browser): Promise<Session> {
  return (await world.sessions.findBySecret(population, browser.kept.session!))!;
}

async function payout(session: Session) {
  const { response, reasons } = await world.checkpoints.evaluate({
    population, client: 'shop', session, action: { name: 'payout.change' }, resource: { type: 'payout-account', id: session.id },
  });
  return { response, reasons: [...reasons].sort() };
}

async function riskOf(session: Session) {
  const found = (await world.risk.ofSession(world.database.db, session, session.id, { recovering: false }))!;
  return { ...found, stoodOut: found.contributions.flatMap(({ reason }) => reason ?? []) };
}

test('whoever has the password alone is stopped at the payout today, and each day of the week after', async () => {
  const { email } = await settled('ada');
  const thief = browserAt(abroad, safari);
  for (const later of [0, 25 * hour, 2 * day, 3 * day]) {
    world.clock.advance(later);
    const session = await byPassword(thief, email);
    assert.deepEqual(await payout(session), { response: 'challenge', reasons: ['device-unknown', 'risk-critical'] }, `${later / hour} h later`);
    const { stoodOut, history } = await riskOf(session);
    for (const reason of ['device-new', 'country-new', 'network-hosting', 'system-new'] as const) assert.ok(stoodOut.includes(reason), `${reason}, ${later / hour} h later`);
    assert.equal(history, '10-19', 'no gentler measure for coming often');
  }
});

test('an owner on a new phone goes by the passkey once, and a day later nobody notices', async () => {
  const { authenticator } = await settled('bea');
  const phone = browserAt(home, safari);
  assert.deepEqual((await payout(await byPasskey(phone, authenticator))).reasons, ['device-unknown']);
  world.clock.advance(25 * hour);
  assert.deepEqual(await payout(await byPasskey(phone, authenticator)), { response: 'allow', reasons: [] });
});

test('a step-up with the passkey confirms what a password began: the browser counts, and the network is home', async () => {
  const { email, authenticator } = await settled('cyn');
  const computer = browserAt(abroad, safari);
  const before = await riskOf(await byPassword(computer, email));
  assert.ok(['high', 'critical'].includes(before.band));
  const raised = await stepUp(computer, authenticator);
  assert.ok((await riskOf(raised)).probability < before.probability, 'judged anew, with the passkey');
  world.clock.advance(25 * hour);
  const after = await riskOf(await byPassword(computer, email));
  assert.deepEqual(after.stoodOut, []);
  assert.deepEqual(await payout(await sessionIn(computer)), { response: 'allow', reasons: [] });
});

test('a session that is raised from elsewhere has the risk of there, and the browser of there', async () => {
  const { email, authenticator, browser } = await settled('dee');
  const session = await byPasskey(browser, authenticator);
  assert.equal((await riskOf(session)).band, 'low');
  const stolen = browserAt(abroad, safari);
  stolen.kept.session = browser.kept.session;
  const run = await stolen.start('sign-in', { ask: { application: null, principal: session.principal, maxAge: 0 } });
  const at = (await stolen.see(run)).screen.step;
  if (at === 'identify') await stolen.send(run, { choice: 'continue', identifier: email });
  await stolen.send(run, { choice: 'password' });
  assert.equal(await stolen.send(run, { choice: 'continue', password }), '/back');
  const raised = await sessionIn(stolen);
  assert.equal(raised.id, session.id);
  const found = await riskOf(raised);
  assert.ok(['high', 'critical'].includes(found.band), JSON.stringify(found));
  assert.ok(found.stoodOut.includes('country-new'));
  assert.equal(await world.sessions.deviceKnownSince(raised), undefined);
  world.clock.advance(25 * hour);
  assert.ok((await riskOf(await byPassword(stolen, email))).stoodOut.includes('country-new'), 'it taught nothing');
});

test('where a code by mail is all there is, a browser counts after a week, and "not me" takes it away at any time', async () => {
  const { email, ref } = await settled('eve');
  const reader = browserAt(abroad, safari);
  const knownSince = async () => world.sessions.deviceKnownSince(await byCode(reader, email));
  const begun = world.clock();
  assert.equal(await knownSince(), undefined);
  world.clock.advance(6 * day);
  assert.equal(await knownSince(), undefined);
  world.clock.advance(day);
  assert.deepEqual(await knownSince(), begun);
  await world.database.transaction((tx) => world.checkpoints.takeBack(tx, ref, 'sign-in'));
  assert.equal(await knownSince(), undefined, 'it begins anew');
});
