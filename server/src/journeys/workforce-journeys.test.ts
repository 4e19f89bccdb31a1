import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TOTP } from 'otpauth';
import { createSoftAuthenticator } from '../credentials/testing.ts';
import { hasCode, hour } from '../kernel/index.ts';
import { testBrowser, testJourneys } from './testing.ts';

const world = await testJourneys();
const population = 'workforce';
const operator = { kind: 'operator', id: 'test' } as const;
const newAuthenticator = () => createSoftAuthenticator({ rpId: 'localhost', origin: 'http://localhost:3000' });

async function invite(value: string) {
  return world.database.transaction(async (tx) => {
    const created = await world.directory.createPrincipal(tx, {
      population, kind: 'person', basis: 'invitation', actor: operator, displayName: 'Kit',
    });
    const identifier = { kind: 'email', value, actor: operator } as const;
    await world.directory.addIdentifier(tx, created, identifier);
    await world.directory.verifyIdentifier(tx, created, identifier);
    const { token } = await world.directory.invite(tx, created, { purpose: 'enrol', lifetime: 24 * hour, actor: operator });
    return { token, ref: created };
  });
}

const begin = (browser: ReturnType<typeof testBrowser>, invitation: string) =>
  browser.start('enrol', { invitation, returnTo: null });

function totpCode(secret: string): string {
  return new TOTP({ secret }).generate({ timestamp: world.clock().getTime() });
}

test('an employee enrols a passkey by invitation and signs in with it', async () => {
  const { token } = await invite('kit@corp.example');
  const authenticator = newAuthenticator();
  const browser = testBrowser(world, population);
  const run = await begin(browser, token);
  await browser.send(run, { choice: 'continue' });
  const { screen } = await browser.see(run);
  assert.ok(screen.step === 'enrol-passkey' && screen.reason === 'required' && !screen.ways.includes('skip'));
  await browser.send(run, { choice: 'passkey', credential: JSON.stringify(authenticator.create(screen.options as never)) });
  assert.equal((await browser.see(run)).screen.step, 'show-recovery-codes');
  await browser.send(run, { choice: 'skip' });
  assert.equal((await browser.see(run)).screen.step, 'complete');
  const session = await world.sessions.findBySecret(population, browser.kept.session!);
  assert.equal(session?.assurance.acr, 'urn:limen:acr:phr');

  const later = testBrowser(world, population);
  const signIn = await later.start('sign-in');
  const first = (await later.see(signIn)).screen;
  assert.ok(first.step === 'identify');
  const credential = JSON.stringify(authenticator.get(first.passkey as never));
  assert.equal(await later.send(signIn, { choice: 'passkey', credential }), '/back');
});

test('an employee enrols a password and an authenticator app, and signs in with both', async () => {
  const { token } = await invite('lou@corp.example');
  const browser = testBrowser(world, population);
  const run = await begin(browser, token);
  await browser.send(run, { choice: 'continue' });
  await browser.send(run, { choice: 'password' });
  await browser.send(run, { choice: 'continue', password: 'short' });
  assert.equal((await browser.see(run)).notice?.code, 'password.too-short');
  await browser.send(run, { choice: 'continue', password: 'correct horse battery' });
  const { screen } = await browser.see(run);
  assert.ok(screen.step === 'enrol-totp');
  await browser.send(run, { choice: 'continue', code: '000000' });
  assert.equal((await browser.see(run)).notice?.code, 'totp.wrong');
  await browser.send(run, { choice: 'continue', code: totpCode(screen.secret) });
  assert.equal((await browser.see(run)).screen.step, 'show-recovery-codes');
  await browser.send(run, { choice: 'skip' });
  assert.equal((await browser.see(run)).screen.step, 'complete');

  world.clock.advance(60_000);
  const later = testBrowser(world, population);
  const signIn = await later.start('sign-in');
  await later.send(signIn, { choice: 'continue', identifier: 'lou@corp.example' });
  await later.send(signIn, { choice: 'continue', password: 'wrong horse battery' });
  assert.equal((await later.see(signIn)).notice?.code, 'password.wrong');
  await later.send(signIn, { choice: 'continue', password: 'correct horse battery' });
  assert.equal((await later.see(signIn)).screen.step, 'totp');
  await later.send(signIn, { choice: 'continue', code: totpCode(screen.secret) });
  assert.equal((await later.see(signIn)).screen.step, 'enrol-passkey');
  assert.equal(await later.send(signIn, { choice: 'skip' }), '/back');
  const session = await world.sessions.findBySecret(population, later.kept.session!);
  assert.equal(session?.assurance.acr, 'urn:limen:acr:mfa');
});

