/**
 * No page is lost: at every step that shows a screen the page is reloaded, opened in a second tab, left and come back to;
 * the first tab to answer wins, and the other one is told where the run is. One journey leads through nearly all of them,
 * with scripts and, where the step allows it, without.
 */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { TOTP, Secret } from 'otpauth';
import type { Page } from 'playwright-core';
import { launchBrowser, withVirtualAuthenticator } from '../../../tools/testing/browser.ts';
import { screen } from '../../../contract/screens/index.ts';
import { answersLate, goesBackAndForth, stays } from '../../../tools/testing/stays.ts';
import { testApplication, testMailbox } from './test-application.ts';
import { fetchFrom } from './test-fetch.ts';
import { operatorOf } from './test-operator.ts';
import { changePolicy } from './test-policy.ts';
import { startTestServer } from './testing.ts';

const server = await startTestServer();
const { url, port, dataFolder } = server.config;
const house = { url, fetch: fetchFrom(() => port), operator: operatorOf(dataFolder) };
const mailbox = testMailbox(house);
const browser = await launchBrowser();
after(() => browser.close());

/** Every step with a screen that one person alone can walk through, one after the other. */
const tour = `
purpose: sign-up
timeLimit: 30m
channels: [web]
start: identify
nodes:
  identify:
    step: identify
    with: { mode: sign-up, ask: email, passkey: false }
    exits: { identified: choose, other: journey:sign-in }
  choose:
    step: choose-method
    exits: { email-code: code, other-way: code }
  code:
    step: email-code
    exits: { verified: account, back: identify }
  account:
    step: create-account
    exits: { created: say, exists: enough-when-known }
  say:
    step: message
    with: { title: { en: Opening hours }, text: { en: We are here from nine to five. } }
    exits: { read: ask }
  ask:
    step: collect
    with:
      title: { en: A little about you }
      fields:
        - { name: town, label: { en: Town }, purpose: { en: To tell you of events near you. } }
    exits: { collected: agree, skip: agree }
  agree:
    step: accept-text
    with: { text: terms, version: '3', title: { en: Our terms }, summary: { en: Be kind. }, link: 'https://example.org/terms' }
    exits: { accepted: contact }
  contact:
    step: verify-contact
    exits: { verified: new-password, skip: new-password }
  new-password:
    step: set-password
    exits: { set: password, passkey: new-passkey }
  password:
    step: password
    exits: { correct: more-asked }
  # Nobody is made to set an app up but for an application that asks for as much.
  more-asked:
    step: decide
    with: { when: satisfied }
    exits: { yes: codes, no: new-app }
  new-app:
    step: enrol-totp
    exits: { enrolled: app, back: new-password }
  app:
    step: totp
    exits: { correct: codes }
  codes:
    step: show-recovery-codes
    exits: { saved: one-code, skip: new-passkey }
  one-code:
    step: recovery-code
    exits: { correct: new-passkey }
  new-passkey:
    step: enrol-passkey
    with: { reason: new-account }
    exits: { enrolled: passkey, skip: link }
  passkey:
    step: passkey
    exits: { correct: link, other-way: link }
  link:
    step: email-link
    exits: { verified: last-word }
  last-word:
    step: message
    with: { title: { en: Nearly there }, text: { en: One press is left. } }
    exits: { read: enough-when-known }
  enough-when-known:
    step: decide
    with: { when: satisfied }
    exits: { yes: complete, no: journey:sign-in }
  complete:
    step: complete
`;
// A real place to come back to, since a redirect after a form goes there without asking anybody.
const shopAt = createServer((_request, response) => response.setHeader('content-type', 'text/html').end('<title>Shop</title><h1>Back at the shop</h1>'));
shopAt.listen(0, '127.0.0.1');
await once(shopAt, 'listening');
after(() => shopAt.close());
const shopUrl = `http://localhost:${(shopAt.address() as AddressInfo).port}/cb`;
const shop = await testApplication(house, 'customers', { redirectUris: [shopUrl] });
await changePolicy(house, 'customers', 'journeys/sign-up.yaml', () => tour);

/** Somebody on the tour: what they have seen that a later screen asks for. */
interface Walker {
  readonly page: Page;
  readonly email: string;
  readonly scripts: boolean;
  seed?: string;
  code?: string;
}

