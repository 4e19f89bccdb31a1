/** The look of a population in a real browser against the whole server: changed by hand, seen on the real pages, published. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../tools/testing/browser.ts';
import { goodSvg, woff2 } from '../server/src/policy/test-brand-files.ts';
import { operatorOf } from '../server/src/app/test-operator.ts';
import { until } from '../server/src/app/test-waiting.ts';
import { startTestServer } from '../server/src/app/testing.ts';
import { ensureConsole } from './build.ts';
import { anotherWindow, becomeAdministrator } from './testing/administrator.ts';

const [server, browser] = await Promise.all([ensureConsole().then((consoleFolder) => startTestServer({ consoleFolder })), launchBrowser()]);
after(() => browser.close());
const { url, dataFolder } = server.config;
const operator = operatorOf(dataFolder);
await operator.createClient('customers', {
  id: 'shop', name: 'Shop', owner: 'Shop team', purpose: 'Orders', grantTypes: ['authorization_code'], scopes: ['openid'], redirectUris: ['https://shop.example/callback'],
});
const { context } = await becomeAdministrator(browser, { operator });

async function open(search = ''): Promise<{ page: Page; noise: string[] }> {
  const page = await anotherWindow(browser, context, { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  const noise: string[] = [];
  page.on('console', (message) => {
    // Playwright's own look into a frame that runs no scripts.
    const isOurs = !message.text().startsWith('Blocked script execution in \'about:srcdoc\'');
    if (isOurs && (message.type() === 'error' || message.type() === 'warning')) noise.push(message.text());
  });
  page.on('pageerror', (error) => noise.push(error.message));
  await page.goto(`${url}/console/p/customers/look${search}`);
  await shown(page).locator('html[data-shown=true]').waitFor();
  return { page, noise };
}
const shown = (page: Page) => page.frameLocator('.look-frame');
const colourOf = (page: Page, selector: string, property: string) => shown(page).locator(selector).first()
  .evaluate((element, name) => (globalThis as unknown as Window).getComputedStyle(element).getPropertyValue(name), property);
interface Window { getComputedStyle(element: unknown): { getPropertyValue(name: string): string } }
/** How wide a picture is, once a browser has read it. */
const widthOf = (picture: ReturnType<Page['getByRole']>): Promise<number> => picture.evaluate((image) => {
  const drawn = image as unknown as { decode(): Promise<void>; naturalWidth: number };
  return drawn.decode().then(() => drawn.naturalWidth);
});

test('a look is changed by hand, seen at once, undone, planned and published; the real page has it', async () => {
  const { page, noise } = await open();
  await page.getByLabel('Name', { exact: true }).fill('Harbour');
  await shown(page).getByText('Harbour', { exact: true }).waitFor();
  await page.getByLabel('Accent', { exact: true }).fill('#ffe600');
  await page.getByRole('row', { name: /^Buttons, light/ }).getByText('too little, 3.0:1 is needed').waitFor();
  await page.getByLabel('Accent', { exact: true }).press('Control+z');
  await page.getByRole('row', { name: /^Buttons, light/ }).getByText('as chosen').waitFor();
  assert.equal(await page.getByLabel('Accent', { exact: true }).inputValue(), '#a8501f');
  assert.equal(await page.getByLabel('Name', { exact: true }).inputValue(), 'Harbour', 'one field is one step back');

  await page.getByLabel('Corners').selectOption('round');
  await page.getByLabel('Logo: file').setInputFiles({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(goodSvg) });
  await shown(page).getByRole('img', { name: 'Harbour' }).waitFor();
  assert.ok(await widthOf(shown(page).getByRole('img', { name: 'Harbour' })) > 0);
  await page.getByLabel('Typeface of your own: file').setInputFiles({ name: 'own.woff2', mimeType: 'font/woff2', buffer: woff2() });
  await page.getByRole('group', { name: 'Typeface of your own' }).getByText('.woff2').waitFor();
  await page.getByLabel('Words in').selectOption('de');
  await page.getByLabel('Title of the sign-in page').fill('Willkommen zurück');
  await shown(page).getByRole('heading', { name: 'Willkommen zurück' }).waitFor();
  // The preview is drawn anew after each key: its last drawing is the one that counts.
  await until('the preview has the typeface', async () => (await colourOf(page, 'body', 'font-family')).startsWith('Brand,'));
  await until('the preview has the corners', async () => await colourOf(page, '.primary', 'border-radius') === '18px');

  await page.getByRole('button', { name: 'Plan', exact: true }).click();
  await page.getByText('This can be published').waitFor();
  await page.getByRole('row', { name: /branding\.texts/ }).getByText(/Willkommen/).waitFor();
  await page.getByRole('button', { name: /^Publish version/ }).click();
  await page.getByText(/^Version \d+ is in force$/).first().waitFor();
  assert.deepEqual(noise, []);

  const person = await browser.newContext({ locale: 'de-DE' });
  const visit = await person.newPage();
  const told: string[] = [];
  visit.on('console', (message) => told.push(message.text()));
  await visit.goto(`${url}/customers/account`);
  await visit.getByRole('heading', { name: 'Willkommen zurück' }).waitFor();
  assert.ok(await widthOf(visit.getByRole('img', { name: 'Harbour' })) > 0);
  assert.ok(await visit.evaluate('document.fonts.ready.then(() => [...document.fonts].some(({ family, status }) => family === "Brand" && status === "loaded"))'));
  assert.deepEqual(told, []);
  await person.close();
  await page.context().close();
});

