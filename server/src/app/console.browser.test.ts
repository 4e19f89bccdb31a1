/** The administrator's way in, in a real browser: link, passkey, console, a fresh proof, sign-out, sign-in. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { builtConsole } from '../../../tools/testing/built-console.ts';
import { launchBrowser, withVirtualAuthenticator } from '../../../tools/testing/browser.ts';
import { operatorOf } from './test-operator.ts';
import { startTestServer } from './testing.ts';

await builtConsole();
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
  await page.getByRole('button', { name: 'Set up sign-in' }).click();
  await page.getByRole('button', { name: 'Make a passkey' }).click();
  const isIn = () => page.waitForResponse((answer) => answer.url().endsWith('/api/v1/me') && answer.status() === 200);
  const first = isIn();
  await page.getByRole('button', { name: 'Not now' }).click();

  // The console finds nobody signed in and goes to the door, which lets the passkey of a moment ago count.
  await first;
  assert.equal(page.url(), `${url}/console/`);
  await page.locator('#root > *').first().waitFor();
  const me = await page.evaluate(async () => (await fetch('/api/v1/me')).json()) as {
    principal: { displayName: string }; populations: { roles: string[] }[];
  };
  assert.equal(me.principal.displayName, 'Administrator');
  assert.ok(me.populations.every(({ roles }) => roles.includes('owner')));
  const made = await page.evaluate(async () => (await fetch('/api/v1/populations/customers/keys/rotate', {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}',
  })).status);
  assert.equal(made, 200);

  // As the console's own menu does it.
  await page.evaluate(`{
    const form = Object.assign(document.createElement('form'), { method: 'post', action: '/console/sign-out' });
    document.body.append(form);
    form.submit();
  }`);
  await page.getByRole('heading', { level: 1, name: 'You are signed out' }).waitFor();
  assert.equal(await page.evaluate(async () => (await fetch('/api/v1/me')).status), 401);
  // The workforce's first page takes the passkey by itself.
  const again = isIn();
  await page.getByRole('link', { name: 'Sign in again' }).click();
  await again;
  assert.equal(page.url(), `${url}/console/`);
  assert.deepEqual(complaints, []);
});