/** A screen by its heading, and how somebody answers it. */
interface Stop {
  readonly step: string;
  readonly heading: string | RegExp;
  readonly answer: (walker: Walker) => Promise<void>;
  readonly needsScripts?: true;
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const headed = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name, ...(typeof name === 'string' ? { exact: true } : {}) }).waitFor();
/** The home of the door, for whoever is not signed in there. */
const doorHeading = /./;
const password = 'a walk along the whole coast';
const tokenOf = (walker: Walker, ahead = 0): string => (
  new TOTP({ secret: Secret.fromBase32(walker.seed!) }).generate({ timestamp: Date.now() + ahead * 30_000 }));

const filled = (label: string | RegExp, value: (walker: Walker) => string | Promise<string>, button = 'Continue') => async (walker: Walker): Promise<void> => {
  await walker.page.getByLabel(label, { exact: typeof label === 'string' }).fill(await value(walker));
  await press(walker.page, button);
};

const stops: readonly Stop[] = [
  { step: 'identify', heading: 'Create your account', answer: filled('E-mail address', ({ email }) => email) },
  { step: 'choose-method', heading: 'How do you want to go on?', answer: ({ page }) => press(page, 'Code by e-mail') },
  { step: 'email-code', heading: 'Check your e-mail', answer: filled('Code from the e-mail', ({ email }) => mailbox.code(email)) },
  { step: 'create-account', heading: 'What may we call you?', answer: filled('Your name', () => 'Ada Larch', 'Create account') },
  { step: 'message', heading: 'Opening hours', answer: ({ page }) => press(page, 'Continue') },
  { step: 'collect', heading: 'A little about you', answer: filled(/^Town/, () => 'Bergen') },
  { step: 'accept-text', heading: 'Our terms', answer: ({ page }) => press(page, /agree/i) },
  {
    step: 'verify-contact', heading: 'Add an e‑mail address',
    answer: async (walker) => {
      await filled('E-mail address', ({ email }) => `second.${email}`)(walker);
      await filled('Code from the e-mail', ({ email }) => mailbox.code(`second.${email}`))(walker);
    },
  },
  { step: 'set-password', heading: 'Choose a password', answer: filled('New password', () => password, 'Save password') },
  { step: 'password', heading: 'Enter your password', answer: filled('Password', () => password, 'Sign in') },
  {
    step: 'enrol-totp', heading: 'Add your authenticator app',
    answer: async (walker) => {
      walker.seed = (await walker.page.locator('.key').textContent())!.replace(/\s/g, '');
      await filled('Code from the app', () => tokenOf(walker), 'Add app')(walker);
    },
  },
  { step: 'totp', heading: 'Enter the code from your app', answer: filled('Code from the app', (walker) => tokenOf(walker, 1)) },
  {
    step: 'show-recovery-codes', heading: 'Save recovery codes',
    answer: async (walker) => {
      await press(walker.page, 'Show my codes');
      walker.code = (await walker.page.locator('.codes li').first().textContent())!.trim();
      await walker.page.reload();
      await headed(walker.page, 'Your recovery codes');
      await press(walker.page, 'I have saved them');
    },
  },
  { step: 'recovery-code', heading: 'Enter a recovery code', answer: filled('Recovery code', ({ code }) => code!) },
  {
    step: 'enrol-passkey', heading: 'Sign in without a password',
    answer: ({ page, scripts }) => press(page, scripts ? 'Make a passkey' : 'Not now'),
  },
  { step: 'passkey', heading: 'Use your passkey', needsScripts: true, answer: ({ page }) => press(page, 'Use passkey') },
  {
    step: 'email-link', heading: 'Open the link in your e-mail',
    answer: async ({ page, email, scripts }) => {
      const other = await page.context().newPage();
      await other.goto(await mailbox.link(email));
      await press(other, 'Continue');
      await headed(other, 'Nearly there');
      await other.close();
      // The page that waits goes on by itself; without scripts it says when to press.
      if (!scripts) await press(page, 'I have opened it');
    },
  },
  { step: 'message', heading: 'Nearly there', answer: ({ page }) => press(page, 'Continue') },
];

