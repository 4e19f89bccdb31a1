/**
 * A scanner of mail looks at every link of every kind of mail before its reader does, by GET and HEAD and more than
 * once: nothing is used up, confirmed or stopped by that, and then the reader uses the link.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as oidc from 'openid-client';
import { Secret, TOTP } from 'otpauth';
import { cibaGrant, deviceCodeGrant } from '../../../contract/admin/client-registration.ts';
import type { MessageKind } from '../../../contract/messages.ts';
import { relyingParty, signUp, testApplication, testMailbox } from './test-application.ts';
import { TestBrowser, type Page } from './test-browser.ts';
import { contentsOf } from './test-contents.ts';
import { fetchFrom } from './test-fetch.ts';
import { operatorOf } from './test-operator.ts';
import { changePolicy } from './test-policy.ts';
import { until } from './test-waiting.ts';
import { startTestServer } from './testing.ts';

const server = await startTestServer({ trustedProxies: { addresses: ['127.0.0.1'], header: 'x-forwarded-for' } });
const { limen, ground, config: { url, port, dataFolder } } = server;
const house = { url, fetch: fetchFrom(() => port), operator: operatorOf(dataFolder) };
const mailbox = testMailbox(house);
const shop = await testApplication(house, 'customers');
await changePolicy(house, 'customers', 'journeys/sign-in.yaml', (text) => `${text
  .replace('step: email-code', 'step: email-link').replace('verified: enough', 'verified: tell')
}\n  tell:\n    step: notify\n    with: { about: { en: You signed in by a link } }\n    exits: { done: enough }\n`);

let browsers = 0;
/** Each comes from a network of its own, as people do. */
const newBrowser = () => new TestBrowser(house.fetch, { 'x-forwarded-for': `203.0.113.${browsers += 1}` });
let scanners = 0;
/** Services that scan mail have many machines. From one address it would be too many looks at once, and told so. */
const scanner = () => ({ 'x-forwarded-for': `198.51.100.${scanners += 1}`, 'user-agent': 'a scanner of mail' });

const titleOf = ({ body }: Page): string => /<h1>([^<]*)/.exec(body)?.[1] ?? body.slice(0, 200);
/** Looking at some links begins a run, which belongs to whoever looked; mails come and go by themselves. */
const besides = ['journey_run', 'journey_run_state', 'message_outbox', 'message_inbox'];

/** The one link of the newest mail of a kind to an address, once a scanner has been at it. */
async function scanned(to: string, kind: MessageKind, part: string): Promise<string> {
  const text = await until(`a mail ${kind} to ${to}`, async () => (
    (await limen.inbox.list(200)).find((mail) => mail.to === to && mail.kind === kind && mail.text.includes(`/${part}`))?.text));
  const links = [...text.matchAll(/https?:\/\/\S+/g)].map(([link]) => link).filter((link) => link.startsWith(url));
  const before = await contentsOf(ground.database.pool, besides);
  const headers = { ...scanner(), accept: 'text/html' };
  for (const link of links) {
    for (const method of ['HEAD', 'GET', 'GET', 'HEAD', 'GET']) {
      const { status } = await house.fetch(link, { method, headers });
      assert.ok(status === 200 || status === 303, `${method} ${link}: ${status}`);
    }
  }
  assert.deepEqual(await contentsOf(ground.database.pool, besides), before, kind);
  return links.find((link) => link.includes(`/${part}`)) ?? assert.fail(`no ${part} in ${text}`);
}

interface Customer { readonly browser: TestBrowser; readonly email: string }

let customers = 0;
/** Signs up with a password and an app, so that getting back in takes more than a mailbox. */
async function newCustomer(): Promise<Customer> {
  const [browser, email] = [newBrowser(), `person${customers += 1}@example.org`];
  const asked = await shop.ask({ prompt: 'create', acr_values: 'urn:limen:acr:mfa' });
  const proof = await browser.send(await browser.visit(asked.url), { choice: 'continue', identifier: email });
  const named = await browser.send(proof, { choice: 'continue', code: await mailbox.code(email) });
  const offer = await browser.send(named, { choice: 'continue', displayName: 'Ada Larch' });
  const word = await browser.send(offer, { choice: 'password' });
  const app = await browser.send(word, { choice: 'continue', password: 'a horse by the harbour' });
  const seed = /class="key" dir="ltr">([^<]+)</.exec(app.body)?.[1] ?? assert.fail(titleOf(app));
  const code = new TOTP({ secret: Secret.fromBase32(seed.replaceAll(' ', '')) }).generate();
  await browser.send(app, { choice: 'continue', code });
  return { browser, email };
}

