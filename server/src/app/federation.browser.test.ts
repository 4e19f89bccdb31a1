/** The way to a provider upstream as people go it: in a real browser, which does what a test's own only pretends to. */
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../../../tools/testing/browser.ts';
import { federatedHouse } from './test-federation.ts';

const house = await federatedHouse();
const browser = await launchBrowser();
after(() => browser.close());

async function newPage(): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  page.setDefaultTimeout(15_000);
  return page;
}
const press = (page: Page, name: string) => page.getByRole('button', { name }).click();
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

test('one press leads to the provider and back', async () => {
  house.bank.expect({ sub: 'ada', email: 'ada@bank.example', email_verified: true, name: 'Ada Upstream' });
  const page = await newPage();
  await page.goto((await house.shop.ask()).url);
  await press(page, 'Continue with Bank');
  await heading(page, 'What may we call you?');
  await press(page, 'Create account');
  await heading(page, 'Sign in without a password');
});

test('who comes back by the back button finds the way on, and another way', async () => {
  house.bank.bend((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Bank</title><h1>Sign in at the bank</h1>');
  });
  const page = await newPage();
  // What the provider is, is known from before; only its own page has changed.
  await page.goto((await house.shop.ask()).url);
  await press(page, 'Continue with Bank');
  await heading(page, 'Sign in at the bank');
  await page.goBack();
  await heading(page, 'Continue with Bank');
  await press(page, 'Use another way');
  await heading(page, 'Sign in');
});
