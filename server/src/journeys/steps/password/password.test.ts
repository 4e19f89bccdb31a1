import assert from 'node:assert/strict';
import { test } from 'node:test';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import type { ScreenOf } from '../../../../../contract/screens/index.ts';
import { lastCode, testBrowser, testJourneys } from '../../testing.ts';

const world = await testJourneys();
const population = 'customers';
const good = 'nine purple otters juggle';
const hostile = '203.0.113.8';
type Browser = ReturnType<typeof testBrowser>;
type Screen = ScreenOf<'password'>;

/** Somebody with a password, and the browser that they always use. */
async function person(address: string): Promise<Browser> {
  const browser = testBrowser(world, population);
  const run = await browser.start('sign-up');
  await browser.send(run, { choice: 'continue', identifier: address });
  await browser.send(run, { choice: 'continue', code: lastCode(world.mails, address) });
  await browser.send(run, { choice: 'continue', displayName: 'Ada' });
  await browser.send(run, { choice: 'skip' });
  const { principal } = (await world.sessions.findBySecret(population, browser.kept.session!))!;
  await world.database.transaction((tx) => world.credentials.passwords.set(tx, { population, principal }, good, {
    minimum: 15, context: [], occasion: { actor: { kind: 'system' } },
  }));
  await signIn(browser, address, good);
  return browser;
}

async function atPassword(browser: Browser, address: string) {
  const run = await browser.start('sign-in');
  await browser.send(run, { choice: 'continue', identifier: address });
  await browser.send(run, { choice: 'password' });
  const see = async () => {
    const { screen, notice } = await browser.see(run);
    assert.equal(screen.step, 'password');
    return { ...screen as Screen, notice };
  };
  return { run, see, send: (password: string, more = {}) => browser.send(run, { choice: 'continue', password, ...more }) };
}

async function signIn(browser: Browser, address: string, password: string): Promise<void> {
  const { run, see, send } = await atPassword(browser, address);
  const screen = await see();
  await send(password, screen.work && await solve(screen));
  if (browser.kept.session === undefined) await browser.send(run, { choice: 'skip' });
}

const solve = async ({ work }: Screen) => await solveChallenge({ challenge: work!.challenge, deriveKey }) ?? assert.fail('not solved');

/** A list of pairs is tried from one network, while people go on to sign in from theirs. */
async function attacked(): Promise<void> {
  for (let at = 0; at < 200; at += 1) {
    world.brakes.tried({ population, address: '203.0.113.8', account: `victim ${at}`, password: `leaked ${at}`, right: false, marked: false });
    world.brakes.tried({ population, address: `192.0.2.${at}`, account: `person ${at}`, password: `good ${at}`, right: true, marked: true });
  }
  await world.brakes.flush();
  world.clock.advance(60_000);
}

test('at rest nobody\'s device has anything to do; under attack those of the attacking network do, and nobody else\'s', async () => {
  const own = await person('ada@example.org');
  assert.equal((await (await atPassword(testBrowser(world, population), 'ada@example.org')).see()).work, undefined);
  await attacked();
  const fromThere = (await atPassword(testBrowser(world, population, 'attacker', hostile), 'ada@example.org'));
  const { wait = 0 } = (await fromThere.see()).work!;
  // Nearly all that comes from there is an attack; where a third is, it is 20.
  assert.ok(wait > 60 && wait <= 100, String(wait));
  const stranger = await atPassword(testBrowser(world, population, 'attacker', hostile), 'nobody@example.org');
  assert.equal((await stranger.see()).work?.wait, wait, 'with an account or without');
  assert.equal((await (await atPassword(testBrowser(world, population), 'ada@example.org')).see()).work, undefined);
  const travelling = { ...testBrowser(world, population, 'test browser', hostile) };
  Object.assign(travelling.kept, own.kept);
  assert.equal((await (await atPassword(travelling, 'ada@example.org')).see()).work, undefined, 'on one\'s own device wherever one is');
});

test('without the work a password is not looked at; with it, once', async () => {
  await attacked();
  await person('bob@example.org');
  const browser = testBrowser(world, population, 'attacker', hostile);
  const at = await atPassword(browser, 'bob@example.org');
  const first = await at.see();
  const solution = await solve(first);
  await at.send(good);
  const asked = await at.see();
  assert.deepEqual(asked.notice, { code: 'work.not-yet', kind: 'information', values: { seconds: first.work!.wait } });
  await at.send(good, solution);
  assert.equal((await at.see()).notice?.code, 'work.not-yet', 'what solved another sum solves nothing');
  for (const wrong of [{ counter: 7, derivedKey: 'ab'.repeat(32) }, { counter: '', derivedKey: '' }, { derivedKey: 'ab'.repeat(32) }]) {
    await at.send(good, wrong);
    assert.equal((await at.see()).notice?.code, 'work.not-yet');
  }
  await at.send('another one entirely', await solve(await at.see()));
  assert.equal((await at.see()).notice?.code, 'password.wrong');
  const { counter, derivedKey } = await solve(await at.see());
  await at.send(good, { counter: String(counter), derivedKey });
  assert.equal((await browser.see(at.run)).screen.step, 'enrol-passkey');
});

