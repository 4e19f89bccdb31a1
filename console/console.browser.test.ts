/** The console in a real browser against the whole server: its work done, by pointer and by keyboard. */
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { launchBrowser, withVirtualAuthenticator } from '../tools/testing/browser.ts';
import { anotherWindow, becomeAdministrator } from './testing/administrator.ts';
import { startFurnishedServer } from './testing/furnished-server.ts';

const firstView = 300 * 1024;

const [furnished, browser] = await Promise.all([startFurnishedServer(), launchBrowser()]);
after(() => browser.close());
const { url, operator, person, employee, advance } = furnished;
const { context, page: entered, authenticator } = await becomeAdministrator(browser, furnished);

async function open(path: string, width = 1280): Promise<{ page: Page; noise: string[] }> {
  const page = await anotherWindow(browser, context, { viewport: { width, height: 860 }, reducedMotion: 'reduce' });
  const noise: string[] = [];
  page.on('console', (message) => message.type() === 'error' && noise.push(message.text()));
  page.on('pageerror', (error) => noise.push(error.message));
  await page.goto(`${url}${path}`);
  return { page, noise };
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

test('an application is created by a form that ends in its secret and code that names it', async () => {
  const { page } = await open('/console/p/workloads/applications/new');
  await page.getByLabel('Name', { exact: true }).fill('Stock count');
  await page.getByLabel('Owner').fill('Warehouse systems');
  await page.getByLabel('Purpose').fill('Counts the stock at night');
  await press(page, 'Create application');
  await heading(page, 'Stock count is registered');
  assert.match(await page.getByLabel('Client secret').innerText(), /^[\w-]{43}$/);
  assert.match(await page.locator('pre').innerText(), /workloads\/token[\s\S]*'stock-count'/);
  await page.context().close();
  assert.equal((await operator.call('GET', '/populations/workloads/clients/stock-count')).client.owner, 'Warehouse systems');
});

test('what the server finds wrong with a registration is told at its field', async () => {
  const { page } = await open('/console/p/customers/applications/new');
  await page.getByLabel('Name', { exact: true }).fill('Blog');
  await page.getByLabel('Owner').fill('Press');
  await page.getByLabel('Purpose').fill('News');
  await page.getByLabel('Redirect addresses').fill('http://blog.example/callback');
  await press(page, 'Create application');
  await page.getByText(/use https, http on localhost/).waitFor();
  assert.equal(await page.getByLabel('Redirect addresses').getAttribute('aria-invalid'), 'true');
  assert.equal(await page.getByLabel('Owner').inputValue(), 'Press', 'nothing that was typed is lost');
  await page.context().close();
});

test('a stale draft overwrites nobody: what changed meanwhile is shown, and the draft stays', async () => {
  const { page } = await open('/console/p/workforce/policy/edit?file=sessions.yaml');
  const editor = page.getByLabel('Text of sessions.yaml');
  const text = await editor.inputValue();
  await editor.fill(text.replace('idle: 1h', 'idle: 30m'));
  await page.reload();
  assert.match(await editor.inputValue(), /idle: 30m/, 'the browser keeps it, as for every other editor of the policy');
  await press(page, 'Plan');
  await page.getByText('This can be published').waitFor();
  await page.getByRole('cell', { name: 'sessions.idle' }).waitFor();
  const { files, version } = await operator.call('GET', '/populations/workforce/policy/files');
  const charter = files.find((each: { path: string }) => each.path === 'charter.yaml');
  charter.text = charter.text.replace('security: null', 'security: Security lead');
  await operator.call('POST', '/populations/workforce/policy/apply', { files, basedOn: version });
  await press(page, /Publish version/);
  await page.getByText('Somebody else published while you were drafting').waitFor();
  await page.getByText('added: security: Security lead').or(page.getByText('security: Security lead')).first().waitFor();
  assert.match(await editor.inputValue(), /idle: 30m/);
  const now = await operator.call('GET', '/populations/workforce/policy');
  assert.deepEqual([now.version, now.content.sessions.idle], [version + 1, '1h']);
  await page.context().close();
});

test('somebody is suspended after being told what ends, and let back in by undo', async () => {
  const { page } = await open(`/console/p/customers/people/${person}`);
  await page.getByRole('cell', { name: /Firefox/ }).first().waitFor();
  await press(page, 'Suspend');
  await page.getByText('2 sessions end at shop').waitFor();
  await page.getByLabel('Reason').fill('card reported stolen');
  await page.getByRole('dialog').getByRole('button', { name: 'Suspend' }).click();
  await page.getByRole('heading', { name: 'Not signed in anywhere' }).waitFor();
  await page.getByRole('button', { name: 'Let back in' }).waitFor();
  const state = async () => (await operator.call('GET', `/populations/customers/principals/${person}`)).principal.state;
  assert.equal(await state(), 'suspended');
  await press(page, 'Undo');
  await page.getByRole('button', { name: 'Suspend', exact: true }).waitFor();
  assert.equal(await state(), 'active');
  await page.context().close();
});

test('a device of an employee is registered by its public key, removed, and put back by undo; a private key goes nowhere', async () => {
  const { page, noise } = await open(`/console/p/workforce/people/${employee}`);
  const sent: string[] = [];
  page.on('request', (request) => { if (request.method() === 'POST') sent.push(request.postData() ?? ''); });
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  await press(page, 'Register a device');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Device').fill('Tablet 12');
  await dialog.getByLabel('Public key').fill(privateKey.export({ format: 'pem', type: 'pkcs8' }) as string);
  await dialog.getByRole('button', { name: 'Register device' }).click();
  await dialog.getByText('This is a private key').waitFor();
  assert.deepEqual([await dialog.getByLabel('Public key').getAttribute('aria-invalid'), sent], ['true', []]);
  await dialog.getByLabel('Public key').fill(JSON.stringify(publicKey.export({ format: 'jwk' })));
  await dialog.getByLabel('Managed until').press('Enter');
  const row = page.getByRole('row', { name: /Tablet 12/ });
  await row.waitFor();
  const names = async () => (await operator.call('GET', `/populations/workforce/principals/${employee}/device-keys`)).keys.map(({ name }: { name: string }) => name);
  assert.deepEqual(await names(), ['Tablet 12', 'Laptop 4711']);
  await press(page, 'Remove Tablet 12');
  await row.waitFor({ state: 'detached' });
  assert.deepEqual(await names(), ['Laptop 4711']);
  await press(page, 'Undo');
  await row.waitFor();
  assert.deepEqual(await names(), ['Tablet 12', 'Laptop 4711']);
  assert.deepEqual(noise, []);
  await page.context().close();
});

test('an action that was held up is looked at: a reason is asked, what can\'t be undone is said, and who said yes stays', async () => {
  const { page, noise } = await open('/console/p/customers/decisions');
  await page.getByRole('link', { name: '1 action waits for a yes' }).click();
  await heading(page, 'Actions to look at');
  await page.setViewportSize({ width: 380, height: 860 });
  const button = (await page.getByRole('button', { name: 'Approve' }).boundingBox())!;
  assert.ok(button.x >= 0 && button.x + button.width <= 380 && button.height >= 44, 'in sight, and large enough for a thumb');
  await page.setViewportSize({ width: 1280, height: 860 });
  await press(page, 'Approve');
  const dialog = page.getByRole('dialog', { name: 'Approve: Change of the account that money is paid out to' });
  await dialog.getByText(/cannot be taken back/).waitFor();
  await dialog.getByRole('button', { name: 'Approve' }).click();
  assert.equal(await dialog.isVisible(), true, 'not without a reason');
  await dialog.getByLabel('Reason').fill('Called back on the known number');
  await dialog.getByRole('button', { name: 'Approve' }).click();
  await page.getByRole('heading', { name: 'Nothing waits for a yes' }).waitFor();
  await press(page, 'Closed');
  await page.getByText(/Called back on the known number/).waitFor();
  await page.getByText('approved, not done yet').waitFor();
  assert.deepEqual(noise, []);
  await page.context().close();
});

test('who it was is said of a decision with its source, case and note; undone it counts no more, and stays in the history', async () => {
  const { page, noise } = await open(`/console/p/customers/decisions?decision=${furnished.decision}`);
  const drawer = page.getByRole('dialog', { name: 'payout.change' });
  await drawer.getByRole('button', { name: 'Say who it was' }).click();
  const form = drawer.getByRole('form', { name: 'Say who it was' });
  await form.getByRole('button', { name: 'Keep' }).click();
  assert.equal(await form.isVisible(), true, 'not without saying who');
  await form.getByLabel('the person').check();
  await form.getByLabel('Case or payment').fill('call-31');
  await form.getByLabel('Note').fill('Called back on the number from before');
  await form.getByRole('button', { name: 'Keep' }).click();
  const said = drawer.locator('.labels li', { hasText: 'call-31' });
  await said.getByText('By you').waitFor();
  await said.getByRole('button', { name: 'Take back' }).waitFor();
  await press(page, 'Undo');
  await said.getByText('counts no more').waitFor();
  assert.equal(await said.count(), 2);
  assert.equal(await said.getByRole('button').count(), 0, 'what was taken back is not taken back again');
  const { decision } = await operator.call('GET', `/populations/customers/decisions/${furnished.decision}`);
  const labels = (decision.labels as { reference: string; verdict: string; stands: boolean; note: string | null }[]).filter(({ reference }) => reference === 'call-31');
  assert.deepEqual(labels.map(({ verdict, stands }) => [verdict, stands]), [['genuine', false], ['withdrawn', false]]);
  assert.deepEqual(noise, []);
  await page.context().close();
});

test('the whole way by keyboard: palette, search, a person, an event, and back', async () => {
  const { page } = await open('/console/');
  await heading(page, 'Overview');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate('document.activeElement.textContent'), 'Skip to content');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').waitFor();
  await page.keyboard.type('customers people');
  await page.getByRole('option', { name: /People/ }).first().waitFor();
  await page.keyboard.press('Enter');
  await heading(page, 'People');
  await page.getByRole('link', { name: 'Ada Larch' }).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('ada');
  await page.waitForURL(/search=ada/);
  await page.getByRole('link', { name: 'Kofi Mensah' }).waitFor({ state: 'detached' });
  await page.getByRole('checkbox', { name: 'Pick all on this page' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await heading(page, /Ada Larch/);
  await page.locator('.events .row-link').first().waitFor();
  await page.locator('.events .row-link').first().focus();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForURL(/event=\d+/);
  await page.getByRole('dialog').getByText('What it tells').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await page.waitForURL(/people\?search=ada$/);
  assert.equal(await page.getByLabel('Search people').inputValue(), 'ada', 'the back button brings the filter back');
  await page.keyboard.press('g');
  await page.keyboard.press('e');
  await heading(page, 'Events');
  await page.context().close();
});

test('new events appear by themselves, and one opens by its address', async () => {
  const { page } = await open('/console/p/customers/events?types=principal.reactivated,principal.suspended');
  await page.getByText('Live', { exact: true }).waitFor();
  const { events: { length: before } } = await operator.call('GET', '/events?population=customers&types=principal.reactivated,principal.suspended&limit=50');
  // What has been is there already, before anything new comes.
  await page.locator('.events tbody tr').nth(before - 1).waitFor();
  await operator.call('POST', `/populations/customers/principals/${person}/suspend`, { reason: 'seen live' });
  await page.getByText('seen live').waitFor();
  assert.equal(await page.locator('.events tbody tr').count(), before + 1);
  await operator.call('POST', `/populations/customers/principals/${person}/reactivate`, { reason: 'and back' });
  await page.context().close();
});

test(`the first view takes at most ${firstView / 1024} KB with everything it loads`, async () => {
  const { page } = await open('/console/');
  await page.locator('.population-card footer').first().waitFor();
  await page.waitForLoadState('networkidle');
  const loaded = await page.evaluate(() => performance.getEntries()
    .flatMap((entry) => ('encodedBodySize' in entry ? [{ name: entry.name, encodedBodySize: Number(entry.encodedBodySize) }] : [])));
  assert.ok(loaded.some(({ name }) => name.endsWith('.js')) && loaded.some(({ name }) => name.endsWith('.css')) && loaded.some(({ name }) => name.endsWith('.woff2')), 'not all was seen');
  const bytes = loaded.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
  assert.ok(bytes > 50_000 && bytes <= firstView, `${bytes} bytes: ${JSON.stringify(loaded)}`);
  assert.ok(!loaded.some(({ name }) => /journey-graph|course/.test(name)), 'graphs and charts are loaded when they are looked at');
  await page.context().close();
});

// Last: from here on the server's clock is ahead.
test('what needs a fresh proof asks for it in another tab, keeps what was typed, and goes on by itself', async () => {
  advance(6 * 60_000);
  await entered.goto(`${url}/console/p/workloads/applications/new`);
  await entered.getByLabel('Name', { exact: true }).fill('Price feed');
  await entered.getByLabel('Owner').fill('Pricing');
  await entered.getByLabel('Purpose').fill('Sends prices');
  await press(entered, 'Create application');
  const [tab] = await Promise.all([context.waitForEvent('page'), entered.getByRole('link', { name: 'Confirm in a new tab' }).click()]);
  await tab.waitForLoadState();
  const { client, authenticatorId } = await withVirtualAuthenticator(tab);
  const { credentials } = await authenticator.client.send('WebAuthn.getCredentials', { authenticatorId: authenticator.authenticatorId });
  for (const credential of credentials) await client.send('WebAuthn.addCredential', { authenticatorId, credential });
  await tab.getByRole('button', { name: /passkey/i }).first().click().catch(() => undefined);
  await heading(entered, 'Price feed is registered');
});

test('a made-up request is answered in words, turned by its nearest change, and begins with a decision as well', async () => {
  const { page, noise } = await open('/console/p/customers/decisions');
  await page.getByRole('link', { name: 'What if' }).click();
  await heading(page, 'What if');
  await page.getByLabel('Action').selectOption('payout.change');
  await press(page, 'A stolen password from afar');
  const answer = page.locator('.answer');
  await answer.getByText('at high risk').waitFor();
  await answer.getByText('Nearest change').waitFor();
  assert.match(await answer.locator('.rules').innerText(), /device\.knownFor/);
  await page.getByLabel('Browser known for').selectOption('30d');
  await page.getByLabel('Risk', { exact: true }).selectOption('low');
  await answer.getByText('nobody is bothered').waitFor();
  assert.match(page.url(), /device=30d/);
  assert.deepEqual(noise, []);
  await page.context().close();
});

test('a made-up machine is answered as the policy would, turned by its nearest change, and begins with a decision as well', async () => {
  const { page, noise } = await open('/console/p/workloads/decisions');
  await page.getByRole('link', { name: 'What if' }).click();
  await heading(page, 'What if');
  const answer = page.locator('.answer');
  await answer.getByText('so it goes on').waitFor();
  await press(page, 'An old secret');
  await answer.getByText('client.authentication: key rather than secret makes it').waitFor();
  await page.getByLabel('Scopes').fill('ledger.read');
  await page.getByLabel('Scopes').press('Enter');
  await page.waitForURL(/scopes=ledger\.read/);
  await page.getByLabel('Proves itself by').selectOption('key');
  await answer.getByText('so it goes on').waitFor();
  await page.goto(`${url}/console/p/workloads/decisions?response=deny`);
  await page.locator('.row-link').first().click();
  await page.getByRole('link', { name: 'Try it otherwise' }).click();
  await answer.getByText('by version').waitFor();
  assert.match(page.url(), /decision=/);
  await page.getByLabel('That is in force for').selectOption('365d');
  await answer.getByRole('listitem').filter({ hasText: 'Secret old' }).waitFor();
  assert.deepEqual(noise, []);
  await page.context().close();
});

test('a draft of this browser watches, says that nothing was decided since, and is stopped', async () => {
  const { page, noise } = await open('/console/p/customers/decisions/watches');
  await page.getByText('No draft watches').waitFor();
  const { version, files } = await operator.call<{ version: number; files: { path: string; text: string }[] }>('GET', '/populations/customers/policy/files');
  const text = files.find(({ path }) => path === 'checkpoints.yaml')!.text.replace('for: 24h', 'for: 48h');
  await page.evaluate(({ key, draft }) => localStorage.setItem(key, draft), { key: 'limen.journey-draft.customers', draft: JSON.stringify({ version, edits: { 'checkpoints.yaml': text } }) });
  await page.reload();
  await page.getByLabel('Name').fill('Waiting longer');
  await press(page, 'Have it watch');
  await page.getByRole('heading', { level: 2, name: 'Waiting longer' }).waitFor();
  await page.getByText('No decision was made since').waitFor();
  await press(page, 'Stop watching');
  await page.getByRole('cell', { name: 'over' }).waitFor();
  assert.deepEqual(noise, []);
  await page.context().close();
});
