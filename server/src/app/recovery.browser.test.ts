/** A customer who lost their only passkey comes back, by waiting and by the support desk: real browsers, whole server. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { builtConsole } from '../../../tools/testing/built-console.ts';
import { launchBrowser, withVirtualAuthenticator } from '../../../tools/testing/browser.ts';
import { hour } from '../kernel/index.ts';
import { operatorOf } from './test-operator.ts';
import { startTestServer } from './testing.ts';

await builtConsole();
/** Runs with the real time, ahead of it by as much as a test says. */
let ahead = 0;
const server = await startTestServer({}, { clock: () => new Date(Date.now() + ahead) });
const browser = await launchBrowser();
after(() => browser.close());
const { config: { url, dataFolder }, limen, ground } = server;
const operator = operatorOf(dataFolder);
const home = `${url}/customers/account`;

async function newPage(): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  page.setDefaultTimeout(20_000);
  return page;
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

/** Mails to an address, newest first; the worker sends them a moment after the commit. */
async function mailsTo(address: string) {
  return (await limen.inbox.list(200)).filter(({ to }) => to === address);
}
async function mailTo(address: string, subject: RegExp, seen = 0): Promise<string> {
  for (;;) {
    const mails = (await mailsTo(address)).filter((each) => subject.test(each.subject));
    if (mails.length > seen) return mails[0]!.text;
  }
}
const subjectsOf = async (address: string) => (await mailsTo(address)).map(({ subject }) => subject)
  .filter((subject) => /account with/.test(subject) && !/passkey/.test(subject)).reverse();
const linkIn = (text: string, part: string) => new RegExp(`https?://\\S+/${part}\\S*`).exec(text)?.[0] ?? assert.fail(text);

let codes = 0;
async function typeCode(page: Page, address: string): Promise<void> {
  const text = await mailTo(address, /is your code/, codes);
  codes += 1;
  await page.getByLabel('Code from the e-mail').fill(/\b\d{6}\b/.exec(text)![0]);
  await press(page, 'Continue');
}

/** Names somebody as a trusted contact, who says yes in a browser of their own. */
async function nameContact(page: Page, contact: string): Promise<void> {
  await page.getByRole('link', { name: 'Trusted contacts' }).click();
  await page.getByLabel('Their e-mail address').fill(contact);
  await press(page, 'Ask them by mail');
  await page.getByRole('status').filter({ hasText: 'We have asked them by mail' }).waitFor();
  const theirs = await newPage();
  await theirs.goto(linkIn(await mailTo(contact, /asks you to be a trusted contact/), 'contact'));
  await theirs.getByText(/Ada Larch asks whether/).waitFor();
  await press(theirs, 'Yes, I will');
  await heading(theirs, 'You are a trusted contact');
  await theirs.context().close();
}

/** Signs up with a passkey, gets a second address, and then loses the browser with all that is in it. */
async function lostTheirPasskey(address: string, second: string, contact?: string): Promise<string> {
  codes = 0;
  const page = await newPage();
  await withVirtualAuthenticator(page);
  await page.goto(home);
  await press(page, /Create an account/);
  await page.getByLabel('E-mail address').fill(address);
  await press(page, 'Continue');
  await typeCode(page, address);
  await page.getByLabel('Your name').fill('Ada Larch');
  await press(page, 'Create account');
  await press(page, 'Make a passkey');
  await heading(page, 'Ada Larch');
  if (contact !== undefined) await nameContact(page, contact);
  await page.context().close();
  const [{ id: principal } = assert.fail()] = await operator.find('customers', address);
  const added = { kind: 'email', value: second, actor: { kind: 'operator', id: 'test' } } as const;
  await ground.database.transaction(async (tx) => {
    await limen.directory.addIdentifier(tx, { population: 'customers', principal }, added);
    await limen.directory.verifyIdentifier(tx, { population: 'customers', principal }, added);
  });
  return principal;
}

/** From the first page of a recovery to where nothing but a case is left, without a word of a password. */
async function prove(page: Page, address: string): Promise<void> {
  await page.goto(`${url}/customers/recover`);
  await page.getByLabel('E-mail address').fill(address);
  await press(page, 'Continue');
  await typeCode(page, address);
}

async function makePasskey(page: Page): Promise<void> {
  await press(page, 'Make a passkey');
  await heading(page, /passkey/i);
  await press(page, /passkey/i);
  await heading(page, 'Ada Larch');
  assert.equal(page.url(), home);
}

