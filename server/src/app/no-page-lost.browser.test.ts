/**
 * No page is lost: at every step that shows a screen, reload shows it again with what was typed, back and forward lead to
 * where the run is, and of two tabs the first to answer wins and the other is told so. Real browsers, whole server.
 */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { screen } from '../../../contract/screens/index.ts';
import { launchBrowser, withVirtualAuthenticator } from '../../../tools/testing/browser.ts';
import { signUp, testApplication } from './test-application.ts';
import { TestBrowser } from './test-browser.ts';
import { federatedHouse } from './test-federation.ts';
import { changePolicy } from './test-policy.ts';
import { tourOfScreens } from './test-tour.ts';
import { until } from './test-waiting.ts';

const house = await federatedHouse();
const { url, bank, operator, server: { limen } } = house;
/** Where applications take people back: a page that says no more than that they are there. */
const shopServer = createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>The shop</h1>');
});
await new Promise<void>((resolve) => { shopServer.listen(0, '127.0.0.1', resolve); });
after(() => { shopServer.close(); shopServer.closeAllConnections(); });
const callback = `http://127.0.0.1:${(shopServer.address() as AddressInfo).port}/back`;

async function application(name: string, more: Record<string, unknown> = {}) {
  const { id, ask } = await testApplication(house, 'customers', { name, redirectUris: [callback], ...more });
  return { id, ask: async (wish: Record<string, string> = {}) => (await ask({ redirect_uri: callback, ...wish })).url };
}
const [shop, asking, paper] = [await application('Harbour shop'), await application('Harbour survey'), await application('Harbour paper')];
const guest = await application('Harbour guest', { firstParty: false });
await changePolicy(house, 'customers', 'phone.yaml', () => 'region: DE\ncountries: [DE]\n');
await changePolicy(house, 'customers', 'journeys/tour.yaml', () => tourOfScreens(asking.id, `${house.other.issuer}/ask`));
await changePolicy(house, 'customers', 'journeys/plain-tour.yaml', () => tourOfScreens(paper.id, `${bank.issuer}/ask`));
await changePolicy(house, 'workforce', 'journeys/enrol.yaml', (text) => (
  `${text.replace('accepted: passkey', 'accepted: across')}\n  across:\n    step: handoff\n    exits: { moved: passkey, stay: passkey }\n`));

const browser = await launchBrowser();
after(() => browser.close());

/** Every step that shows something: what has a folder among the steps and a screen in the contract. */
const steps = readdirSync(new URL('../journeys/steps/', import.meta.url), { withFileTypes: true });
const screens = new Set(screen.options.map(({ shape }) => shape.step.value as string));
const stepsWithScreens = steps.filter((each) => each.isDirectory() && screens.has(each.name)).map(({ name }) => name).sort();

interface Stop {
  readonly title: string | RegExp;
  /** A field, and something wrong for it that it still shows when the page was loaded again. */
  readonly wrong?: readonly [field: string, value: string];
  answer(page: Page, who: Person): Promise<unknown>;
}

interface Person { readonly email: string; seed?: Secret; codes: number; readonly hasPhone?: true }
const newPerson = (email: string, more: Partial<Person> = {}): Person => ({ email, codes: 0, ...more });
const password = 'a horse by the harbour';

const choose = (page: Page, choice: string) => page.locator(`button[name=choice][value=${choice}]`).first().click();
const enter = async (page: Page, field: string, value: string): Promise<void> => {
  await page.fill(`#${field}`, value);
  await page.click('#step .primary');
};
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
const way = (choice: string) => (page: Page) => choose(page, choice);

/** The next code for an address; of several mails the one that came last. */
const codeFor = (who: Person): Promise<string> => until(`a code for ${who.email}`, async () => {
  const mails = (await limen.inbox.list(200)).filter(({ to, subject }) => to === who.email && /is your code/.test(subject));
  if (mails.length <= who.codes) return undefined;
  who.codes = mails.length;
  return /\b\d{6}\b/.exec(mails[0]!.subject)?.[0];
});

