/** The page of docs/guides/own-front-end.md as it stands there, in a real browser, on an origin of its own. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { launchBrowser, withVirtualAuthenticator } from '../../../tools/testing/browser.ts';
import { testMailbox } from './test-application.ts';
import { fetchFrom } from './test-fetch.ts';
import { operatorOf } from './test-operator.ts';
import { freePort, startTestServer } from './testing.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const folder = await mkdtemp(join(tmpdir(), 'limen-own-front-end-'));
after(() => rm(folder, { recursive: true, force: true }));

const server = await startTestServer();
const { url, port, dataFolder } = server.config;
const house = { url, fetch: fetchFrom(() => port), operator: operatorOf(dataFolder) };
const mailbox = testMailbox(house);
const appPort = String(await freePort());
const app = `http://localhost:${appPort}/`;

const guide = await readFile(join(root, 'docs', 'guides', 'own-front-end.md'), 'utf8');
const files = new Map<string, string>();
for (const [, name = '', body = ''] of guide.matchAll(/^```(?:js|html|json) (\S+)\n([\s\S]*?)^```$/gm)) {
  // Both servers have ports of their own here.
  files.set(name, body.replaceAll('localhost:3000', new URL(url).host).replaceAll('4100', appPort));
}
for (const [name, content] of files) await writeFile(join(folder, name), content);
await copyFile(join(root, 'sdk', 'built', 'limen.js'), join(folder, 'limen.js'));
await house.operator.call('POST', '/populations/customers/clients', JSON.parse(files.get('screens.json')!));

const pages = spawn(process.execPath, ['serve.mjs'], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
after(async () => { if (pages.kill()) await once(pages, 'exit'); });
await Promise.race([once(pages.stdout, 'data'), once(pages, 'exit')]);

const browser = await launchBrowser();
after(() => browser.close());
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function newPage(): Promise<{ page: Page; faults: string[] }> {
  const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  page.setDefaultTimeout(20_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    // A screen to go on from has the status of an error.
    if (message.type() === 'error' && !message.text().includes('status of 400')) faults.push(message.text());
  });
  return { page, faults };
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

/** WCAG 2.2 AA, as far as a machine can tell. */
async function accessible(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  // The page's own policy would keep the checker out; over the debugger it comes in.
  await session.send('Runtime.evaluate', { expression: axe });
  const { result } = await session.send('Runtime.evaluate', {
    expression: "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }).then((found) => JSON.stringify(found.violations.map(({ id, nodes }) => [id, nodes[0].html])))",
    awaitPromise: true, returnByValue: true,
  });
  assert.equal(result.value, '[]');
}

test('a person signs up with a passkey and comes back with it, in screens that the page draws', async () => {
  assert.deepEqual([...files.keys()], ['screens.json', 'index.html', 'app.js', 'serve.mjs']);
  const { page, faults } = await newPage();
  const authenticator = await withVirtualAuthenticator(page);
  await page.goto(app);
  await heading(page, 'Sign in');
  await accessible(page);
  await press(page, /Create an account/);
  await heading(page, 'Create your account');
  await page.getByLabel('E-mail address').fill('ada@example.org');
  await press(page, 'Continue');

  await heading(page, 'Check your e-mail');
  await page.getByLabel('Code from the e-mail').fill('12');
  await press(page, 'Continue');
  const notice = page.getByRole('alert');
  await notice.waitFor();
  assert.equal(await page.getByLabel('Code from the e-mail').evaluate((field) => field.matches(':focus')), true);
  await accessible(page);
  await page.reload();
  await heading(page, 'Check your e-mail');
  await page.getByLabel('Code from the e-mail').fill(await mailbox.code('ada@example.org'));
  await press(page, 'Continue');

  await heading(page, 'What may we call you?');
  await page.getByLabel('Your name').fill('Ada Example');
  await press(page, 'Continue');
  await heading(page, 'Sign in without a password');
  await accessible(page);
  await press(page, 'Make a passkey');
  await heading(page, 'Welcome, Ada Example');
  await page.getByText('ada@example.org').waitFor();
  const { credentials } = await authenticator.client.send('WebAuthn.getCredentials', { authenticatorId: authenticator.authenticatorId });
  assert.deepEqual(credentials.map(({ rpId }) => rpId), ['localhost']);

  await page.goto(app);
  await heading(page, 'Sign in');
  await press(page, 'Sign in with a passkey');
  await heading(page, 'Welcome, Ada Example');
  assert.deepEqual(await page.context().cookies(), [], 'nothing hangs on cookies');
  assert.deepEqual(faults, []);
});

test('in Arabic the page reads from right to left, in the server\'s words', async () => {
  const { page, faults } = await newPage();
  await page.goto(`${app}?lang=ar`);
  await page.locator('html[dir=rtl][lang=ar] form').waitFor();
  await accessible(page);
  assert.deepEqual(faults, []);
});

test('a page on a registered origin can read answers, one on another gets nothing', async () => {
  const otherPort = await freePort();
  const other = createServer((_request, response) => { response.setHeader('content-type', 'text/html').end('<h1>Elsewhere</h1>'); });
  await new Promise<void>((resolve) => { other.listen(otherPort, 'localhost', resolve); });
  after(() => { other.close(); });
  const { page } = await newPage();
  const asked = async (address: string): Promise<string> => {
    await page.goto(address);
    return page.evaluate((endpoint) => fetch(endpoint, { method: 'POST', body: new URLSearchParams({ client_id: 'screens' }) }).then(
      async (answer) => (await answer.json() as { error: string }).error, (error: Error) => error.name), `${url}/customers/authorize-challenge`);
  };
  assert.equal(await asked(app), 'invalid_dpop_proof');
  assert.equal(await asked(`http://localhost:${otherPort}/`), 'TypeError');
});
