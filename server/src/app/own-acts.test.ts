/** The account's pages at the checkpoint of what is done there, as a person meets them: asked and told why, held up, let go on. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evaluationPath, type EvaluationAnswer } from '../../../contract/evaluation.ts';
import { day, minute } from '../kernel/index.ts';
import { locales } from '../../../pages/index.ts';
import { signUp, testApplication, testMailbox } from './test-application.ts';
import { TestBrowser, type Page } from './test-browser.ts';
import { fetchFrom } from './test-fetch.ts';
import { operatorOf } from './test-operator.ts';
import { startTestServer } from './testing.ts';

let ahead = 0;
const clock = () => new Date(Date.now() + ahead);
const server = await startTestServer({}, { clock });
const { limen, ground: { database }, config: { url, port, dataFolder } } = server;
const house = { url, fetch: fetchFrom(() => port), operator: operatorOf(dataFolder) };
const mailbox = testMailbox(house);
const shop = await testApplication(house, 'customers');
const account = `${url}/customers/account`;
const titleOf = ({ body }: Page): string => /<h1>([^<]*)/.exec(body)?.[1] ?? body.slice(0, 300);

let count = 0;
/** Somebody with nothing but a mailbox, four days after they came, in a session that looks like a thief's where it is `risky`. */
async function customer({ risky = false } = {}) {
  count += 1;
  const email = `own${count}@example.org`;
  const browser = new TestBrowser(house.fetch);
  const asked = await shop.ask({ prompt: 'create' });
  const claims = (await shop.redeem(await signUp(browser, asked.url, email, mailbox), asked)).claims()!;
  ahead += 4 * day;
  const [session, ref] = [String(claims.sid), { population: 'customers', principal: claims.sub }];
  const turnRisky = () => database.transaction((tx) => limen.risk.signedIn(tx, {
    ref, session, shown: { address: '203.0.113.9', userAgent: 'curl/8.9', at: clock(), marked: false }, boundKey: false, confirmed: false,
    passwordBreached: true, passwordPopularity: 0.2,
  }));
  if (risky) await turnRisky();
  return { email, browser, session, ref, turnRisky };
}

/** Sends the form of a page of the account that the browser stands at. */
async function send(browser: TestBrowser, page: Page, action: string, fields: Record<string, string> = {}): Promise<Page> {
  const formToken = /name="formToken" value="([^"]+)"/.exec(page.body)?.[1] ?? assert.fail(titleOf(page));
  return browser.follow(await browser.request(`${account}${action}`, {
    method: 'POST', body: new URLSearchParams({ formToken, ...fields }), headers: { origin: new URL(url).origin, 'sec-fetch-site': 'same-origin' },
  }));
}

const decisionsOf = async (principal: string) => (
  (await house.operator.call('GET', `/populations/customers/decisions?principal=${principal}`)).decisions as { action: string; response: string; outcome: string | null }[]
).map(({ action, response, outcome }) => [action, response, outcome].join(' '));

