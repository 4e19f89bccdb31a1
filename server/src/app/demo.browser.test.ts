/** The main job, as people do it: real relying parties, a real browser, the whole server. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { withVirtualAuthenticator } from '../../../tools/testing/browser.ts';
import { heading, press, testDemo } from './test-demo.ts';

/** Runs with the real time, ahead of it by as much as a test says. */
let ahead = 0;
const clock = () => new Date(Date.now() + ahead);
const { server, demo, newPage, signUp, signInByCode, codeFor, linkFor, changePayout, changed } = await testDemo({ clock });
const { limen } = server;
const operator = { actor: { kind: 'operator', id: 'test' }, query: undefined, signal: new AbortController().signal } as const;

/** What the checkpoint answered a person, newest first. */
async function answersTo(address: string): Promise<readonly (readonly [string, string | null])[]> {
  const listed = await limen.admin['principal.list']({
    ...operator, params: { population: 'customers' }, query: { identifier: address, limit: 1 }, body: undefined,
  });
  const { decisions } = await limen.admin['decision.list']({
    ...operator, params: { population: 'customers' }, query: { principal: listed.principals[0]!.id, limit: 50 }, body: undefined,
  });
  return decisions.map(({ response, outcome }) => [response, outcome ?? null] as const);
}

test('a customer signs up with a passkey, signs out, and signs in by autofill', async () => {
  const page = await newPage();
  await withVirtualAuthenticator(page);
  await signUp(page, 'ada@example.org', 'Ada Larch');
  await press(page, 'Make a passkey');
  await heading(page, 'Your account');
  assert.match(await page.locator('main').innerText(), /Ada Larch[\s\S]*ada@example\.org[\s\S]*Phishing-resistant/);
  await press(page, 'Sign out');
  await heading(page, 'You are signed out');
  await page.goto(`${demo.shop.url}/account`);
  // The authenticator answers the autofill of the first page at once, so nothing is typed and nothing pressed.
  await heading(page, 'Your account');
  assert.match(await page.locator('main').innerText(), /Ada Larch/);
});

test('on a device known for less than a day the passkey is asked for, at each change once', async () => {
  const page = await newPage();
  const first = await withVirtualAuthenticator(page);
  await signUp(page, 'bob@example.org', 'Bob');
  await press(page, 'Make a passkey');
  await heading(page, 'Your account');
  await changePayout(page, 'NL91ABNA0417164300');
  await page.getByRole('link', { name: 'Confirm that it is you' }).click();
  await press(page, 'Use passkey');
  await changed(page);

  const { credentials } = await first.client.send('WebAuthn.getCredentials', { authenticatorId: first.authenticatorId });
  const other = await newPage();
  await signInByCode(other, 'bob@example.org');
  await changePayout(other, 'GB82WEST12345698765432');
  const synced = await withVirtualAuthenticator(other);
  await synced.client.send('WebAuthn.addCredential', { authenticatorId: synced.authenticatorId, credential: credentials[0]! });
  await other.getByRole('link', { name: 'Confirm that it is you' }).click();
  await press(other, 'Use passkey');
  await changed(other);
  assert.match(await other.getByLabel('IBAN').inputValue(), /^GB82/);
  assert.deepEqual(await answersTo('bob@example.org'), [['allow', null], ['challenge', 'permitted'], ['allow', null], ['challenge', 'permitted']]);
});

test('a large order shows what is paid while the passkey is asked for, and is paid by that', async () => {
  const page = await newPage();
  await withVirtualAuthenticator(page);
  await signUp(page, 'cleo@example.org', 'Cleo');
  await press(page, 'Make a passkey');
  await heading(page, 'Your account');
  await page.getByRole('link', { name: 'Order something' }).click();
  await page.getByLabel('What').selectOption({ label: 'Oak stool, € 140.00' });
  await page.getByLabel('How many').fill('4');
  await press(page, 'Pay');
  await page.getByRole('link', { name: 'Confirm that it is you' }).click();
  const shown = page.getByRole('region', { name: 'You are about to confirm' });
  assert.match(await shown.innerText(), /€560\.00[\s\S]*Larch & Loom[\s\S]*Order/);
  await press(page, 'Use passkey');
  await page.getByText('You paid € 560.00 for Oak stool × 4.').waitFor();
  assert.match(await page.locator('header').innerText(), /Cleo/);
});