/** What an application is answered that asks, in the person's newest session, before it pays out elsewhere. */
async function payoutOf(principal: string) {
  const [session] = await limen.sessions.list(ground.database.db, { population: 'customers', principal });
  const { response, reasons } = await limen.checkpoints.evaluate({
    population: 'customers', client: 'a-shop', session, action: { name: 'payout.change' },
    resource: { type: 'payout-account', id: 'main' },
  });
  return { response, reasons };
}

async function recoveryEvents(principal: string) {
  const told = await operator.events('recovery.opened', 'recovery.decided', 'recovery.closed', 'principal.recovered');
  return told.filter((each) => each.principal === principal).map(({ type, open }) => {
    const { outcome, verdict } = open as { outcome?: string; verdict?: string };
    return [type, outcome ?? verdict].filter(Boolean).join(' ');
  }).sort();
}

test('by waiting: every address is told, a link looked at stops nothing, and the passkey is made anew', async () => {
  const [address, second] = ['ada@example.org', 'ada@second.example'];
  const principal = await lostTheirPasskey(address, second);
  const page = await newPage();
  await withVirtualAuthenticator(page);
  await prove(page, address);
  await press(page, 'I have no recovery code');
  await heading(page, 'Get back in by waiting');
  await press(page, 'Start waiting');
  await heading(page, 'Now it takes time');
  await page.reload();
  await heading(page, 'Now it takes time');
  await press(page, 'Come back later');
  await heading(page, 'Your request is kept');

  const elsewhere = await newPage();
  await elsewhere.goto(linkIn(await mailTo(second, /is getting back into/), 'stop-recovery'));
  await heading(elsewhere, 'Stop this recovery?');
  await elsewhere.close();

  ahead += 73 * hour;
  await limen.recovery.tidy();
  const returning = await newPage();
  await withVirtualAuthenticator(returning);
  await returning.goto(linkIn(await mailTo(address, /You can go on/), 'recover'));
  await returning.getByLabel('E-mail address').fill(address);
  await press(returning, 'Continue');
  await typeCode(returning, address);
  await makePasskey(returning);
  // Just shown, in a browser of their own: and still it opens nothing of value.
  assert.deepEqual((await payoutOf(principal)).response, 'deny');
  assert.ok((await payoutOf(principal)).reasons.includes('recovered-lately'));

  await mailTo(address, /was recovered/);
  await mailTo(second, /was recovered/);
  for (const each of [address, second]) {
    assert.deepEqual(await subjectsOf(each), [
      'Recovery of your account with Limen has begun',
      'Somebody is getting back into your account with Limen', 'You can go on to get back into your account with Limen',
      'Your account with Limen was recovered',
    ]);
  }
  assert.deepEqual(await recoveryEvents(principal), ['principal.recovered', 'recovery.closed used', 'recovery.opened']);
  ahead += 73 * hour;
  assert.deepEqual(await payoutOf(principal), { response: 'challenge', reasons: ['device-unknown', 'authentication-old'] });
});

test('by waiting: the owner stops it from the second address, and the wait leads nowhere', async () => {
  const [address, second] = ['bea@example.org', 'bea@second.example'];
  const principal = await lostTheirPasskey(address, second);
  const page = await newPage();
  await prove(page, address);
  await press(page, 'I have no recovery code');
  await press(page, 'Start waiting');
  await heading(page, 'Now it takes time');
  const owner = await newPage();
  await owner.goto(linkIn(await mailTo(second, /is getting back into/), 'stop-recovery'));
  await press(owner, 'Stop it');
  await heading(owner, 'It was stopped');
  await mailTo(address, /was stopped/);
  ahead += 73 * hour;
  await limen.recovery.tidy();
  const again = await newPage();
  await prove(again, address);
  await heading(again, 'Enter a recovery code');
  assert.deepEqual(await recoveryEvents(principal), ['recovery.closed cancelled', 'recovery.opened']);
});

