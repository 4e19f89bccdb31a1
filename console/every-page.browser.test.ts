/** Every page of the console in a real browser: readable and usable by everybody, at any width, light and dark. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
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

async function open(path: string, width: number): Promise<{ page: Page; noise: string[] }> {
  const page = await anotherWindow(browser, context, { viewport: { width, height: 860 }, reducedMotion: 'reduce' });
  // Compiled once for all the documents, and let in where the page's own policy lets no script in.
  await page.addInitScript(axe);
  const noise: string[] = [];
  page.on('console', (message) => message.type() === 'error' && noise.push(message.text()));
  page.on('pageerror', (error) => noise.push(error.message));
  await page.goto(`${url}${path}`);
  return { page, noise };
}

for (const width of [1280, 380]) {
  test(`every page at ${width} pixels, light and dark: all of it by keyboard, no barrier, no scrolling sideways, no error`, async () => {
    const { page, noise } = await open('/console/', width);
    const faults: string[] = [];
    for (const { name, path, settle } of consolePages(furnished)) {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(`${url}${path}`);
      await settle(page);
      faults.push(...(await barriers(page, { type: 'tag', values: tags })).map((fault) => `${name}: ${fault}`));
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.locator('html[data-mantine-color-scheme=dark]').waitFor();
      faults.push(...(await barriers(page, { type: 'rule', values: ofColours })).map((fault) => `${name}, dark: ${fault}`));
      faults.push(...(await keyboardFaults(page)).map((fault) => `${name}: ${fault}`));
      if (await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')) faults.push(`${name} scrolls sideways`);
      faults.push(...noise.splice(0).map((text) => `${name}: ${text}`));
    }
    assert.deepEqual(faults, []);
    await page.context().close();
  });
}

/** What axe finds, one line each. */
async function barriers(page: Page, runOnly: { readonly type: string; readonly values: readonly string[] }): Promise<string[]> {
  return page.evaluate(async (only) => {
    interface Found { violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }
    const { axe: checker } = globalThis as unknown as { axe: { run: (context: unknown, options: unknown) => Promise<Found> } };
    const { violations } = await checker.run('html', { runOnly: only, resultTypes: ['violations'], iframes: false, selectors: false, preload: false });
    return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary}`));
  }, runOnly);
}
