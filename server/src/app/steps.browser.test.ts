/** Steps that need a real browser to be believed, against the whole server. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../../../tools/testing/browser.ts';
import { fetchFrom } from './test-fetch.ts';
import { operatorOf } from './test-operator.ts';
import { changePolicy } from './test-policy.ts';
import { startTestServer } from './testing.ts';

const server = await startTestServer();
const { url, port, dataFolder } = server.config;
const house = { url, fetch: fetchFrom(() => port), operator: operatorOf(dataFolder) };
const work = '\n  work:\n    step: proof-of-work\n    with: { tries: 200, wait: 1s }\n    exits: { done: identify, waited: waited }\n'
  + '  waited:\n    step: message\n    with: { title: { en: You have waited }, text: { en: Go on now. } }\n    exits: { read: identify }\n';
await changePolicy(house, 'customers', 'journeys/sign-in.yaml', (text) => `${text.replace('start: identify', 'start: work')}${work}`);

const browser = await launchBrowser();
after(() => browser.close());

async function newPage(javaScriptEnabled = true): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'en-GB', javaScriptEnabled })).newPage();
  page.setDefaultTimeout(20_000);
  return page;
}
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

test('the device does its work aside and goes on, without a press and without a complaint of the browser', async () => {
  const page = await newPage();
  const complaints: string[] = [];
  page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${url}/customers/account`);
  await page.getByLabel('E-mail address').waitFor();
  assert.deepEqual(complaints, []);
});

test('without a script some seconds do the same, by the button', async () => {
  const page = await newPage(false);
  await page.goto(`${url}/customers/account`);
  await page.getByText('Without JavaScript, wait 1 second').waitFor();
  // Pressed too early it says so, and the wait goes on from where it was.
  while (!await heading(page, 'You have waited').isVisible()) {
    await page.getByRole('button', { name: 'Continue' }).click();
    await heading(page, /One moment|You have waited/).waitFor();
  }
});