test('by the support desk: an administrator sees who, why and what follows, and says yes; then it waits', async () => {
  const [address, second] = ['cyn@example.org', 'cyn@second.example'];
  const principal = await lostTheirPasskey(address, second);
  const page = await newPage();
  await prove(page, address);
  await press(page, 'I have no recovery code');
  await press(page, 'Ask support instead');
  await heading(page, 'Ask support to help');
  await press(page, 'Ask support');
  await heading(page, 'Support has your request');
  const number = await page.locator('.figure .digits').innerText();
  assert.match(number, /^\d{6}$/);

  const desk = await newPage();
  await withVirtualAuthenticator(desk);
  await desk.goto((await operator.call<{ url: string }>('POST', '/admin/link', {})).url);
  await press(desk, 'Set up sign-in');
  await press(desk, 'Make a passkey');
  await press(desk, 'Not now');
  await desk.locator('#root > *').first().waitFor();
  await desk.goto(`${url}/console/p/customers/people`);
  const [{ id: asked } = assert.fail()] = (await operator.call<{ recoveries: { id: string }[] }>('GET', '/populations/customers/recoveries')).recoveries;
  const byShell = await operator.ask('POST', `/populations/customers/principals/${principal}/recoveries/${asked}/decide`, { verdict: 'approved', reason: 'by the shell' });
  assert.equal(byShell.body.code, 'admin.forbidden', 'whoever decides has shown a passkey');
  const cases = desk.getByRole('listitem').filter({ hasText: number });
  await cases.getByRole('button', { name: 'Approve' }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByText(/cyn@example\.org/).waitFor();
  await dialog.getByText(/can stop it for 24 hours/).waitFor();
  await dialog.getByText(number).waitFor();
  await dialog.getByLabel('Reason').fill('called back on the number on file');
  await dialog.getByRole('button', { name: 'Approve' }).click();
  await desk.getByRole('listitem').filter({ hasText: 'Waits' }).waitFor();
  const otherPlace = await desk.context().newPage();
  await otherPlace.goto(`${url}/console/p/workforce/people`);
  await otherPlace.getByText('Nobody asks to get back into an account').waitFor();
  await mailTo(second, /is getting back into/);

  ahead += 25 * hour;
  await limen.recovery.tidy();
  await mailTo(second, /You can go on/);
  const returning = await newPage();
  await withVirtualAuthenticator(returning);
  await prove(returning, address);
  await makePasskey(returning);
  await mailTo(second, /was recovered/);
  assert.deepEqual(await subjectsOf(second), [
    'Recovery of your account with Limen has begun',
    'Somebody asks to get back into your account with Limen', 'Somebody is getting back into your account with Limen',
    'You can go on to get back into your account with Limen', 'Your account with Limen was recovered',
  ]);
  assert.deepEqual(await recoveryEvents(principal), [
    'principal.recovered', 'recovery.closed used', 'recovery.decided approved', 'recovery.opened',
  ]);
});

test('by a trusted contact: they hear the number, type it on a page of their own, and get nothing by it', async () => {
  const [address, second, contact] = ['dee@example.org', 'dee@second.example', 'noor@friends.example'];
  const principal = await lostTheirPasskey(address, second, contact);
  const page = await newPage();
  await prove(page, address);
  await press(page, 'I have no recovery code');
  await heading(page, 'Ask somebody you trust');
  await press(page, 'Ask them');
  await heading(page, 'Call the person you trust');
  const number = await page.locator('.digits').innerText();

  const theirs = await newPage();
  await theirs.goto(linkIn(await mailTo(contact, /Is it really Ada Larch/), 'contact'));
  await heading(theirs, 'Is it really them?');
  await theirs.getByLabel('The number that they tell you').fill(String((Number(number) + 1) % 100).padStart(2, '0'));
  await press(theirs, 'It is really them');
  await theirs.getByRole('alert').filter({ hasText: 'not the number' }).waitFor();
  await theirs.getByLabel('The number that they tell you').fill(number);
  await press(theirs, 'It is really them');
  await heading(theirs, 'Thank you, that was it');
  assert.deepEqual(await theirs.context().cookies(), []);

  ahead += 25 * hour;
  await limen.recovery.tidy();
  await mailTo(second, /You can go on/);
  const returning = await newPage();
  await withVirtualAuthenticator(returning);
  await prove(returning, address);
  await makePasskey(returning);
  await mailTo(second, /was recovered/);
  await mailTo(address, /trusted contact was named/);
  assert.deepEqual(await subjectsOf(second), [
    'Recovery of your account with Limen has begun',
    'Somebody asks to get back into your account with Limen', 'Somebody is getting back into your account with Limen',
    'You can go on to get back into your account with Limen', 'Your account with Limen was recovered',
  ]);
  assert.deepEqual(await recoveryEvents(principal), [
    'principal.recovered', 'recovery.closed used', 'recovery.decided approved', 'recovery.opened',
  ]);
});