test('a new customer without a passkey waits a day and can stop it; days later a code by e-mail is enough', async () => {
  const page = await newPage();
  await signUp(page, 'bea@example.org', 'Bea');
  await press(page, 'Not now');
  await heading(page, 'Your account');
  await changePayout(page, 'NL91ABNA0417164300');
  await page.getByText('Your change takes effect on').waitFor();
  const elsewhere = await newPage();
  await elsewhere.goto(await linkFor('bea@example.org', 'action-delayed', 'cancel'));
  await heading(elsewhere, 'Stop this?');
  await press(elsewhere, 'Stop it');
  await heading(elsewhere, 'It was stopped');
  await changePayout(page, 'NL91ABNA0417164300');
  await page.getByText('This change was stopped.').waitFor();

  ahead += 4 * 24 * 3_600_000;
  await changePayout(page, 'GB82WEST12345698765432');
  await page.getByRole('link', { name: 'Confirm that it is you' }).click();
  await page.getByLabel('Code from the e-mail').fill(await codeFor('bea@example.org'));
  await press(page, 'Continue');
  await changed(page);
  assert.deepEqual(await answersTo('bea@example.org'),
    [['allow', null], ['challenge', 'permitted'], ['deny', null], ['delay', 'cancelled']]);
});

test('a stolen password is let in to look around and stopped at the payout; its owner on a new phone needs one prompt', async () => {
  const address = 'dora@example.org';
  const home = await newPage();
  const password = 'five herons under the old bridge';
  await signUp(home, address, 'Dora');
  await press(home, 'Not now');
  await heading(home, 'Your account');
  await home.goto(`${server.config.url}/customers/recover`);
  await home.getByLabel('E-mail address').fill(address);
  await press(home, 'Continue');
  await home.getByLabel('Code from the e-mail').fill(await codeFor(address));
  await press(home, 'Continue');
  await press(home, 'Set a password instead');
  await home.getByLabel('New password').fill(password);
  await press(home, 'Save password');
  await home.waitForURL(/account/);
  ahead += 4 * 24 * 3_600_000;

  async function signInByPassword(page: Page): Promise<void> {
    await page.goto(`${demo.shop.url}/account`);
    await page.getByLabel('E-mail address').fill(address);
    await press(page, 'Continue');
    await press(page, 'Use your password');
    await page.getByLabel('Password', { exact: true }).fill(password);
    await press(page, 'Sign in');
  }

  // At home the passkey is made, four days after the mailbox gave the account back.
  await home.context().clearCookies();
  const own = await withVirtualAuthenticator(home);
  await signInByPassword(home);
  await press(home, 'Make a passkey');
  await heading(home, 'Your account');
  ahead += 4 * 24 * 3_600_000;

  const thief = await newPage();
  await withVirtualAuthenticator(thief);
  await signInByPassword(thief);
  await heading(thief, 'Your account');
  await thief.goto(demo.shop.url);
  await heading(thief, 'Things for the house');
  await changePayout(thief, 'GB82WEST12345698765432');
  await thief.getByRole('link', { name: 'Confirm that it is you' }).click();
  await thief.getByRole('button', { name: 'Use passkey' }).waitFor();

  const phone = await newPage();
  await signInByPassword(phone);
  await heading(phone, 'Your account');
  await changePayout(phone, 'NL91ABNA0417164300');
  const { credentials } = await own.client.send('WebAuthn.getCredentials', { authenticatorId: own.authenticatorId });
  const synced = await withVirtualAuthenticator(phone);
  await synced.client.send('WebAuthn.addCredential', { authenticatorId: synced.authenticatorId, credential: credentials[0]! });
  await phone.getByRole('link', { name: 'Confirm that it is you' }).click();
  await press(phone, 'Use passkey');
  await changed(phone);
});

test('"this was not me" in a notice ends the session at the shop, too', async () => {
  const page = await newPage();
  await signUp(page, 'cas@example.org', 'Cas');
  await press(page, 'Not now');
  await heading(page, 'Your account');
  await changePayout(page, 'NL91ABNA0417164300');
  await page.getByText('Your change takes effect on').waitFor();
  const elsewhere = await newPage();
  await elsewhere.goto(await linkFor('cas@example.org', 'action-delayed', 'not-me'));
  await press(elsewhere, 'Sign out everywhere');
  await heading(elsewhere, 'Everybody is signed out');
  for (;;) {
    await page.goto(demo.shop.url);
    if (await page.getByRole('link', { name: 'Create account' }).isVisible()) break;
  }
  assert.deepEqual(await answersTo('cas@example.org'), [['delay', 'cancelled']]);
});

