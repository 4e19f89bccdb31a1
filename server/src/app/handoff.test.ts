/** A run that moves to another device, at a whole server with two browsers. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { minute, movableClock } from '../kernel/index.ts';
import { signUp, testApplication, testMailbox } from './test-application.ts';
import { asksFor, TestBrowser, type Page } from './test-browser.ts';
import { fetchFrom } from './test-fetch.ts';
import { operatorOf } from './test-operator.ts';
import { changePolicy } from './test-policy.ts';
import { startTestServer } from './testing.ts';

const clock = movableClock(new Date());
const server = await startTestServer({ trustedProxies: { addresses: ['127.0.0.1'], header: 'x-forwarded-for' } }, { clock });
const { url, port, dataFolder } = server.config;
const house = { url, fetch: fetchFrom(() => port), operator: operatorOf(dataFolder) };
const mailbox = testMailbox(house);
const email = 'ada@example.org';

let browsers = 0;
/** Each comes from an address of its own, so that no test bounds another. */
const newBrowser = (): TestBrowser => new TestBrowser(house.fetch, { 'x-forwarded-for': `203.0.113.${browsers += 1}` });

const shop = await testApplication(house, 'customers');
await signUp(newBrowser(), (await shop.ask({ prompt: 'create' })).url, email, mailbox);
const node = '\n  across:\n    step: handoff\n    exits: { moved: prove-address, stay: prove-address }\n';
await changePolicy(house, 'customers', 'journeys/recover.yaml', (text) => (
  `${text.replace('identified: prove-address', 'identified: across')}${node}`));

const wordsIn = ({ body }: Page): string => body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const digitsOf = ({ body }: Page): string => /class="digits" dir="ltr">([^<]+)</.exec(body)?.[1] ?? assert.fail('no code is shown');
async function nextOf(browser: TestBrowser, { body }: Page): Promise<unknown> {
  const waits = /data-waits="([^"]+)"/.exec(body)?.[1] ?? assert.fail('the page does not wait');
  return JSON.parse((await browser.request(new URL(waits.replaceAll('&amp;', '&'), url).href)).body).next;
}

async function offered() {
  clock.advance(20 * minute);
  const laptop = newBrowser();
  const page = await laptop.send(await laptop.visit(`${url}/customers/recover`), { choice: 'continue', identifier: email });
  return { laptop, page, code: digitsOf(page).replace(' ', '') };
}

test('scanned by a phone and matched by a number, the whole run goes on there, and the laptop is told so', async () => {
  const { laptop, page, code } = await offered();
  const phone = newBrowser();
  const scanned = await phone.visit(`${url}/customers/handoff?code=${code}`);
  assert.ok(scanned.body.includes(`value="${code}"`));
  assert.equal(await nextOf(laptop, page), 'wait', 'looking takes nothing over');
  const waiting = await phone.send(scanned, { choice: 'continue', code });
  assert.match(wordsIn(waiting), /Get back into your account/);
  assert.equal(await nextOf(laptop, page), 'send');
  const confirm = await laptop.send(page, { choice: 'continue' });
  assert.ok(asksFor(confirm, 'number'));
  assert.equal(await nextOf(phone, waiting), 'wait');
  const left = await laptop.send(confirm, { choice: 'continue', number: digitsOf(waiting) });
  assert.equal(left.status, 409);
  assert.match(wordsIn(left), /This goes on on your other device/);
  assert.equal(await nextOf(phone, waiting), 'send');
  const proof = await phone.send(waiting, { choice: 'continue' });
  const on = await phone.send(proof, { choice: 'continue', code: await mailbox.code(email) });
  assert.match(new URL(on.url).pathname, /^\/customers\/run\//);
  assert.equal(new URL(on.url).pathname, new URL(page.url).pathname);
});

test('a prefetched or repeated address of the code takes nothing, and a form of another site is refused', async () => {
  const { laptop, page, code } = await offered();
  const scanner = newBrowser();
  const opened = await scanner.visit(`${url}/customers/handoff?code=${code}`);
  for (let looks = 0; looks < 3; looks += 1) await scanner.visit(opened.url);
  assert.equal((await scanner.post(opened, { choice: 'continue', code }, { origin: 'https://evil.example' })).status, 403);
  assert.equal(await nextOf(laptop, page), 'wait');
});

test('of wrong codes a network has five, then it waits; another one may come with the right code', async () => {
  const { code } = await offered();
  const guesser = newBrowser();
  const opened = await guesser.visit(`${url}/customers/handoff`);
  for (let tries = 0; tries < 5; tries += 1) {
    assert.match(wordsIn(await guesser.send(opened, { choice: 'continue', code: 'AAAA AAAA' })), /That code does not work/);
  }
  assert.equal((await guesser.send(opened, { choice: 'continue', code })).status, 429);
  const phone = newBrowser();
  const waiting = await phone.send(await phone.visit(opened.url), { choice: 'continue', code });
  const late = newBrowser();
  assert.match(wordsIn(await late.send(await late.visit(opened.url), { choice: 'continue', code })), /Another device has already come/);
  assert.equal((await late.visit(waiting.url)).status, 404);
});

test('a code is nothing after five minutes and at another population; whoever stays goes on', async () => {
  const { laptop, page, code } = await offered();
  const phone = newBrowser();
  const workforce = await phone.visit(`${url}/workforce/handoff`);
  assert.match(wordsIn(await phone.send(workforce, { choice: 'continue', code })), /That code does not work/);
  clock.advance(5 * minute);
  assert.match(wordsIn(await phone.send(await phone.visit(`${url}/customers/handoff`), { choice: 'continue', code })), /does not work/);
  assert.ok(asksFor(await laptop.send(page, { choice: 'stay' }), 'code'));
});