/** A code of an app counts once, so each asks for that of a later time than the one before. */
function appCode(who: Person, later = 0): string {
  return new TOTP({ secret: who.seed! }).generate({ timestamp: Date.now() + later });
}

/** The script that solves a sum beside the page. */
const workAside = /work-aside/;

/** What is done at each screen to go on. A step whose screen is not in this table fails the first test. */
const stops: Readonly<Record<string, Stop>> = {
  'accept-invitation': { title: /^Welcome/, answer: way('continue') },
  'accept-text': { title: 'Our terms', answer: way('continue') },
  'approve': { title: 'Ask support to help', answer: way('other-way') },
  'choose-method': { title: 'How do you want to go on?', answer: way('email-code') },
  'collect': { title: 'How tall are you?', wrong: ['told-height', 'very'], answer: (page) => enter(page, 'told-height', '178') },
  'complete': { title: 'You are set up', answer: async () => undefined },
  'create-account': { title: 'What may we call you?', answer: (page) => enter(page, 'displayName', 'Ada Larch') },
  'email-code': { title: 'Check your e-mail', answer: async (page, who) => enter(page, 'code', await codeFor(who)) },
  'email-link': { title: 'Open the link in your e-mail', answer: way('email-code') },
  'enrol-passkey': {
    title: /^(Sign in without a password|Set up a passkey)$/,
    answer: async (page, who) => {
      if (!who.hasPhone) return choose(page, 'password');
      await withVirtualAuthenticator(page);
      return page.click('#passkey button');
    },
  },
  'enrol-totp': {
    title: 'Add your authenticator app',
    answer: async (page, who) => {
      who.seed = Secret.fromBase32((await page.locator('.key').innerText()).replaceAll(' ', ''));
      return enter(page, 'code', appCode(who));
    },
  },
  'federate': { title: 'Continue with Bank', answer: way('other-way') },
  'handoff': { title: 'Go on at another device', answer: way('stay') },
  'identify': {
    title: /^(Sign in|Create your account|Find your account)$/, wrong: ['identifier', 'ada@'],
    answer: (page, who) => enter(page, 'identifier', who.email),
  },
  'link-account': { title: 'Sign in with Other from now on?', answer: way('skip') },
  'message': { title: 'Our shop has moved', answer: way('continue') },
  'passkey': { title: 'Use your passkey', answer: way('lost') },
  'password': { title: 'Enter your password', answer: (page) => enter(page, 'password', password) },
  'proof-of-work': { title: 'One moment', answer: async (page) => { await page.context().unroute(workAside); await page.reload(); } },
  'recovery-code': { title: 'Enter a recovery code', answer: way('other-way') },
  'refuse': { title: 'This needs a person to help', answer: async () => undefined },
  'set-password': { title: 'Choose a password', answer: (page) => enter(page, 'password', password) },
  'show-recovery-codes': {
    title: /recovery codes$/,
    answer: async (page) => choose(page, await page.locator('button[value=make]').count() > 0 ? 'make' : 'saved'),
  },
  'sms-code': { title: 'Check your phone', answer: way('other-way') },
  'totp': { title: 'Enter the code from your app', answer: (page, who) => enter(page, 'code', appCode(who, 30_000)) },
  'update-profile': { title: 'Is this still so?', answer: (page) => enter(page, 'displayName', 'Bea Larch') },
  'verify-contact': { title: /^Add an e.mail address$/, wrong: ['address', 'ada.example'], answer: way('skip') },
  'wait': { title: 'Get back in by waiting', answer: way('other-way') },
  'webhook': { title: 'One moment', answer: (page) => page.click('main a.primary') },
};

test('every step that shows a screen is in the table', () => {
  assert.deepEqual(Object.keys(stops).sort(), stepsWithScreens);
});

