/** The account's own pages in a real browser, against the whole server. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { launchBrowser, withVirtualAuthenticator } from '../../../tools/testing/browser.ts';
import { day, minute } from '../kernel/index.ts';
import { fetchFrom } from './test-fetch.ts';
import { operatorOf } from './test-operator.ts';
import { changePolicy } from './test-policy.ts';
import { until } from './test-waiting.ts';
import { startTestServer } from './testing.ts';

/** Runs with the real time, ahead of it by as much as a test says. */
let ahead = 0;
const server = await startTestServer({}, { clock: () => new Date(Date.now() + ahead) });
const browser = await launchBrowser();
after(() => browser.close());
const { config: { url, port, dataFolder }, limen } = server;
// Whoever comes in has their device do some work first.
const work = '\n  work:\n    step: proof-of-work\n    with: { tries: 200, wait: 1s }\n    exits: { done: identify, waited: waited }\n'
  + '  waited:\n    step: message\n    with: { title: { en: You have waited }, text: { en: Go on now. } }\n    exits: { read: identify }\n';
await changePolicy({ url, fetch: fetchFrom(() => port), operator: operatorOf(dataFolder) }, 'customers', 'journeys/sign-in.yaml',
  (text) => `${text.replace('start: identify', 'start: work')}${work}`);
const home = `${url}/customers/account`;

async function newPage(javaScriptEnabled = true): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'en-GB', javaScriptEnabled })).newPage();
  page.setDefaultTimeout(15_000);
  return page;
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
const says = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words }).waitFor();

/** The mails to an address; the worker sends them a moment after the commit. */
async function mailTo(address: string, subject: RegExp): Promise<string> {
  for (;;) {
    const mail = (await limen.inbox.list(50)).find((each) => each.to === address && subject.test(each.subject));
    if (mail) return mail.text;
  }
}
const codeFor = async (address: string) => /\b\d{6}\b/.exec(await mailTo(address, /is your code/))![0];

async function signUp(page: Page, address: string): Promise<void> {
  await page.goto(home);
  await press(page, /Create an account/);
  await heading(page, 'Create your account');
  await page.getByLabel('E-mail address').fill(address);
  await press(page, 'Continue');
  await page.getByLabel('Code from the e-mail').fill(await codeFor(address));
  await press(page, 'Continue');
  await page.getByLabel('Your name').fill('Ada Larch');
  await press(page, 'Create account');
  await heading(page, /Sign in without/);
}

test('a customer signs up, sees sessions and passkey, makes codes, ends another session and removes the passkey', async () => {
  const page = await newPage();
  const { client, authenticatorId } = await withVirtualAuthenticator(page);
  await signUp(page, 'ada@example.org');
  await press(page, 'Make a passkey');
  await heading(page, 'Ada Larch');
  assert.equal(page.url(), home);
  const main = page.locator('main');
  assert.match(await main.innerText(), /ada@example\.org[\s\S]*Passkey[\s\S]*You have none[\s\S]*This device, now/);

  // Fresh enough: no question who it is.
  await page.getByRole('link', { name: 'Make recovery codes' }).click();
  await press(page, 'Show my codes');
  await heading(page, 'Your recovery codes');
  assert.equal(await page.locator('.codes li').count(), 8);
  await mailTo('ada@example.org', /New recovery codes/);
  await page.getByRole('link', { name: 'I have saved them' }).click();
  assert.match(await main.innerText(), /8 codes of yours/);

  const elsewhere = await newPage();
  await elsewhere.goto(home);
  await elsewhere.getByLabel('E-mail address').fill('ada@example.org');
  await press(elsewhere, 'Continue');
  await heading(elsewhere, 'Check your e-mail');
  await elsewhere.getByLabel('Code from the e-mail').fill(await newestCode('ada@example.org'));
  await press(elsewhere, 'Continue');
  await heading(elsewhere, 'Ada Larch');
  await page.reload();
  await press(page, /End the session of/);
  await says(page, 'That session has ended');
  await elsewhere.reload();
  await heading(elsewhere, 'Sign in');

  ahead += 6 * minute;
  await page.getByRole('link', { name: /Remove Passkey/ }).click();
  await press(page, /Use passkey/);
  await heading(page, /^Remove Passkey/);
  await press(page, 'Remove');
  await says(page, 'It was removed');
  await mailTo('ada@example.org', /was removed/);
  assert.match(await main.innerText(), /codes that are sent to you\./);

  // As the person is told to do; the virtual authenticator would offer it to the first page for ever.
  await client.send('WebAuthn.clearCredentials', { authenticatorId });
  await press(page, 'Sign out');
  await heading(page, 'You are signed out');
  await page.goto(home);
  await heading(page, 'Sign in');
});