test('looking at a link uses nothing up, taking it does, and of two takers one wins', async () => {
  const { token } = await invite('max@corp.example');
  const [one, two] = [testBrowser(world, population), testBrowser(world, population)];
  const runs = [await begin(one, token), await begin(two, token)] as const;
  const taken = await Promise.allSettled([one.send(runs[0], { choice: 'continue' }), two.send(runs[1], { choice: 'continue' })]);
  const lost = taken.filter((each) => each.status === 'rejected');
  assert.equal(lost.length, 1);
  assert.ok(hasCode((lost[0] as PromiseRejectedResult).reason, 'link.used'));
  await assert.rejects(begin(testBrowser(world, population), token), (error) => hasCode(error, 'link.used'));
});

test('an expired, a made-up and another population\'s link are refused', async () => {
  const { token } = await invite('ned@corp.example');
  const customer = testBrowser(world, 'customers');
  await assert.rejects(begin(testBrowser(world, population), 'x'.repeat(43)), (error) => hasCode(error, 'link.invalid'));
  await assert.rejects(customer.start('sign-in', { invitation: token }).then((run) => customer.see(run)).then(({ screen }) => {
    assert.equal(screen.step, 'accept-invitation');
  }));
  world.clock.advance(25 * hour);
  await assert.rejects(begin(testBrowser(world, population), token), (error) => hasCode(error, 'link.expired'));
});

test('a suspended employee proves who they are and is not let in', async () => {
  const { token, ref } = await invite('oli@corp.example');
  const authenticator = newAuthenticator();
  const browser = testBrowser(world, population);
  const run = await begin(browser, token);
  await browser.send(run, { choice: 'continue' });
  const { screen } = await browser.see(run);
  assert.ok(screen.step === 'enrol-passkey');
  await browser.send(run, { choice: 'passkey', credential: JSON.stringify(authenticator.create(screen.options as never)) });
  await world.database.transaction((tx) => world.directory.suspend(tx, ref, operator, 'left'));

  const later = testBrowser(world, population);
  const signIn = await later.start('sign-in');
  const first = (await later.see(signIn)).screen;
  assert.ok(first.step === 'identify');
  await later.send(signIn, { choice: 'passkey', credential: JSON.stringify(authenticator.get(first.passkey as never)) });
  const { screen: last } = await later.see(signIn);
  assert.equal(last.step === 'refuse' && last.reason, 'suspended');
  assert.equal(later.kept.session, undefined);
});

test('who is invited once more is told of what is bound then, and nobody is told at the first time', async () => {
  const { token, ref } = await invite('sam@corp.example');
  const enrol = async (link: string): Promise<void> => {
    const browser = testBrowser(world, population);
    const run = await begin(browser, link);
    await browser.send(run, { choice: 'continue' });
    const { screen } = await browser.see(run);
    assert.ok(screen.step === 'enrol-passkey');
    await browser.send(run, { choice: 'passkey', credential: JSON.stringify(newAuthenticator().create(screen.options as never)) });
    assert.equal((await browser.see(run)).screen.step, 'show-recovery-codes');
    await browser.send(run, { choice: 'skip' });
    assert.equal((await browser.see(run)).screen.step, 'complete');
  };
  const told = () => world.mails.filter((mail) => mail.to === 'sam@corp.example').map(({ message }) => message.kind);
  await enrol(token);
  assert.deepEqual(told(), []);
  world.clock.advance(hour);
  const again = await world.database.transaction((tx) => (
    world.directory.invite(tx, ref, { purpose: 'enrol', lifetime: hour, actor: operator })));
  await enrol(again.token);
  assert.deepEqual(told(), ['credential-changed']);
  assert.deepEqual((await world.credentials.list(world.database.db, ref)).map(({ boundWith }) => boundWith), ['account', 'less'], 'the second link is mail and no more');
});