const seen = new Set<string>();

/** A browser that has looked at another page before. */
async function visitor(javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce', javaScriptEnabled });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  await page.goto(`${url}/`);
  return page;
}

/** Asserts that a page was come to by looking, and is no error; undefined where the browser showed what it still had. */
function looked(answer: Awaited<ReturnType<Page['goto']>>, what: string): void {
  if (!answer) return;
  assert.deepEqual([answer.request().method(), answer.status()], ['GET', 200], `${what}: ${answer.url()}`);
}

/** The screen is there after a reload, after back and forward, and in another tab, which is given back. */
async function stays(page: Page, { title, wrong }: Stop): Promise<Page> {
  await heading(page, title);
  if (wrong) {
    await enter(page, ...wrong);
    await page.locator('.field.wrong').waitFor();
  }
  const shown = async (): Promise<void> => {
    await heading(page, title);
    if (wrong) assert.equal(await page.inputValue(`#${wrong[0]}`), wrong[1]);
  };
  looked(await page.reload(), 'reload');
  await shown();
  looked(await page.goBack(), 'back');
  // Either the page before this run, or this run where it is now: never an older screen that looks alive.
  if (page.url().includes('/run/')) await shown();
  else if (page.url() !== 'about:blank') await heading(page, /.+/);
  looked(await page.goForward(), 'forward');
  await shown();
  const tab = await page.context().newPage();
  // It would go on by itself a moment later; what is looked at here is a tab that was not so quick.
  await tab.route('**/wait?*', (route) => route.abort());
  looked(await tab.goto(page.url()), 'second tab');
  await heading(tab, title);
  return tab;
}

/** The form of a tab that stood there while the other went on: it changes nothing, and leads to where the run is. */
async function isTold(tab: Page, page: Page): Promise<void> {
  const [answer] = await Promise.all([
    tab.waitForResponse((each) => each.request().isNavigationRequest() && each.request().method() === 'GET' && each.status() !== 303),
    tab.evaluate('HTMLFormElement.prototype.submit.call(document.querySelector("form[method=post]"))'),
  ]);
  // Who was sent back to an application is told that nothing is left to do.
  if (answer.status() === 409) await heading(tab, 'This is already done');
  else {
    looked(answer, 'old tab');
    await heading(tab, await page.locator('h1').innerText());
    await tab.getByText('This page was out of date. Here is where you are now.').waitFor();
  }
  await tab.close();
}

/** Goes through these steps; `end` is the heading of what comes after the last. */
async function walk(page: Page, who: Person, names: readonly string[], end?: string | RegExp): Promise<void> {
  for (const [at, name] of names.entries()) {
    const stop = stops[name] ?? assert.fail(name);
    const tab = await stays(page, stop).catch((error: unknown) => {
      throw new Error(`at ${name}, ${page.url()}`, { cause: error });
    });
    const before = await page.locator('[name=screenToken]').first().getAttribute('value');
    await stop.answer(page, who);
    const next = names[at + 1] === undefined ? end : stops[names[at + 1]!]!.title;
    seen.add(name);
    if (next === undefined) {
      await tab.close();
      continue;
    }
    // A screen may come twice; its form is another one then.
    await page.locator(`[name=screenToken][value="${before}"]`).first().waitFor({ state: 'detached' });
    await heading(page, next);
    await isTold(tab, page);
  }
}

/** Each with browsers of its own, so that they go at once. */
const walks = new Map<string, () => Promise<void>>();

walks.set('signing up with a password and an app, and back with both', async () => {
  const who = newPerson('ada@example.org');
  const page = await visitor();
  await page.goto(await shop.ask({ prompt: 'create', acr_values: 'urn:limen:acr:mfa' }));
  await walk(page, who, ['identify', 'email-code', 'create-account', 'enrol-passkey', 'set-password', 'enrol-totp'], 'The shop');
  await page.context().close();
  const again = await visitor();
  await again.goto(await shop.ask({ acr_values: 'urn:limen:acr:mfa' }));
  await stops['identify']!.answer(again, who);
  await heading(again, 'Check your e-mail');
  await choose(again, 'password');
  await walk(again, who, ['password', 'totp'], 'The shop');
  await again.context().close();
});