test('whoever turns back at the question who they are has changed nothing', async () => {
  const page = await newPage();
  await signUp(page, 'bea@example.org');
  await press(page, 'Not now');
  await heading(page, 'Ada Larch');
  ahead += 6 * minute;
  await page.getByRole('link', { name: 'Make recovery codes' }).click();
  await heading(page, 'Check your e-mail');
  await page.getByRole('link', { name: 'Back' }).click();
  await page.getByRole('alert').filter({ hasText: 'nothing was changed' }).waitFor();
});

test('a check-up asks who is there, shows what opens the account, and is recorded once all of it is said to be right', async () => {
  const page = await newPage();
  await withVirtualAuthenticator(page);
  await signUp(page, 'kim@example.org');
  await press(page, 'Make a passkey');
  await heading(page, 'Ada Larch');
  ahead += 6 * minute;
  await page.getByRole('link', { name: 'Check now' }).click();
  await press(page, /Use passkey/);
  await heading(page, 'Is this still right?');
  assert.match(await page.locator('main').innerText(), /kim@example\.org[\s\S]*Passkey[\s\S]*You have none/);
  await press(page, 'Yes, all of this is right');
  await says(page, 'looked through your account today');
  assert.deepEqual(await newestEvent('principal.checked_up'), { identifiers: 1, credentials: 1 });
  const { purpose, journey } = await newestEvent('run.started');
  assert.deepEqual({ purpose, journey }, { purpose: 'check-up', journey: 'step-up' });
});

test('a customer looks at what happened, takes a copy, asks for deletion, keeps the account, and has it deleted in the end', async () => {
  const page = await newPage();
  await signUp(page, 'dan@example.org');
  await press(page, 'Not now');
  await heading(page, 'Ada Larch');
  const main = page.locator('main');
  await page.getByRole('link', { name: 'What happened in your account' }).click();
  await heading(page, 'What happened in your account');
  assert.match(await main.innerText(), /Signed in[\s\S]*An address was confirmed\s+dan@example\.org/);
  await page.getByRole('link', { name: 'Your account' }).click();
  await page.getByRole('link', { name: 'Connected applications' }).click();
  await heading(page, 'Connected applications');
  await page.goto(`${home}/export`);
  const [file] = await Promise.all([page.waitForEvent('download'), press(page, 'Download the file')]);
  const copy = JSON.parse(await readFile(await file.path(), 'utf8')) as { account: { name: string } };
  assert.equal(copy.account.name, 'Ada Larch');

  const ask = async (): Promise<void> => {
    await page.goto(home);
    await page.getByRole('link', { name: 'Delete your account' }).click();
    await heading(page, 'Delete your account?');
    assert.match(await main.innerText(), /For 14 days nothing changes/);
    await press(page, 'Delete my account');
    await says(page, 'will be deleted');
    await page.getByRole('heading', { name: 'This account is going to be deleted' }).waitFor();
  };
  await ask();
  await mailTo('dan@example.org', /is going to be deleted/);
  await press(page, 'Keep my account');
  await says(page, 'is kept');
  await mailTo('dan@example.org', /is kept/);
  await ask();
  ahead += 14 * day + minute;
  await limen.account.jobs.find(({ name }) => name === 'account-erase-due')!.run();
  await mailTo('dan@example.org', /was deleted/);
  await page.goto(home);
  await heading(page, 'Sign in');
});

test('who says at the activity that it was not them signs everybody out and stops a deletion', async () => {
  const page = await newPage();
  await signUp(page, 'eli@example.org');
  await press(page, 'Not now');
  await heading(page, 'Ada Larch');
  await page.goto(`${home}/delete`);
  await press(page, 'Delete my account');
  await says(page, 'will be deleted');
  const stop = /https?:\/\/\S+\/not-me\/\S+/.exec(await mailTo('eli@example.org', /is going to be deleted/))![0];
  const owner = await newPage();
  await owner.goto(stop);
  await owner.getByRole('button').first().click();
  await owner.getByRole('heading', { level: 1 }).waitFor();
  await page.goto(home);
  await heading(page, 'Sign in');
  const told = await server.ground.events.read({ population: 'customers', types: ['principal.deletion_cancelled'], limit: 10 });
  assert.equal(told.length, 2, 'the one before was kept by its owner, this one by the report');
});