/** Sends a form of the account's pages. */
async function sendAccountForm({ browser }: Customer, at: string, action: string, fields: Record<string, string> = {}): Promise<Page> {
  const page = await browser.visit(`${url}/customers/account${at}`);
  const formToken = /name="formToken" value="([^"]+)"/.exec(page.body)?.[1] ?? assert.fail(titleOf(page));
  const sent = await browser.request(`${url}/customers/account${action}`, {
    method: 'POST', body: new URLSearchParams({ formToken, ...fields }), headers: { origin: new URL(url).origin, 'sec-fetch-site': 'same-origin' },
  });
  return browser.follow(sent);
}
const opens = async (link: string, browser = newBrowser()) => {
  const page = await browser.visit(link);
  assert.equal(page.status, 200, titleOf(page));
  return { page, press: async (fields: Record<string, string>) => titleOf(await browser.send(page, fields)) };
};

/** Somebody new with nothing but a mailbox wants to do something in the shop, which asks. */
async function askedAbout(action: string): Promise<{ email: string; response: unknown }> {
  const [email, asked] = [`${action}@example.org`, await shop.ask({ prompt: 'create' })];
  const { sid } = (await shop.redeem(await signUp(newBrowser(), asked.url, email, mailbox), asked)).claims()!;
  const answer = await house.fetch(`${url}/access/v1/evaluation`, {
    method: 'POST', body: JSON.stringify({ subject: { type: 'session', id: sid }, action: { name: action }, resource: { type: 'account', id: 'main' } }),
    headers: {
      'content-type': 'application/json',
      authorization: `Basic ${Buffer.from([shop.id, shop.secret].map(encodeURIComponent).join(':')).toString('base64')}`,
    },
  });
  const { context: { response } } = await answer.json() as { context: { response: unknown } };
  return { email, response };
}