test('what is wrong is told at its field and beside the last page that could be drawn; hostile files are refused by name', async () => {
  const { page, noise } = await open();
  await page.getByLabel('Footer of every page').fill('<script>alert(1)</script>');
  await page.getByText('Shown as it was before: 1 to mend').waitFor();
  const field = page.getByLabel('Footer of every page');
  assert.equal(await field.getAttribute('aria-invalid'), 'true');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.getByText('Shown as it was before').waitFor({ state: 'detached' });
  await page.getByLabel('Logo: file').setInputFiles({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(goodSvg.replace('<path', '<script>top.x=1</script><path')) });
  await page.getByRole('alert').getByText(/<script>, which a logo may not have/).waitFor();
  assert.deepEqual(noise.filter((text) => !text.includes('422')), []);
  await page.context().close();
});

test('every page is drawn in both schemes and right to left, stands still, and an application has a look of its own', async () => {
  const { page, noise } = await open('?language=ar&scheme=dark&width=narrow');
  for (const [name, seen] of [
    ['Sign up', 'h1'], ['Code by e-mail', '[name=code]'], ['Offer of a passkey', '.passkey button'], ['Error', '.facts'], ['Account', '.sheet-page'], ['E-mail', 'table, p'], ['Sign in', '[name=identifier]'],
  ] as const) {
    await page.getByLabel('Page', { exact: true }).selectOption({ label: name });
    await page.locator(`iframe[title="Preview: ${name}"]`).waitFor();
    await shown(page).locator(`html[dir=rtl] ${seen.split(', ')[0]}, html[dir=rtl] ${seen.split(', ').at(-1)}`).first().waitFor();
    assert.equal(await shown(page).locator('a[href], button:not([tabindex="-1"]), input:not([tabindex="-1"]):not([type=hidden])').count(), 0, name);
    await until(`${name} is dark`, async () => await colourOf(page, 'html', 'color-scheme') === 'dark');
  }
  await until('the ground is dark', async () => await colourOf(page, 'body', 'background-color') === 'rgb(28, 25, 23)');
  await page.getByRole('button', { name: 'Dark' }).click();
  await page.getByRole('button', { name: 'Dark', pressed: false }).waitFor();
  await shown(page).locator('html[data-shown=true]').waitFor();
  await page.getByLabel('Change the look of').selectOption({ label: 'Pages on the way to Shop' });
  await page.getByLabel('Accent', { exact: true }).fill('#0050a0');
  await page.getByRole('row', { name: /^Buttons, light 7\.\d:1/ }).waitFor();
  await page.getByRole('button', { name: 'Plan', exact: true }).click();
  await page.getByRole('row', { name: /branding\.applications/ }).getByText('#0050a0').waitFor();
  await until('the accent is the application\'s', async () => await colourOf(page, '.primary', 'background-color') === 'rgb(0, 80, 160)');
  assert.deepEqual(noise, []);
  await page.context().close();
});
