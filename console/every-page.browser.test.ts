/** Every page of the console in a real browser: readable and usable by everybody, at any width, light and dark. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, test } from 'node:test';
import { launchBrowser } from '../tools/testing/browser.ts';
import { keyboardFaults } from '../tools/testing/keyboard.ts';
import { anotherWindow, becomeAdministrator } from './testing/administrator.ts';
import { startFurnishedServer } from './testing/furnished-server.ts';
import { consolePages } from './testing/pages.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What a page says of itself is the same in both schemes; these rules look at its colours. */
const ofColours = ['color-contrast', 'link-in-text-block'];

const [furnished, browser] = await Promise.all([startFurnishedServer(), launchBrowser()]);
after(() => browser.close());
const { url } = furnished;
const { context } = await becomeAdministrator(browser, furnished);

const page = await anotherWindow(browser, context, { reducedMotion: 'reduce' });
// Compiled once for all the documents, and let in where the page's own policy lets no script in.
await page.addInitScript(axe);
const noise: string[] = [];
page.on('console', (message) => message.type() === 'error' && noise.push(message.text()));
page.on('pageerror', (error) => noise.push(error.message));

const wide = 1280;
const narrow = 380;
const frames = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))';

for (const [at, { name, path, settle }] of consolePages(furnished).entries()) {
  test(`${name}: all of it by keyboard, no barrier, no scrolling sideways, no error, wide and narrow, light and dark`, async () => {
    // Every other page is opened narrow and widened, the rest the other way round: somebody turns a tablet, too.
    const widths = at % 2 === 0 ? [wide, narrow] : [narrow, wide];
    await page.setViewportSize({ width: widths[0]!, height: 860 });
    await page.goto(`${url}${path}`);
    await settle(page);
    // Nothing has been scrolled or has the focus yet while it is looked at.
    for (const width of widths) assert.deepEqual(await faultsAt(width), [], `at ${width} pixels`);
    for (const width of widths.toReversed()) {
      await look('dark', width);
      assert.deepEqual(await keyboardFaults(page), [], `at ${width} pixels`);
    }
    assert.deepEqual(noise.splice(0), []);
  });
}

async function look(colorScheme: 'light' | 'dark', width: number): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize({ width, height: 860 });
  await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
}

/** What is wrong with the page that is open, one line each. */
async function faultsAt(width: number): Promise<string[]> {
  await look('light', width);
  // What measures itself is drawn anew a frame later.
  await page.evaluate(frames);
  const faults = await barriers({ type: 'tag', values: tags });
  await look('dark', width);
  faults.push(...(await barriers({ type: 'rule', values: ofColours })).map((fault) => `dark: ${fault}`));
  if (await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')) faults.push('scrolls sideways');
  return faults;
}

/** What axe finds, one line each. */
async function barriers(runOnly: { readonly type: string; readonly values: readonly string[] }): Promise<string[]> {
  return page.evaluate(async (only) => {
    interface Found { violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }
    const { axe: checker } = globalThis as unknown as { axe: { run: (context: unknown, options: unknown) => Promise<Found> } };
    const { violations } = await checker.run('html', { runOnly: only, resultTypes: ['violations'], iframes: false, selectors: false, preload: false });
    return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary}`));
  }, runOnly);
}
