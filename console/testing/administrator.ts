import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { withVirtualAuthenticator, type VirtualAuthenticator } from '../../tools/testing/browser.ts';
import type { FurnishedServer } from './furnished-server.ts';

/** Comes in as the first administrator does, by the one-time link and a passkey; gives what a browser keeps of it. */
export async function becomeAdministrator(browser: Browser, { operator }: Pick<FurnishedServer, 'operator'>): Promise<{
  context: BrowserContext; page: Page; authenticator: VirtualAuthenticator;
}> {
  const { url } = await operator.call('POST', '/admin/link', {});
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Amsterdam', viewport: { width: 1280, height: 860 } });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const authenticator = await withVirtualAuthenticator(page);
  await page.goto(url);
  await page.getByRole('button', { name: 'Set up sign-in' }).click();
  await page.getByRole('button', { name: /passkey/i }).click();
  // The journey may offer recovery codes; the first visit begins with a tour, which whoever skips it is not shown again.
  const tour = page.getByRole('button', { name: 'Skip the tour' });
  const offer = page.getByRole('button', { name: 'Not now' });
  await offer.or(tour).waitFor();
  if (await offer.isVisible()) await offer.click();
  await tour.click();
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  return { context, page, authenticator };
}

/** The same administrator in another window: of another size or in the dark. */
export async function anotherWindow(browser: Browser, context: BrowserContext, options: BrowserContextOptions): Promise<Page> {
  const other = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Amsterdam', ...options, storageState: await context.storageState() });
  const page = await other.newPage();
  page.setDefaultTimeout(15_000);
  return page;
}
