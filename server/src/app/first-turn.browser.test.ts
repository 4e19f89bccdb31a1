/** The idea, once round: a risky action is checked, and the console shows what that did for security and experience. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { builtConsole } from '../../../tools/testing/built-console.ts';
import { withVirtualAuthenticator } from '../../../tools/testing/browser.ts';
import { heading, press, testDemo } from './test-demo.ts';
import { operatorOf } from './test-operator.ts';

await builtConsole();
const house = await testDemo();
const { server, newPage, signUp, signInByCode, changePayout, changed } = house;
const { url, dataFolder } = server.config;
const operator = operatorOf(dataFolder);

/** As the first administrator does: the link, a passkey, the tour, the overview. */
async function enterConsole(): Promise<Page> {
  const page = await newPage();
  await withVirtualAuthenticator(page);
  await page.goto((await operator.call('POST', '/admin/link', {})).url);
  await press(page, 'Set up sign-in');
  await press(page, 'Make a passkey');
  await press(page, 'Not now');
  await press(page, 'Next door');
  await press(page, 'Skip the tour');
  await heading(page, 'Overview');
  return page;
}

/** A customer with a passkey, who changes where the money goes on a browser that nobody knows yet. */
async function changePayoutElsewhere(address: string): Promise<void> {
  const page = await newPage();
  const first = await withVirtualAuthenticator(page);
  await signUp(page, address, 'Bob');
  await press(page, 'Make a passkey');
  await heading(page, 'Your account');
  const { credentials } = await first.client.send('WebAuthn.getCredentials', { authenticatorId: first.authenticatorId });

  const other = await newPage();
  await signInByCode(other, address);
  await changePayout(other, 'GB82WEST12345698765432');
  const synced = await withVirtualAuthenticator(other);
  await synced.client.send('WebAuthn.addCredential', { authenticatorId: synced.authenticatorId, credential: credentials[0]! });
  await other.getByRole('link', { name: 'Confirm that it is you' }).click();
  await press(other, 'Use passkey');
  await changed(other);
}

/** The value beside a figure's name on a board. */
const figure = (page: Page, name: string) => page.locator('.tile').filter({ hasText: name }).locator('.value-large').first();

test('a payout change meets its step-up, and decision, event and both boards show it', async () => {
  const page = await enterConsole();
  await changePayoutElsewhere('bob@example.org');

  await page.goto(`${url}/console/p/customers/decisions?response=challenge`);
  const row = page.getByRole('row').filter({ hasText: 'payout.change' });
  await row.getByText('proof given').waitFor();
  await row.getByRole('link', { name: 'payout.change' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByText('device unknown').waitFor();
  await drawer.getByText('chosen').waitFor();

  await page.goto(`${url}/console/p/customers/events?types=decision.made,decision.settled`);
  await page.locator('.events').getByText('decision.settled').first().waitFor();
  assert.ok(await page.locator('.events').getByText('decision.made').count() >= 2, 'the challenge and the yes after it');

  await page.goto(`${url}/console/p/customers/map`);
  const went = page.locator('.figures').getByRole('row').filter({ hasText: 'payout.change' });
  await went.waitFor();
  assert.match(await went.innerText(), /payout\.change\s+1\s+1\s+1/, 'one wish, a challenge shown, and passed');

  await page.goto(`${url}/console/p/customers/boards`);
  await figure(page, 'Challenges').waitFor();
  assert.equal(await figure(page, 'Sign-ups started').innerText(), '1');
  assert.equal(await figure(page, 'Challenges passed').innerText(), '100%');
  assert.equal(await page.getByText('Phishing-resistant sessions').count(), 0, 'what the other board is for');

  await page.goto(`${url}/console/p/workforce/boards`);
  await figure(page, 'Phishing-resistant sessions').waitFor();
  assert.equal(await figure(page, 'Phishing-resistant sessions').innerText(), '100%');
  assert.equal(await page.getByText('Sign-ups started').count(), 0, 'what the other board is for');
});