walks.set('by a journey that asks everything, a server among it, and then without the passkey that was made', async () => {
  const who = newPerson('bea@example.org', { hasPhone: true });
  await signUp(new TestBrowser(house.fetch), await shop.ask({ prompt: 'create' }), who.email, house.mailbox);
  who.codes = 1;
  // The server that is asked answers once the page was looked at.
  let asked: ServerResponse | undefined;
  house.other.bend((request, response, plain) => {
    if (request.url !== '/ask') return plain(request, response) as void;
    asked = response;
  });
  const page = await visitor();
  // It goes on by itself in no time; here it is looked at first.
  await page.context().route(workAside, (route) => route.abort());
  await page.goto(await asking.ask());
  await walk(page, who, [
    'identify', 'choose-method', 'email-link', 'email-code', 'proof-of-work', 'message', 'collect', 'accept-text', 'verify-contact', 'update-profile',
  ], stops['enrol-passkey']!.title);
  const run = page.url();
  await stops['enrol-passkey']!.answer(page, who);
  await until('the server is asked', () => asked !== undefined);
  const tab = await page.context().newPage();
  await tab.goto(run);
  await (await stays(tab, stops['webhook']!)).close();
  seen.add('webhook');
  const gone = stops['webhook']!.answer(tab, who);
  asked!.writeHead(200, { 'content-type': 'application/json' }).end('{"answer":"yes"}');
  await gone;
  // One of the two takes the answer along to the shop; the other is told, unless it was as quick.
  const ends = await Promise.all([page, tab].map(async (each) => {
    await heading(each, /^(The shop|This is already done)$/);
    return each.locator('h1').innerText();
  }));
  assert.ok(ends.includes('The shop'), ends.join());
  await page.context().close();

  const lost = await visitor();
  await lost.goto(await shop.ask({ acr_values: 'urn:limen:acr:mfa' }));
  await stops['identify']!.answer(lost, who);
  await heading(lost, 'Check your e-mail');
  await stops['email-code']!.answer(lost, who);
  await walk(lost, who, ['passkey', 'recovery-code', 'wait', 'approve', 'refuse']);
  await lost.context().close();
});

walks.set('by a number that nobody has', async () => {
  const page = await visitor();
  await page.goto(await asking.ask());
  await enter(page, 'identifier', '+49 1512 3456789');
  await walk(page, newPerson(''), ['sms-code'], 'Sign in');
  await page.context().close();
});

walks.set('an employee who is invited', async () => {
  const { invitation } = await operator.call<{ invitation: { link: string } }>('POST', '/populations/workforce/principals', {
    identifiers: [{ kind: 'email', value: 'ben@corp.example' }], invite: {},
  });
  const page = await visitor();
  await page.goto(invitation.link);
  await walk(page, newPerson('ben@corp.example'), [
    'accept-invitation', 'handoff', 'enrol-passkey', 'set-password', 'enrol-totp', 'show-recovery-codes', 'show-recovery-codes', 'complete',
  ]);
});