async function walk(walker: Walker): Promise<void> {
  const { page, scripts } = walker;
  const todo = stops.filter(({ needsScripts }) => scripts || !needsScripts);
  for (const [at, stop] of todo.entries()) {
    const old = await stays(page, stop.heading);
    await stop.answer(walker);
    const next = todo[at + 1]?.heading;
    await headed(page, next ?? 'Back at the shop');
    // Where the run has ended there is nothing to be told but the door.
    await answersLate(old, next ?? doorHeading);
    if (next !== undefined) await goesBackAndForth(page, next);
  }
}

/** Steps that need somebody or something else: where their screens are held against the same. */
const elsewhere: Readonly<Record<string, string>> = {
  federate: 'federation.browser.test.ts',
  handoff: 'across-devices.browser.test.ts',
  'link-account': 'federation.browser.test.ts',
  webhook: 'own-journeys.test.ts: it asks nobody and goes on by itself',
};
const alone = ['accept-invitation', 'approve', 'complete', 'refuse', 'wait'];

test('every step with a screen is walked through', async () => {
  const { steps } = await house.operator.call<{ steps: { name: string }[] }>('GET', '/steps');
  const walked = new Set([...stops.map(({ step }) => step), ...alone, ...Object.keys(elsewhere)]);
  const screens = new Set<string>(screen.options.map(({ shape }) => shape.step.value));
  assert.deepEqual(steps.map(({ name }) => name).filter((name) => screens.has(name) && !walked.has(name)), []);
});

for (const scripts of [true, false]) {
  test(`every step ${scripts ? 'with' : 'without'} scripts: reloaded, in two tabs, and gone back from`, async () => {
    const context = await browser.newContext({ locale: 'en-GB', javaScriptEnabled: scripts });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    if (scripts) await withVirtualAuthenticator(page);
    await page.goto((await shop.ask({ prompt: 'create', redirect_uri: shopUrl, acr_values: 'urn:limen:acr:mfa' })).url);
    await walk({ page, email: `${scripts ? 'with' : 'without'}@example.org`, scripts });
    await context.close();
  });
}

test('without scripts: a recovery to its end, where every way is offered, and its refusal stays', async () => {
  const context = await browser.newContext({ locale: 'en-GB', javaScriptEnabled: false });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(`${url}/customers/recover`);
  await filled('E-mail address', () => 'without@example.org')({ page, email: '', scripts: false });
  await filled('Code from the e-mail', () => mailbox.code('without@example.org'))({ page, email: '', scripts: false });
  const ways: readonly (readonly [string, string])[] = [
    ['Enter the code from your app', 'Use another way'], ['Enter a recovery code', 'I have no recovery code'],
    ['Get back in by waiting', 'Ask support instead'], ['Ask support to help', 'Neither works for me'],
  ];
  for (const [at, [heading, way]] of ways.entries()) {
    const old = await stays(page, heading);
    await press(page, way);
    const next = ways[at + 1]?.[0];
    await answersLate(old, next ?? doorHeading);
    await headed(page, next ?? 'This needs a person to help');
  }
  await (await stays(page, 'This needs a person to help')).close();
  await context.close();
});

test('an invitation is accepted without scripts, and the end of it stays', async () => {
  const { invitation: { link } } = await house.operator.call<{ invitation: { link: string } }>('POST', '/populations/workforce/principals', {
    identifiers: [{ kind: 'email', value: 'kit@corp.example' }], displayName: 'Kit', invite: { mail: false },
  });
  const context = await browser.newContext({ locale: 'en-GB', javaScriptEnabled: false });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const kit: Walker = { page, email: 'kit@corp.example', scripts: false };
  await page.goto(link);
  const old = await stays(page, 'Welcome, Kit');
  await press(page, 'Set up sign-in');
  await answersLate(old, 'Set up a passkey');
  await headed(page, 'Set up a passkey');
  await page.getByText('A passkey needs JavaScript').waitFor();
  await press(page, 'Set a password instead');
  for (const step of ['set-password', 'enrol-totp', 'show-recovery-codes']) await stops.find((each) => each.step === step)!.answer(kit);
  await (await stays(page, 'You are set up')).close();
  await context.close();
});
