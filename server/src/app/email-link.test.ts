/** Links by mail at a whole server: two browsers, a scanner of mail, forwarded and stale links. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { minute, movableClock } from '../kernel/index.ts';
import { pastOffer, signUp, testApplication, testMailbox } from './test-application.ts';
import { TestBrowser, type Page } from './test-browser.ts';
import { fetchFrom } from './test-fetch.ts';
import { operatorOf } from './test-operator.ts';
import { changePolicy } from './test-policy.ts';
import { startTestServer } from './testing.ts';

const clock = movableClock(new Date());
const server = await startTestServer({}, { clock });
const { url, port, dataFolder } = server.config;
const house = { url, fetch: fetchFrom(() => port), operator: operatorOf(dataFolder) };
const mailbox = testMailbox(house);
const shop = await testApplication(house, 'customers', { name: 'Harbour shop' });
const laptop = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0';
const email = 'ada@example.org';

await signUp(new TestBrowser(house.fetch), (await shop.ask({ prompt: 'create' })).url, email, mailbox);
await changePolicy(house, 'customers', 'journeys/sign-in.yaml', (text) => (
  // The same person comes again and again here, and is offered a passkey each time.
  text.replace('step: email-code', 'step: email-link').replace(', again: 90d', '')));

/** A sign-in that waits for its link; the clock moves on so that mails aren't held back. */
async function waiting() {
  clock.advance(20 * minute);
  const browser = new TestBrowser(house.fetch, { 'user-agent': laptop });
  const asked = await shop.ask();
  const page = await browser.send(await browser.visit(asked.url), { choice: 'continue', identifier: email });
  const number = /class="digits" dir="ltr">(\d\d)</.exec(page.body)?.[1] ?? assert.fail('no number is shown');
  const waits = /data-waits="([^"]+)"/.exec(page.body)?.[1] ?? assert.fail('the page does not wait');
  const next = async (): Promise<unknown> => JSON.parse((await browser.request(new URL(waits, url).href)).body).next;
  return { browser, asked, page, number, next, link: await mailbox.link(email) };
}

const wordsIn = ({ body }: Page): string => body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const phone = (): TestBrowser => new TestBrowser(house.fetch, { 'user-agent': 'a phone' });

test('read on a phone, confirmed with the number, and the laptop goes on to its application', async () => {
  const { browser, asked, page, number, next, link } = await waiting();
  const reader = phone();
  const opened = await reader.visit(link);
  assert.match(wordsIn(opened), /Harbour shop in Firefox on Windows, begun just now/);
  assert.ok(!opened.body.includes(`>${number}<`), 'the number is on the first screen only');
  assert.equal(await next(), 'wait');
  assert.match(wordsIn(await reader.send(opened, { choice: 'continue', number })), /Done here/);
  assert.equal(await next(), 'send');
  const offer = await browser.send(page, { choice: 'continue' });
  await shop.redeem(await pastOffer(browser, offer), asked);
  assert.deepEqual(reader.cookies(), [], 'the phone got no session');
});

test('in the browser that began, a second tab goes on without a number, and the first is led to where it is now', async () => {
  const { browser, asked, page, next, link } = await waiting();
  const tab = await browser.visit(link);
  assert.ok(!tab.body.includes('name="number"'));
  const offer = await browser.send(tab, { choice: 'continue' });
  assert.equal(await next(), 'reload');
  const old = await browser.send(page, { choice: 'continue' });
  assert.equal(new URL(old.url).pathname, new URL(offer.url).pathname);
  await shop.redeem(await pastOffer(browser, old), asked);
});

test('a scanner that looks often, by GET and HEAD, and even sends the form, changes nothing', async () => {
  const { browser, page, number, next, link } = await waiting();
  const scanner = new TestBrowser(house.fetch, { 'sec-purpose': 'prefetch' });
  const opened = await scanner.visit(link);
  for (let looks = 0; looks < 4; looks += 1) await scanner.request(link, { method: looks % 2 ? 'GET' : 'HEAD' });
  for (let posts = 0; posts < 4; posts += 1) await scanner.send(opened, { choice: 'continue', number: '' });
  assert.equal((await scanner.post(opened, { choice: 'continue' }, { origin: 'https://evil.example' })).status, 403);
  assert.equal(await next(), 'wait');
  const reader = phone();
  await reader.send(await reader.visit(link), { choice: 'continue', number });
  assert.match(wordsIn(await browser.send(page, { choice: 'continue' })), /passkey/);
});

test('a forwarded link lets in nobody who does not see the first screen: three guesses, then it is over', async () => {
  const { browser, page, number, link } = await waiting();
  const friend = phone();
  const wrong = number === '42' ? '43' : '42';
  let at = await friend.visit(link);
  for (let guess = 0; guess < 2; guess += 1) {
    at = await friend.send(at, { choice: 'continue', number: wrong });
    assert.match(wordsIn(at), /not the number on the other screen/);
  }
  assert.match(wordsIn(await friend.send(at, { choice: 'continue', number: wrong })), /This link is stopped/);
  assert.match(wordsIn(await browser.send(page, { choice: 'continue' })), /The link was stopped/);
});

test('whoever did not ask for it says so, and it is over for the one who did', async () => {
  const { browser, page, link, next } = await waiting();
  const reader = phone();
  const opened = await reader.visit(link);
  assert.match(wordsIn(opened), /whoever does wants to get into your account/);
  await reader.send(opened, { choice: 'not-me' });
  assert.equal(await next(), 'send');
  assert.match(wordsIn(await browser.send(page, { choice: 'continue' })), /The link was stopped/);
});

test('a link is nothing after its time, after a newer one, and at another population', async () => {
  const first = await waiting();
  await first.browser.send(first.page, { choice: 'again' });
  const newer = await mailbox.link(email);
  assert.equal((await phone().visit(first.link)).status, 404);
  assert.equal((await phone().visit(newer.replace('/customers/', '/workforce/'))).status, 404);
  assert.equal((await phone().visit(newer)).status, 200);
  clock.advance(10 * minute);
  assert.equal((await phone().visit(newer)).status, 410);
});

test('only the browser that began may ask whether to go on', async () => {
  const { page } = await waiting();
  const waits = /data-waits="([^"]+)"/.exec(page.body)![1]!;
  assert.equal((await phone().request(new URL(waits, url).href)).status, 403);
});