test('a profile is changed, an address takes the place of another, and the reader of the former one undoes it', async () => {
  const page = await newPage();
  await signUp(page, 'fay@example.org');
  await press(page, 'Not now');
  await page.getByRole('link', { name: 'See and change your profile' }).click();
  await page.getByLabel('Name').fill('Fay Birch');
  await page.getByLabel('Language').selectOption('de');
  await page.getByLabel('Time zone').selectOption('Europe/Vienna');
  await press(page, 'Save');
  await says(page, 'Your profile is saved');
  await heading(page, 'Fay Birch');
  await page.goto(`${home}/profile`);
  assert.equal(await page.getByLabel('Time zone').inputValue(), 'Europe/Vienna');
  await page.getByRole('link', { name: 'Change an address' }).click();
  await page.getByLabel('New e-mail address').fill('fay@new.example');
  await press(page, 'Send a code');
  await heading(page, 'Enter the code');
  await page.getByLabel('Code').fill(await codeFor('fay@new.example'));
  await press(page, 'Change the address');
  await says(page, 'Your address is changed');
  assert.match(await page.locator('main').innerText(), /fay@new\.example/);
  const undo = /https?:\/\/\S+\/undo-address\/\S+/.exec(await mailTo('fay@example.org', /andere Adresse/))![0];
  const owner = await newPage();
  await owner.goto(undo);
  await press(owner, 'Undo the change');
  await heading(owner, 'Your address is back');
  await page.goto(home);
  await heading(page, 'Sign in');
});

test('forms of other pages, other sessions and nobody are refused', async () => {
  const page = await newPage();
  await signUp(page, 'cyn@example.org');
  await press(page, 'Not now');
  await heading(page, 'Ada Larch');
  const send = (headers: Record<string, string>, formToken: string) => page.request.post(`${home}/sessions/end-others`, {
    headers: { accept: 'application/json', ...headers }, form: { formToken }, maxRedirects: 0,
  });
  const token = await page.locator('[name=formToken]').first().getAttribute('value') ?? '';
  assert.equal((await send({ origin: 'https://evil.example' }, token)).status(), 403);
  assert.equal((await send({ origin: url }, 'x'.repeat(token.length))).status(), 403);
  assert.equal((await send({ origin: url, cookie: '' }, token)).status(), 401);
  assert.equal((await send({ origin: url }, token)).status(), 303);
  const stranger = await page.request.get(`${url}/workforce/account`, { maxRedirects: 0 });
  assert.equal(stranger.status(), 303, 'a customer is nobody at the workforce door');
  assert.match(stranger.headers()['location'] ?? '', /\/workforce\/run\//);
});

test('a device does its work aside and goes on, without a press and without a complaint of the browser', async () => {
  const page = await newPage();
  const complaints: string[] = [];
  page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(home);
  await heading(page, 'Sign in');
  assert.deepEqual(complaints, []);
});

test('without a script some seconds do the same, by the button', async () => {
  const page = await newPage(false);
  await page.goto(home);
  await page.getByText('Without JavaScript, wait 1 second').waitFor();
  // Pressed too early it says so, and the wait goes on from where it was.
  while (!await page.getByRole('heading', { level: 1, name: 'You have waited' }).isVisible()) {
    await press(page, 'Continue');
    await heading(page, /One moment|You have waited/);
  }
});

test('under attack the device works behind the password\'s page; the form waits for it and is sent by itself, and nothing of it is seen', async () => {
  const about = { population: 'customers', marked: false };
  for (let at = 0; at < 200; at += 1) {
    limen.brakes.tried({ ...about, marked: true, account: `person ${at}`, password: `good ${at}`, right: true });
    for (const other of [1, 2]) limen.brakes.tried({ ...about, account: `victim ${at}`, password: `leaked ${at} ${other}`, right: false });
  }
  await limen.brakes.flush();
  const page = await newPage();
  // What was estimated a moment ago is good for some seconds.
  await until('the page asks for work', async () => {
    await page.goto(home);
    await page.getByLabel('E-mail address').fill('nobody@example.org');
    await press(page, 'Continue');
    await press(page, /password/i);
    await heading(page, /password/i);
    return await page.locator('[data-work]').count() === 1;
  });
  assert.equal(await page.locator('[data-work]').isVisible(), false);
  await page.getByLabel('Password', { exact: true }).fill('not the password at all');
  await press(page, /^(Sign in|Continue)$/);
  // Looked at, which without the sum done would only have been after 20 seconds, by another press.
  await page.locator('#password-fault').waitFor();
  assert.equal(await page.getByText(/did not work yet/).count(), 0);
});

/** What the log says of the newest of a type, once it is numbered. */
async function newestEvent(type: 'principal.checked_up' | 'run.started'): Promise<Record<string, unknown>> {
  for (;;) {
    const newest = (await server.ground.events.latest({ types: [type], limit: 1 })).at(-1);
    if (newest) return newest.open;
  }
}

/** Codes come in the order of asking; the newest mail is first. */
async function newestCode(address: string): Promise<string> {
  for (;;) {
    const codes = (await limen.inbox.list(50)).filter((each) => each.to === address && /is your code/.test(each.subject));
    if (codes.length >= 2) return /\b\d{6}\b/.exec(codes[0]!.text)![0];
  }
}