test('who looks like somebody else has new recovery codes wait, reads why and until when, and finds it in the account', async () => {
  const { browser, email, ref, turnRisky } = await customer();
  const code = await browser.visit(`${account}/recovery-codes`);
  const page = await browser.send(code, { choice: 'continue', code: await mailbox.code(email) });
  assert.match(titleOf(page), /recovery codes/i);
  await turnRisky();
  const held = await send(browser, page, '/recovery-codes');
  assert.equal(titleOf(held), 'This has to wait');
  assert.match(held.body, /Possible from<\/strong> <time datetime="20/);
  assert.match(held.body, /This browser is new to your account\./);
  assert.doesNotMatch(held.body, /breach|password/i);
  assert.equal((await decisionsOf(ref.principal))[0], 'credential.reset delay ');
  assert.equal(await limen.credentials.recoveryCodes.left(database.db, ref), 0);
  // The next look says so at once, and asks for nothing.
  assert.equal(titleOf(await browser.visit(`${account}/recovery-codes`)), 'This has to wait');
  // What is there already can be looked through, and taken away, all the same.
  const contacts = await browser.visit(`${account}/contacts`);
  assert.equal(titleOf(await send(browser, contacts, '/contacts', { address: 'friend@example.net' })), 'This has to wait');
  const list = await browser.visit(`${account}/contacts`);
  assert.equal(titleOf(list), titleOf(contacts));
  assert.deepEqual(await limen.recovery.contacts.list(database.db, ref), []);
  const activity = (await browser.visit(`${account}/activity`)).body;
  assert.match(activity, /Replacement of what the account is opened with[\s\S]*It has to wait[\s\S]*This browser is new/);
});

test('an owner as usual meets no more than before', async () => {
  const { browser, email, ref } = await customer();
  const code = await browser.visit(`${account}/recovery-codes`);
  const page = await browser.send(code, { choice: 'continue', code: await mailbox.code(email) });
  assert.equal(titleOf(await send(browser, page, '/recovery-codes')), 'Your recovery codes');
  const profile = await browser.visit(`${account}/profile`);
  assert.match((await send(browser, profile, '/profile', { displayName: 'Ann' })).body, /Ann/);
  const [saved, ...others] = await decisionsOf(ref.principal);
  assert.equal(saved, 'profile.edit allow ');
  assert.ok(others.every((each) => each.startsWith('credential.reset ')), others.join());
});

test('the profile is kept until it was shown who is there, and says why it asks', async () => {
  const { browser, email, ref } = await customer({ risky: true });
  const profile = await browser.visit(`${account}/profile`);
  const asked = await send(browser, profile, '/profile', { displayName: 'Mallory' });
  assert.match(asked.body, /Why you are asked[\s\S]*This browser is new to your account/);
  const back = await browser.send(asked, { choice: 'continue', code: await mailbox.code(email) });
  assert.match(back.body, /It is confirmed that it is you/);
  assert.notEqual((await limen.directory.findPrincipal(database.db, ref))?.displayName, 'Mallory');
  await send(browser, back, '/profile', { displayName: 'Ann' });
  assert.equal((await limen.directory.findPrincipal(database.db, ref))?.displayName, 'Ann');
  assert.deepEqual((await decisionsOf(ref.principal)).toSorted(), ['profile.edit allow ', 'profile.edit challenge permitted']);
});

test('whoever a draw has let go can change nothing that opens the account', async () => {
  const { browser, session, ref } = await customer();
  await limen.checkpoints.evaluate({
    population: 'customers', client: shop.id, session: await limen.sessions.find('customers', session), action: { name: 'browse' }, resource: { type: 'page', id: 'x' },
  });
  await database.pool.query('update checkpoint_decision set explored = true where session = $1', [session]);
  for (const path of ['/recovery-codes', '/address', '/reach', '/contacts', '/export', '/delete']) {
    const page = await browser.request(`${account}${path}`);
    assert.deepEqual([path, page.status], [path, 403]);
  }
  assert.deepEqual(await decisionsOf(ref.principal), ['browse allow ']);
});

test('an application gets words for the person in every language, and the step-up says why it asks', async () => {
  const { browser, session } = await customer();
  ahead += minute;
  const answer = await house.fetch(`${url}${evaluationPath}`, {
    method: 'POST', body: JSON.stringify({ subject: { type: 'session', id: session }, action: { name: 'payout.change' }, resource: { type: 'account', id: 'main' } }),
    headers: { 'content-type': 'application/json', authorization: `Basic ${Buffer.from([shop.id, shop.secret].map(encodeURIComponent).join(':')).toString('base64')}` },
  });
  const { context: { response, reason_user: words, acr_values: acr } } = await answer.json() as EvaluationAnswer;
  assert.equal(response, 'challenge');
  assert.deepEqual(Object.keys(words!).toSorted(), [...locales].toSorted());
  assert.equal(words!['en'], 'Confirm that it is you, then try again. It has been a while since you last confirmed that it is you.');
  assert.equal(words!['de'], 'Bestätigen Sie, dass Sie es sind, und versuchen Sie es dann noch einmal. Es ist eine Weile her, dass Sie zuletzt bestätigt haben, dass Sie es sind.');
  const asked = await shop.ask({ acr_values: acr!, max_age: '300', prompt: 'login' });
  const screen = await browser.visit(asked.url);
  assert.match(screen.body, /Why you are asked[\s\S]*It has been a while/);
  // Somebody who comes for something else reads no reasons.
  const other = await testApplication(house, 'customers');
  assert.doesNotMatch((await browser.visit((await other.ask({ prompt: 'login' })).url)).body, /Why you are asked/);
});