walks.set('by a provider upstream, and an account that it could open from then on', async () => {
  const who = newPerson('cyn@example.org');
  await signUp(new TestBrowser(house.fetch), await shop.ask({ prompt: 'create' }), who.email, house.mailbox);
  who.codes = 1;
  const page = await visitor();
  await page.goto(await shop.ask());
  await page.getByRole('button', { name: 'Continue with Bank' }).waitFor();
  bank.bend((request, response, plain) => {
    if (!request.url?.startsWith('/auth')) return plain(request, response) as void;
    response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Sign in at the bank</h1>');
  });
  await page.getByRole('button', { name: 'Continue with Bank' }).click();
  await heading(page, 'Sign in at the bank');
  await page.goBack();
  await walk(page, who, ['federate'], 'Sign in');
  house.other.expect({ sub: 'cyn', email: who.email, email_verified: true, name: 'Cyn' });
  await page.getByRole('button', { name: 'Continue with Other' }).click();
  await heading(page, 'Create your account');
  await stops['identify']!.answer(page, who);
  await heading(page, 'Check your e-mail');
  await stops['email-code']!.answer(page, who);
  await walk(page, who, ['link-account'], 'The shop');
});

/** The same without all that `walk` looks at besides. */
async function press(page: Page, who: Person, names: readonly string[], end: string | RegExp): Promise<void> {
  for (const name of names) {
    await heading(page, stops[name]!.title);
    await stops[name]!.answer(page, who);
  }
  await heading(page, end);
}

walks.set('without a script: account, password, app and consent, the account\'s own pages, deletion, sign-out, recovery by waiting', async () => {
  const who = newPerson('dan@example.org');
  const page = await visitor(false);
  await page.goto(await guest.ask({ prompt: 'create', acr_values: 'urn:limen:acr:mfa' }));
  await press(page, who, ['identify', 'email-code', 'create-account', 'enrol-passkey', 'set-password', 'enrol-totp'],
    'Let Harbour guest use your account?');
  await page.locator('main button.primary').click();
  await heading(page, 'The shop');
  for (const place of ['', '/activity', '/connections', '/export', '/contacts']) {
    looked(await page.goto(`${url}/customers/account${place}`), place);
    await heading(page, /.+/);
  }
  await page.goto(`${url}/customers/account/delete`);
  await page.getByRole('button', { name: 'Delete my account' }).click();
  await page.getByRole('button', { name: 'Keep my account' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await heading(page, 'You are signed out');
  await page.goto(await shop.ask({ acr_values: 'urn:limen:acr:mfa' }));
  await stops['identify']!.answer(page, who);
  await heading(page, 'Check your e-mail');
  await choose(page, 'password');
  await press(page, who, ['password', 'totp'], 'The shop');

  const lost = await visitor(false);
  await lost.goto(`${url}/customers/recover`);
  await press(lost, who, ['identify', 'email-code'], stops['totp']!.title);
  await choose(lost, 'other-way');
  await press(lost, who, ['recovery-code'], 'Get back in by waiting');
  await choose(lost, 'continue');
  await heading(lost, 'Now it takes time');
});

walks.set('without a script: by a link in a mail, and what is asked and agreed to on the way', async () => {
  const who = newPerson('eve@example.org');
  await signUp(new TestBrowser(house.fetch), await shop.ask({ prompt: 'create' }), who.email, house.mailbox);
  who.codes = 1;
  const page = await visitor(false);
  await page.goto(await paper.ask());
  await press(page, who, ['identify', 'choose-method'], 'Open the link in your e-mail');
  const phone = await visitor(false);
  await phone.goto(await house.mailbox.link(who.email));
  await phone.fill('#number', await page.locator('.digits').innerText());
  await choose(phone, 'continue');
  await heading(phone, 'Done here');
  await choose(page, 'continue');
  await heading(page, 'One moment');
  await choose(page, 'back');
  await press(page, who, ['message', 'collect', 'accept-text', 'verify-contact', 'update-profile'], stops['enrol-passkey']!.title);
  await choose(page, 'skip');
  // The server that is asked knows nothing of it, so the way goes by "failed".
  await heading(page, 'The shop');
});

test('no page is lost', { concurrency: true }, async (t) => {
  await Promise.all([...walks].map(([name, walking]) => t.test(name, walking)));
  assert.deepEqual([...seen].sort(), stepsWithScreens, 'every one of them was stood at');
});