async function invite(value: string, displayName: string) {
  const made = await limen.admin['principal.create']({
    ...operator, params: { population: 'workforce' },
    body: { identifiers: [{ kind: 'email', value }], displayName, invite: { mail: false } },
  });
  return { link: made.invitation!.link, principal: made.principal.id };
}

test('an employee is invited, enrols a passkey, signs in at the intranet, and a logout ends the session everywhere', async () => {
  const { link, principal } = await invite('kit@corp.example', 'Kit');
  const page = await newPage();
  const { client, authenticatorId } = await withVirtualAuthenticator(page);
  await page.goto(link);
  await press(page, 'Set up sign-in');
  await press(page, 'Make a passkey');
  await heading(page, 'Save recovery codes');
  await press(page, 'Not now');
  await heading(page, 'You are set up');
  const { credentials } = await client.send('WebAuthn.getCredentials', { authenticatorId });
  assert.equal(credentials.length, 1);
  await page.goto(link);
  await heading(page, /used/i);

  await page.goto(demo.intranet.url);
  await heading(page, /Kit/);
  const other = await page.context().newPage();
  await other.goto(demo.intranet.url);
  await heading(other, /Kit/);

  await press(page, /Sign out/);
  await heading(page, /signed out/i);
  const listed = await limen.admin['session.list']({ ...operator, params: { population: 'workforce', principal }, body: undefined });
  assert.deepEqual(listed.sessions, []);
  await client.send('WebAuthn.clearCredentials', { authenticatorId });
  await other.goto(demo.intranet.url);
  await other.getByLabel(/work|user|e-mail/i).first().waitFor();
});

test('a session that the operator ends is over at the application too', async () => {
  const { link, principal } = await invite('lou@corp.example', 'Lou');
  const page = await newPage();
  const { client, authenticatorId } = await withVirtualAuthenticator(page);
  await page.goto(link);
  await press(page, 'Set up sign-in');
  await press(page, 'Make a passkey');
  await heading(page, 'Save recovery codes');
  await press(page, 'Not now');
  await heading(page, 'You are set up');
  await page.goto(demo.intranet.url);
  await heading(page, /Lou/);
  await client.send('WebAuthn.clearCredentials', { authenticatorId });
  await limen.admin['session.end-all']({ ...operator, params: { population: 'workforce', principal }, body: undefined });
  // The application learns of it by back-channel logout, a moment after the commit.
  for (;;) {
    await page.goto(demo.intranet.url);
    if (!(await page.locator('body').innerText()).includes('Lou')) break;
  }
  assert.ok(page.url().startsWith(server.config.url), 'sent to sign in again');
});

test('an employee without a passkey enrols a password and an authenticator app and signs in with both', async () => {
  const { link } = await invite('max@corp.example', 'Max');
  const page = await newPage();
  await page.goto(link);
  await press(page, 'Set up sign-in');
  await press(page, 'Set a password instead');
  await page.locator('[name=password]').fill('correct horse battery');
  await press(page, 'Save password');
  const secret = (await page.locator('.key').innerText()).replaceAll(' ', '');
  const codeNow = () => new TOTP({ secret }).generate({ timestamp: clock().getTime() });
  await page.locator('[name=code]').fill(codeNow());
  await press(page, 'Add app');
  await heading(page, 'Save recovery codes');
  await press(page, 'Not now');
  await heading(page, 'You are set up');
  await press(page, 'Continue');

  await page.context().clearCookies();
  await page.goto(demo.intranet.url);
  await page.locator('[name=identifier]').fill('max@corp.example');
  await press(page, 'Continue');
  await page.locator('[name=password]').fill('correct horse battery');
  await press(page, 'Sign in');
  // A code works once.
  ahead += 30_000;
  await page.locator('[name=code]').fill(codeNow());
  await press(page, /Sign in|Continue/);
  await press(page, 'Not now');
  await heading(page, /Max/);
});

test('the job gets its token with private_key_jwt and its API takes it', async () => {
  const run = await demo.job.runNow();
  assert.equal(run.outcome, 'done', JSON.stringify(run));
});
