/** Pages that wait for another device go on by themselves, in real browsers against the whole server. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../../../tools/testing/browser.ts';
import { signUp, testApplication, testMailbox } from './test-application.ts';
import { TestBrowser } from './test-browser.ts';
import { fetchFrom } from './test-fetch.ts';
import { operatorOf } from './test-operator.ts';
import { changePolicy } from './test-policy.ts';
import { startTestServer } from './testing.ts';

const server = await startTestServer();
const { url, port, dataFolder } = server.config;
const house = { url, fetch: fetchFrom(() => port), operator: operatorOf(dataFolder) };
const mailbox = testMailbox(house);
const email = 'ada@example.org';
const shop = await testApplication(house, 'customers');
await signUp(new TestBrowser(house.fetch), (await shop.ask({ prompt: 'create' })).url, email, mailbox);
const across = '\n  across:\n    step: handoff\n    exits: { moved: code, stay: code }\n';
await changePolicy(house, 'customers', 'journeys/sign-in.yaml', (text) => (
  `${text.replace('identified: code', 'identified: across').replace('step: email-code', 'step: email-link')}${across}`));

const browser = await launchBrowser();
after(() => browser.close());

async function newPage(): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  page.setDefaultTimeout(20_000);
  return page;
}
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

async function askedAt(page: Page): Promise<void> {
  await page.goto(`${url}/customers/account`);
  await page.getByLabel('E-mail address').fill(email);
  await press(page, 'Continue');
  await heading(page, 'Go on at another device');
}

test('a link that is confirmed on a phone lets the page on the laptop go on, without a press there', async () => {
  const [laptop, phone] = [await newPage(), await newPage()];
  await askedAt(laptop);
  await press(laptop, 'Go on here');
  await heading(laptop, 'Open the link in your e-mail');
  await laptop.getByText('This page goes on by itself.').waitFor();
  const number = await laptop.locator('.digits').innerText();
  await phone.goto(await mailbox.link(email));
  await phone.getByLabel('Number on that screen').fill(number);
  await press(phone, 'Let that screen in');
  await heading(phone, 'Done here');
  await heading(laptop, 'Sign in without a password');
  assert.deepEqual(await phone.context().cookies(), []);
});

test('a run that moves to a phone goes on there without a press, and the laptop is told', async () => {
  const [laptop, phone] = [await newPage(), await newPage()];
  await askedAt(laptop);
  const code = (await laptop.locator('.digits').innerText()).replace(' ', '');
  await phone.goto(`${url}/customers/handoff?code=${code}`);
  await press(phone, 'Continue');
  await heading(phone, /^Sign in to .* here$/);
  await heading(laptop, 'Is that your other device?');
  await laptop.getByLabel('Number on the other device').fill(await phone.locator('.digits').innerText());
  await press(laptop, 'Go on there');
  await heading(laptop, 'This goes on on your other device');
  await heading(phone, 'Open the link in your e-mail');
});