test('who can not have it solved waits as long as elsewhere, and every look costs another wait', async () => {
  await attacked();
  await person('cid@example.org');
  const at = await atPassword(testBrowser(world, population, 'attacker', hostile), 'cid@example.org');
  const { wait } = (await at.see()).work!;
  world.clock.advance((wait - 1) * 1_000);
  await at.send('not it at all');
  assert.deepEqual((await at.see()).notice?.values, { seconds: 1 });
  world.clock.advance(1_000);
  await at.send('not it at all');
  assert.equal((await at.see()).notice?.code, 'password.wrong');
  await at.send(good);
  assert.deepEqual((await at.see()).notice?.values, { seconds: (await at.see()).work!.wait });
});

test('runs that wait side by side at one address have one password for each wait, and other addresses theirs', async () => {
  await attacked();
  await person('eve@example.org');
  const from = (address: string) => atPassword(testBrowser(world, population, 'attacker', address), 'eve@example.org');
  const side = [await from(hostile), await from(hostile), await from(hostile)];
  const other = await from('203.0.113.9');
  const { wait } = (await side[0]!.see()).work!;
  world.clock.advance(wait * 1_000);
  const codes = [];
  for (const [at, each] of [...side, other].entries()) {
    await each.send(`not it ${at}`);
    codes.push((await each.see()).notice?.code);
  }
  assert.deepEqual(codes, ['password.wrong', 'work.not-yet', 'work.not-yet', 'password.wrong']);
  world.clock.advance(wait * 1_000);
  await side[1]!.send('not it once more');
  assert.equal((await side[1]!.see()).notice?.code, 'password.wrong');
});

test('a page that was opened in calm is no free try in the attack, and what is wrong there counts as of it', async ({ mock }) => {
  world.clock.advance(7 * 3_600_000);
  await person('fay@example.org');
  const early = [];
  for (const _each of [1, 2]) early.push(await atPassword(testBrowser(world, population, 'attacker', hostile), 'fay@example.org'));
  for (const at of early) assert.equal((await at.see()).work, undefined);
  await attacked();
  const verified = mock.method(world.credentials.passwords, 'verify');
  for (const at of early) {
    await at.send('leaked somewhere');
    assert.equal((await at.see()).notice?.code, 'work.not-yet');
  }
  assert.equal(verified.mock.callCount(), 0, 'not looked at');
  const counted = mock.method(world.risk, 'countHostile');
  const [first, second] = early;
  await first!.send('leaked somewhere', await solve(await first!.see()));
  assert.equal((await first!.see()).notice?.code, 'password.wrong');
  assert.equal(counted.mock.callCount(), 1);
  await second!.send(good, await solve(await second!.see()));
  assert.equal(verified.mock.callCount(), 2);
});

test('what fails from an attacking network teaches risk what attacks look like, and a sprayed password is told of to it', async ({ mock }) => {
  await attacked();
  const sprayed = 'Autumn 2026 at Example';
  for (let at = 0; at < 60; at += 1) world.brakes.tried({ population, account: `sprayed ${at}`, password: sprayed, right: false, marked: false });
  const counted = mock.method(world.risk, 'countHostile');
  const at = await atPassword(testBrowser(world, population, 'attacker/1.0', hostile), 'nobody@example.org');
  await at.send('leaked somewhere', await solve(await at.see()));
  assert.deepEqual(counted.mock.calls.map(({ arguments: [where, { address, userAgent }] }) => [where, address, userAgent]),
    [[population, hostile, 'attacker/1.0']]);
  const browser = await person('dora@example.org');
  const { principal } = (await world.sessions.findBySecret(population, browser.kept.session!))!;
  await world.database.transaction((tx) => world.credentials.passwords.set(tx, { population, principal }, sprayed, {
    minimum: 15, context: [], occasion: { actor: { kind: 'system' } },
  }));
  const elsewhere = testBrowser(world, population, 'test browser', '198.51.100.4');
  await signIn(elsewhere, 'dora@example.org', sprayed);
  const session = (await world.sessions.findBySecret(population, elsewhere.kept.session!))!;
  const found = await world.risk.ofSession(world.database.db, { population, principal }, session.id, { recovering: false });
  assert.ok(found!.contributions.some(({ reason }) => reason === 'password-sprayed'));
  assert.ok(!found!.missing.includes('velocity'));
});
