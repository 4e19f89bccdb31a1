/** The administrator's way in, in a real browser: link, passkey, console, a fresh proof, sign-out, sign-in. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ensureConsole } from '../../../tools/build-console.mjs';
import { root } from '../../../tools/root.ts';
import { launchBrowser, withVirtualAuthenticator } from '../../../tools/testing/browser.ts';
import { operatorOf } from './test-operator.ts';
import { startTestServer } from './testing.ts';

assert.notEqual(await ensureConsole(root, process.execPath), 'failed');
/** Runs with the real time. */
const server = await startTestServer();
const { url, dataFolder } = server.config;
const operator = operatorOf(dataFolder);
const browser = await launchBrowser();
after(() => browser.close());

test('the link leads by way of a passkey into the console, which leads out and in again', async () => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && /content security policy/i.test(message.text())) complaints.push(message.text());
  });
  await withVirtualAuthenticator(page);
  const link = await operator.call('POST', '/admin/link', {});
  await page.goto(link.url);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Make a passkey' }).click();
  await page.getByRole('heading', { level: 1, name: 'Save recovery codes' }).waitFor();
  await page.locator('form').getByRole('button').last().click();

  // The console finds nobody signed in and goes to the door, which lets the passkey of a moment ago count.
  await page.waitForURL(`${url}/console/`);
  await page.locator('#root > *').first().waitFor();
  const me = await page.evaluate(async () => (await fetch('/api/v1/me')).json());
  assert.equal(me.principal.displayName, 'Administrator');
  assert.ok(me.populations.every(({ roles }: { roles: string[] }) => roles.includes('owner')));
  const made = await page.evaluate(async () => (await fetch('/api/v1/populations/customers/keys/rotate', {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}',
  })).status);
  assert.equal(made, 200);

  await page.evaluate(`{
    const form = document.createElement('form');
    Object.assign(form, { method: 'post', action: '/console/sign-out' });
    document.body.append(form);
    form.submit();
  }`);
  await page.getByRole('heading', { level: 1, name: 'You are signed out' }).waitFor();
  assert.equal(await page.evaluate(async () => (await fetch('/api/v1/me')).status), 401);
  // The workforce's first page takes the passkey by itself.
  await page.getByRole('link', { name: 'Sign in again' }).click();
  await page.waitForURL(`${url}/console/`);
  assert.equal(await page.evaluate(async () => (await fetch('/api/v1/me')).status), 200);
  assert.deepEqual(complaints, []);
});