/** Every kind of mail but those that hold no link of ours: a new one has to say here what its link is for. */
const uses: Readonly<Record<Exclude<MessageKind, 'code' | 'no-account'>, () => Promise<void>>> = {
  'invitation': async () => {
    const email = 'ben@corp.example';
    const { invitation } = await house.operator.call<{ invitation: { link: string } }>('POST', '/populations/workforce/principals', {
      identifiers: [{ kind: 'email', value: email }], invite: { mail: true },
    });
    assert.ok(invitation);
    const { press } = await opens(await scanned(email, 'invitation', 'enrol'));
    assert.equal(await press({ choice: 'continue' }), 'Set up a passkey');
  },
  'link': async () => {
    const { email } = await newCustomer();
    const browser = newBrowser();
    const page = await browser.send(await browser.visit((await shop.ask()).url), { choice: 'continue', identifier: email });
    const number = /class="digits" dir="ltr">(\d\d)</.exec(page.body)?.[1] ?? assert.fail(titleOf(page));
    const { press } = await opens(await scanned(email, 'link', 'link'));
    assert.equal(await press({ choice: 'continue', number }), 'Done here');
    assert.match((await browser.send(page, { choice: 'continue' })).url, /shop\.example\/cb\?code=/);
    await scanned(email, 'notice', 'not-me');
  },
  'notice': async () => {
    const { email } = await newCustomer();
    const browser = newBrowser();
    const page = await browser.send(await browser.visit((await shop.ask()).url), { choice: 'continue', identifier: email });
    const tab = await browser.visit(await mailbox.link(email));
    await browser.send(tab, { choice: 'continue' });
    await browser.send(page, { choice: 'continue' });
    const { press } = await opens(await scanned(email, 'notice', 'not-me'));
    assert.equal(await press({ choice: 'report' }), 'Everybody is signed out');
  },
  'credential-changed': async () => {
    const customer = await newCustomer();
    const { browser, email } = customer;
    assert.equal(titleOf(await sendAccountForm(customer, '/recovery-codes', '/recovery-codes')), 'Your recovery codes');
    const { press } = await opens(await scanned(email, 'credential-changed', 'not-me'));
    assert.equal((await browser.request(`${url}/customers/account`)).status, 200, 'still signed in');
    assert.equal(await press({ choice: 'report' }), 'Everybody is signed out');
    assert.notEqual((await browser.request(`${url}/customers/account`)).status, 200);
  },
  'recovery': async () => {
    const { email } = await newCustomer();
    const browser = newBrowser();
    const proof = await browser.send(await browser.visit(`${url}/customers/recover`), { choice: 'continue', identifier: email });
    const app = await browser.send(proof, { choice: 'continue', code: await mailbox.code(email) });
    const wait = await browser.send(await browser.send(app, { choice: 'other-way' }), { choice: 'other-way' });
    assert.equal(titleOf(await browser.send(wait, { choice: 'continue' })), 'Now it takes time');
    const { press } = await opens(await scanned(email, 'recovery', 'stop-recovery'));
    assert.equal(await press({ choice: 'stop' }), 'It was stopped');
  },
  'contact': async () => {
    const customer = await newCustomer();
    await sendAccountForm(customer, '/contacts', '/contacts', { address: 'friend@example.org' });
    const { press } = await opens(await scanned('friend@example.org', 'contact', 'contact'));
    assert.equal(await press({ choice: 'accept' }), 'You are a trusted contact');
  },
  'deletion': async () => {
    const customer = await newCustomer();
    await sendAccountForm(customer, '/delete', '/delete');
    const { page } = await opens(await scanned(customer.email, 'deletion', 'account'), customer.browser);
    assert.match(page.body, /Keep my account/);
    assert.doesNotMatch((await sendAccountForm(customer, '', '/keep')).body, /Keep my account/);
  },
  'address-changed': async () => {
    const customer = await newCustomer();
    const next = `new.${customer.email}`;
    await sendAccountForm(customer, '/address', '/address', { former: customer.email, address: next });
    await sendAccountForm(customer, '/address', '/address/prove', { former: customer.email, address: next, code: await mailbox.code(next) });
    const { press } = await opens(await scanned(customer.email, 'address-changed', 'undo-address'));
    assert.equal(await press({ choice: 'undo' }), 'Your address is back');
  },
  'action-delayed': async () => {
    // Who has no more than a mailbox can't prove more, and waits.
    const { email, response } = await askedAbout('payout.change');
    assert.equal(response, 'delay');
    const { press } = await opens(await scanned(email, 'action-delayed', 'cancel'));
    assert.equal(await press({ choice: 'cancel' }), 'It was stopped');
  },
  'action-news': async () => {
    const { email, response } = await askedAbout('address.change');
    assert.equal(response, 'notify');
    const { press } = await opens(await scanned(email, 'action-news', 'not-me'));
    assert.equal(await press({ choice: 'report' }), 'Everybody is signed out');
  },
  'new-sign-in': async () => {
    const { email } = await newCustomer();
    const { database: { db, pool, transaction } } = ground;
    const { principal } = await limen.directory.findByIdentifier(db, 'customers', email) ?? assert.fail(email);
    // Nobody is told of sign-ins to an account of this very hour.
    await pool.query('update principal set created_at = created_at - interval \'2 hours\' where id = $1', [principal]);
    const ref = { population: 'customers', principal };
    const shown = { address: '203.0.113.250', userAgent: 'curl/8.9', at: new Date(), marked: false };
    await transaction(async (tx) => {
      const { session } = await limen.sessions.start(tx, { ref, proofs: [{ kind: 'password', at: new Date() }], personal: { clientAddress: shown.address, userAgent: shown.userAgent } });
      await limen.risk.signedIn(tx, { ref, session: session.id, shown, boundKey: false, confirmed: false, passwordBreached: true, passwordPopularity: 0.1 });
    });
    const { press } = await opens(await scanned(email, 'new-sign-in', 'not-me'));
    assert.equal(await press({ choice: 'report' }), 'Everybody is signed out');
  },
  'request': async () => {
    const { client, secret } = await house.operator.createClient('customers', {
      name: 'Harbour support', purpose: 'Helps people who call', grantTypes: [cibaGrant], scopes: ['openid', 'profile'],
    });
    const desk = await relyingParty(house, 'customers', client.id, secret);
    const { email, browser } = await newCustomer();
    const { auth_req_id: request } = await oidc.initiateBackchannelAuthentication(
      desk, { scope: 'openid profile', login_hint: email, binding_message: '47' });
    const { press } = await opens(await scanned(email, 'request', 'approve'), browser);
    assert.equal(await press({ choice: 'confirm', number: '47' }), 'Confirmed');
    assert.ok((await oidc.genericGrantRequest(desk, cibaGrant, { auth_req_id: request })).access_token);
  },
  'screen-let-in': async () => {
    const { client, secret } = await house.operator.createClient('customers', {
      name: 'Harbour kiosk', purpose: 'Stands in the shop', grantTypes: [deviceCodeGrant], scopes: ['openid', 'profile'],
    });
    const kiosk = await relyingParty(house, 'customers', client.id, secret);
    const { email, browser } = await newCustomer();
    const { verification_uri_complete: place } = await oidc.initiateDeviceAuthorization(kiosk, { scope: 'openid profile' });
    const code = new URL(place!).searchParams.get('user_code')!;
    const question = await browser.send(await browser.visit(place!), { choice: 'continue', code });
    assert.equal(titleOf(await browser.send(question, { choice: 'confirm' })), 'You are signed in on that screen');
    const report = await opens(await scanned(email, 'screen-let-in', 'not-me'));
    assert.equal(await report.press({ choice: 'report' }), 'Everybody is signed out');
  },
};

for (const [kind, use] of Object.entries(uses)) {
  test(`${kind}: looked at by a scanner, then used by its reader`, use);
}
