/**
 * Decisions asked for by clients that were written from AuthZEN's specification alone, and transactions from the question
 * to the token that is bound to them, against the whole server.
 */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import express from 'express';
import { createLocalJWKSet, decodeJwt, jwtVerify, type JSONWebKeySet } from 'jose';
import { Secret, TOTP } from 'otpauth';
import { deviceCodeGrant } from '../../../contract/admin/client-registration.ts';
import { day, minute } from '../kernel/index.ts';
import { signUp, testApplication, testMailbox, type Asked } from './test-application.ts';
import { authzenClient } from './test-authzen-client.ts';
import { TestBrowser } from './test-browser.ts';
import { basic } from './test-evaluation.ts';
import { fetchFrom } from './test-fetch.ts';
import { operatorOf } from './test-operator.ts';
import { changePolicy } from './test-policy.ts';
import { startTestServer } from './testing.ts';
import { until } from './test-waiting.ts';

// As applications load them. Their types are another room's.
// oxlint-disable-next-line typescript/no-explicit-any -- what they give is what the assertions are about
const built = async (name: string) => await import(pathToFileURL(join(import.meta.dirname, '..', '..', '..', 'sdk', 'built', `${name}.js`)).href) as any;
const { createStepUp, memoryStore } = await built('step-up');
const { createDecisions, guardExpress } = await built('server');

let ahead = 0;
const server = await startTestServer({}, { clock: () => new Date(Date.now() + ahead) });
const { config: { url, port, dataFolder } } = server;
const fetch = fetchFrom(() => port);
const operator = operatorOf(dataFolder);
const house = { url, fetch, operator };
const mailbox = testMailbox(house);
const shop = await testApplication(house, 'customers');
const strangers = await testApplication(house, 'customers', { firstParty: false });

/** Actions that a code by mail is enough for, since that is what these people have. */
await changePolicy(house, 'customers', 'checkpoints.yaml', (text) => `${text}
  vault.open:
    about: Opening of the vault
    valueAtRisk: elevated
    frictionTolerance: medium
    reasons:
      device-unknown: device.knownFor < duration("24h")
    responses:
      - { respond: challenge, with: email-code, within: 5m, when: has.email }
      - { respond: delay, for: 24h }
  order.pay:
    about: Payment of an order
    valueAtRisk: elevated
    frictionTolerance: low
    reasons:
      amount-large: amount.value >= 500.0
    responses:
      - { respond: challenge, with: email-code, within: 5m, when: 'has.email && email.verifiedFor >= duration("72h")' }
      - { respond: delay, for: 24h }
  transfer.send:
    about: Transfer to somebody
    valueAtRisk: elevated
    frictionTolerance: low
    reasons:
      amount-large: amount.value >= 500.0
    responses:
      - { respond: challenge, with: passkey-or-totp, within: 15m, when: has.passkey || has.totp }
      - { respond: delay, for: 24h }
`);

const pdp = await authzenClient(fetch, url, basic(shop));

let count = 0;
async function newCustomer(application = shop) {
  count += 1;
  const email = `payer${count}@example.org`;
  const browser = new TestBrowser(fetch);
  const asked = await application.ask({ prompt: 'create' });
  const page = await signUp(browser, asked.url, email, mailbox);
  const arrived = page.status === 200 ? await browser.send(page, { choice: 'allow' }) : page;
  const tokens = await application.redeem(arrived, asked);
  const { sid, sub } = tokens.claims()!;
  return { email, browser, sub, subject: { type: 'session', id: String(sid) } };
}

type Customer = Awaited<ReturnType<typeof newCustomer>>;
const decisionsOf = async ({ sub }: Customer) => (
  await operator.call<{ decisions: { response: string; outcome: string | null }[] }>('GET', `/populations/customers/decisions?principal=${sub}`)).decisions;

const pay = (subject: unknown, properties: Record<string, unknown> = {}) => ({
  subject, action: { name: 'order.pay' },
  resource: { type: 'order', id: '4711', properties: { amount: '620.00', currency: 'EUR', payee: 'Larch & Loom', ...properties } },
});

/** Goes through the authorization endpoint with what a deny says, and back to the application. */
async function stepUp({ browser, email }: Customer, context: Record<string, unknown>, application = shop) {
  const { acr_values: acr, max_age: age, prompt, authorization_details: details } = context;
  const asked = await application.ask({
    acr_values: String(acr), max_age: String(age), ...(prompt ? { prompt: String(prompt) } : {}),
    ...(details ? { authorization_details: JSON.stringify(details) } : {}),
  });
  const screen = await browser.visit(asked.url);
  const back = await browser.send(screen, { choice: 'continue', code: await mailbox.code(email) });
  return { screen, tokens: await application.redeem(back, asked) };
}

/** A resource server of another team, on Express: it knows the person by the access token that it is shown. */
async function resourceServer(application: { id: string; secret: string }) {
  const decisions = createDecisions({
    server: url, credentials: { clientId: application.id, clientSecret: application.secret }, timeout: 10_000,
    whenUnanswered: { 'vault.open': 'deny', 'order.pay': 'deny' },
  });
  const tokenOf = (request: express.Request) => /^Bearer ([\w.~+/-]+)$/.exec(request.get('authorization') ?? '')?.[1];
  const app = express();
  const guarded = (action: 'vault.open' | 'order.pay', more: { transaction?: { amount: string; currency: string; payee: string } }) => guardExpress({
    decisions, action,
    about: (request: express.Request) => {
      const accessToken = tokenOf(request);
      return accessToken === undefined ? undefined : { subject: { accessToken }, resource: { type: 'door', id: request.path }, ...more };
    },
  });
  app.post('/vault', guarded('vault.open', {}), (_request, response) => { response.send('open'); });
  app.post('/pay', guarded('order.pay', { transaction: { amount: '700', currency: 'EUR', payee: 'Larch & Loom' } }), (_request, response) => { response.send('paid'); });
  const listening = createServer(app).listen(0, '127.0.0.1');
  await once(listening, 'listening');
  after(() => { listening.closeAllConnections(); listening.close(); });
  const { port: at } = listening.address() as AddressInfo;
  return async (path: string, token?: string) => {
    const response = await globalThis.fetch(`http://127.0.0.1:${at}${path}`, { method: 'POST', headers: token === undefined ? {} : { authorization: `Bearer ${token}` } });
    return { status: response.status, challenge: response.headers.get('www-authenticate') ?? '', text: await response.text() };
  };
}

test('an OpenID client that knows RFC 9470 alone follows a challenge through the authorization endpoint', async () => {
  const call = await resourceServer(shop);
  const person = await newCustomer();
  const asked = await shop.ask();
  const first = await shop.redeem(await person.browser.visit(asked.url), asked);
  assert.equal((await call('/vault')).challenge, 'Bearer');
  const refused = await call('/vault', first.access_token);
  assert.equal(refused.status, 401);

  // RFC 9470 §4: the parameters of the challenge go into the request.
  assert.match(refused.challenge, /^Bearer error="insufficient_user_authentication"/);
  const parameters = Object.fromEntries([...refused.challenge.matchAll(/\b(acr_values|max_age)="([^"]*)"/g)].map(([, name, value]) => [name!, value!]));
  assert.deepEqual(Object.keys(parameters), ['acr_values', 'max_age']);
  // The decision is named by a value that such a client passes on like any other.
  assert.match(parameters['acr_values']!, /^urn:limen:acr:basic urn:limen:decision:[0-9a-f-]{36}$/);
  const stronger = await shop.ask(parameters);
  const screen = await person.browser.visit(stronger.url);
  const back = await person.browser.send(screen, { choice: 'continue', code: await mailbox.code(person.email) });
  const second = await shop.redeem(back, stronger);
  assert.deepEqual(await call('/vault', second.access_token), { status: 200, challenge: '', text: 'open' });
  assert.equal((await call('/vault', second.access_token)).status, 401, 'once');
});

test('a client written from the specification asks one question, and several with another', async () => {
  const person = await newCustomer();
  const one = await pdp.evaluate(pay(person.subject, { amount: 20 }));
  assert.deepEqual([one.status, one.answer.decision], [200, true]);

  const { status, answer } = await pdp.evaluateAll({
    ...pay(person.subject, { amount: 20 }),
    evaluations: [
      {}, { action: { name: 'browse' } }, { action: { name: 'no.such' } }, { action: {} },
      { subject: { type: 'session', id: 'somebody' } },
      { resource: { type: 'order', id: '1', properties: { amount: 'a lot', currency: 'EUR' } } },
    ],
  });
  assert.equal(status, 200);
  assert.deepEqual(answer.evaluations.map(({ decision }) => decision), [true, true, false, false, false, false]);
  const errors = answer.evaluations.map(({ context }) => (context?.['error'] as { status: number } | undefined)?.status);
  assert.deepEqual(errors, [undefined, undefined, undefined, 400, undefined, 400]);
  // Each that was a question about this person has a record of its own.
  assert.equal((await decisionsOf(person)).length, 4);

  const first = await pdp.evaluateAll({
    ...pay(person.subject), options: { evaluations_semantic: 'deny_on_first_deny' },
    evaluations: [{ action: { name: 'no.such' } }, { action: { name: 'browse' } }],
  });
  assert.deepEqual(first.answer.evaluations.map(({ decision }) => decision), [false]);
  // §7.1: without several it is the one that the top asks.
  const alone = await pdp.evaluateAll(pay(person.subject, { amount: 20 }));
  assert.deepEqual([alone.status, alone.answer.decision, alone.answer.evaluations], [200, true, undefined]);
  assert.equal((await pdp.evaluateAll({ evaluations: Array.from({ length: 51 }, () => ({})) })).status, 400);
  const unknown = await authzenClient(fetch, url, 'Basic Zm9vOmJhcg==');
  assert.equal((await unknown.evaluateAll({ evaluations: [{}] })).status, 401);
});

test('an amount that is no number is told where it stands, and decides nothing', async () => {
  const person = await newCustomer();
  for (const [properties, at] of [
    [{ amount: 'much' }, 'amount'], [{ amount: -5 }, 'amount'], [{ currency: 'BEADS' }, 'currency'], [{ payee: 'a\u202eb' }, 'payee'],
  ] as const) {
    const { status, answer } = await pdp.evaluate(pay(person.subject, properties));
    const { code, faults } = answer as unknown as { code: string; faults: { at: string }[] };
    assert.deepEqual([status, code, faults.map((each) => each.at)], [400, 'request.invalid', [`body.resource.properties.${at}`]]);
  }
  assert.deepEqual(await decisionsOf(person), []);
});

test('a transaction is shown before it is confirmed, bound into the token, and lifts that very question once', async () => {
  const person = await newCustomer();
  ahead += 4 * day;
  const { answer } = await pdp.evaluate(pay(person.subject));
  const context = answer.context!;
  assert.equal(answer.decision, false);
  const detail = { type: 'urn:limen:transaction', action: 'order.pay', amount: '620', currency: 'EUR', payee: 'Larch & Loom' };
  assert.deepEqual(context['authorization_details'], [detail]);

  const { screen, tokens } = await stepUp(person, context);
  for (const part of ['€620.00', 'Larch &amp; Loom', 'Payment of an order']) assert.ok(screen.body.includes(part), part);
  assert.equal(tokens.claims()!['sid'], person.subject.id);
  assert.deepEqual(tokens['authorization_details'], [detail]);
  const keys = createLocalJWKSet(await (await fetch(shop.rp.serverMetadata().jwks_uri!)).json() as JSONWebKeySet);
  const { payload } = await jwtVerify(tokens.access_token, keys, { issuer: shop.rp.serverMetadata().issuer, audience: shop.id, typ: 'at+jwt' });
  assert.deepEqual([payload['authorization_details'], payload.sub], [[detail], person.sub]);
  assert.equal(tokens.refresh_token, undefined, 'it is confirmed once');
  // It names the person, as any of their tokens does; who they are it tells nobody.
  assert.equal((await pdp.evaluate({ ...pay(null, { amount: 20 }), subject: { type: 'access_token', id: tokens.access_token } })).answer.decision, true);
  assert.equal((await fetch(`${url}/customers/userinfo`, { headers: { authorization: `Bearer ${tokens.access_token}` } })).status, 401);

  const ask = async (properties = {}) => (await pdp.evaluate(pay(person.subject, properties))).answer.decision;
  for (const other of [{ amount: '6200.00' }, { currency: 'USD' }, { payee: 'Someone Else' }]) assert.equal(await ask(other), false, JSON.stringify(other));
  assert.deepEqual(await Promise.all([ask(), ask()]).then((both) => both.sort()), [false, true]);
  const confirmed = await until('the log tells of it', async () => {
    const found = (await operator.events('transaction.confirmed')).filter(({ principal }) => principal === person.sub);
    return found.length > 0 && found;
  });
  assert.deepEqual(confirmed.map(({ open }) => open), [{ client: shop.id, action: 'order.pay' }]);
});

test('an application in a browser goes through a step-up by the helper, and is back where it was with a token for that', async () => {
  const page = 'https://spa.example';
  const { client } = await operator.createClient('customers', {
    name: 'Spa', firstParty: true, grantTypes: ['authorization_code', 'refresh_token'], authMethod: 'none', scopes: ['openid', 'profile', 'email'],
    redirectUris: [`${page}/back`],
  });
  const call = await resourceServer(shop);
  const person = await newCustomer();
  ahead += 4 * day;
  const asked = await shop.ask();
  const { access_token: accessToken } = await shop.redeem(await person.browser.visit(asked.url), asked);
  const { status, text, challenge } = await call('/pay', accessToken);
  assert.equal(status, 401);

  let [here, went] = [`${page}/basket`, ''];
  const helper = createStepUp({
    issuer: `${url}/customers`, clientId: client.id, redirectUri: `${page}/back`, store: memoryStore(), here: () => here, go: (to: string) => { went = to; },
  });
  assert.equal(await helper.begin(new Response(text, { status, headers: { 'www-authenticate': challenge } })), true);
  const screen = await person.browser.visit(went);
  assert.match(screen.body, /€700\.00/);
  here = (await person.browser.send(screen, { choice: 'continue', code: await mailbox.code(person.email) })).url;
  const { returnTo, tokens } = await helper.finish();
  assert.equal(returnTo, `${page}/basket`);
  const { authorization_details: details, cnf } = decodeJwt(tokens.accessToken);
  assert.deepEqual(details, [{ type: 'urn:limen:transaction', action: 'order.pay', amount: '700', currency: 'EUR', payee: 'Larch & Loom' }]);
  assert.ok((cnf as { jkt?: string }).jkt, 'bound to this installation\'s key');
});

test('who proves themselves without seeing the transaction, or to another one, has not confirmed it', async () => {
  const person = await newCustomer();
  ahead += 4 * day;
  const ask = async () => (await pdp.evaluate(pay(person.subject))).answer;
  const context = (await ask()).context!;
  const { authorization_details: details, ...without } = context;
  await stepUp(person, without);
  assert.equal((await ask()).decision, false, 'not seen');
  await stepUp(person, { ...context, authorization_details: [{ ...(details as object[])[0], amount: '6.20' }] });
  assert.equal((await ask()).decision, false, 'another amount');
  await stepUp(person, { ...context, acr_values: 'urn:limen:acr:basic' });
  assert.equal((await ask()).decision, false, 'the same one, for nothing that was asked');
  // Somebody in the same session has the same amount go to the same payee, for an order of their own.
  const theirs = { ...pay(person.subject), resource: { ...pay(person.subject).resource, id: '4712' } };
  assert.equal((await pdp.evaluate(theirs)).answer.decision, false);
  await stepUp(person, context);
  assert.equal((await pdp.evaluate(theirs)).answer.decision, false, 'another order');
  assert.equal((await ask()).decision, true);
});

test('a strong proof shown to a small amount, beside a weak one shown to the large one, is no strong proof of the large one', async () => {
  const person = await newCustomer();
  const ref = { population: 'customers', principal: person.sub };
  const { secret } = server.limen.credentials.totps.propose('Test', person.email);
  // Each code is good once, so time goes on between them.
  const codeOfApp = (): string => {
    ahead += minute;
    return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + ahead });
  };
  await server.ground.database.transaction((tx) => server.limen.credentials.totps.bind(tx, ref, secret, codeOfApp(), { actor: { kind: 'system' } }));
  const send = async () => (await pdp.evaluate({ ...pay(person.subject, { amount: '6200.00' }), action: { name: 'transfer.send' } })).answer;
  const context = (await send()).context!;
  const name = `urn:limen:decision:${String(context['id'])}`;
  assert.deepEqual([context['response'], context['acr_values']], ['challenge', `urn:limen:acr:mfa urn:limen:acr:phr ${name}`]);
  const [detail] = context['authorization_details'] as [object];

  const confirm = async (amount: string, acr: string) => {
    const asked = await shop.ask({ acr_values: `${acr} ${name}`, prompt: 'login', max_age: '900', authorization_details: JSON.stringify([{ ...detail, amount }]) });
    let page = await person.browser.visit(asked.url);
    page = await person.browser.send(page, { choice: 'continue', code: await mailbox.code(person.email) });
    if (acr !== 'urn:limen:acr:basic') page = await person.browser.send(page, { choice: 'continue', code: codeOfApp() });
    await shop.redeem(page, asked);
  };
  // Whoever sees "6.20" shows the app, and whoever has the mailbox confirms the rest: in either order, and again.
  await confirm('6200', 'urn:limen:acr:basic');
  await confirm('6.20', 'urn:limen:acr:mfa');
  assert.equal((await send()).decision, false, 'the large one first');
  await confirm('6200', 'urn:limen:acr:basic');
  assert.equal((await send()).decision, false, 'the small one first');
  await confirm('6200', 'urn:limen:acr:mfa');
  // What comes later and is weaker takes nothing of it back.
  await confirm('6200', 'urn:limen:acr:basic');
  assert.deepEqual([(await send()).decision, (await send()).decision], [true, false], 'once');
});

test('what is cut into small amounts adds up again, in whichever currency: by person, application and action, over a day, each yes once', async () => {
  const [person, other] = [await newCustomer(), await newCustomer()];
  ahead += 2 * day;
  const buy = async (amount: number, order: string, { subject }: Customer = person, currency = 'EUR') => {
    const { answer: { context, decision } } = await pdp.evaluate({ subject, action: { name: 'checkout' }, resource: { type: 'order', id: order, properties: { amount, currency } } });
    return [decision, context!['response'], (context!['reason_admin'] as { codes: string[] }).codes.filter((code) => code.startsWith('amount'))];
  };
  const calm = [true, 'allow', []];
  const large = [true, 'notify', ['amount-adds-up']];
  assert.deepEqual([await buy(499, 'a'), await buy(499, 'b')], [calm, calm]);
  assert.deepEqual([await buy(499, 'c'), await buy(2, 'd')], [large, large]);
  assert.deepEqual([await buy(2, 'e', person, 'USD'), await buy(499, 'e', other)], [large, calm]);
  ahead += day + minute;
  assert.deepEqual(await buy(499, 'f'), calm);
});

test('a transaction needs a person each time: no session is fresh enough, and another\'s application asks nothing more', async () => {
  const person = await newCustomer(strangers);
  const details = JSON.stringify([{ type: 'urn:limen:transaction', action: 'order.pay', amount: 5, currency: 'EUR' }]);
  const silent = await strangers.ask({ authorization_details: details, prompt: 'none' });
  assert.match((await person.browser.visit(silent.url)).url, /error=login_required/);
  ahead += day;
  const asked = await strangers.ask({ authorization_details: details });
  const screen = await person.browser.visit(asked.url);
  assert.match(screen.body, /€5\.00/);
  const back = await person.browser.send(screen, { choice: 'continue', code: await mailbox.code(person.email) });
  assert.deepEqual((await strangers.redeem(back, asked))['authorization_details'],
    [{ type: 'urn:limen:transaction', action: 'order.pay', amount: '5', currency: 'EUR' }]);
});

test('details that are unknown, malformed or too large are refused as such, and show nobody anything', async () => {
  const { browser } = await newCustomer();
  const detail = { type: 'urn:limen:transaction', action: 'order.pay', amount: '1', currency: 'EUR' };
  const errorOf = ({ url: at }: Pick<Asked, 'url'>) => new URL(at).searchParams.get('error');
  const faulty: readonly string[] = [
    'no json', '{}', '[{"type":""}]', JSON.stringify([{ ...detail, type: 'payment_initiation' }]), JSON.stringify([{ ...detail, amount: '1e9' }]),
    JSON.stringify([{ ...detail, currency: 'ZZZ' }]), JSON.stringify([{ ...detail, action: 'no.such' }]), JSON.stringify([{ ...detail, payee: '<\u202e>' }]),
    JSON.stringify([{ ...detail, iban: 'DE00' }]), JSON.stringify([detail, detail]), JSON.stringify([{ ...detail, payee: 'x'.repeat(2_000) }]),
    `${JSON.stringify([detail])}${' '.repeat(2_000)}`,
  ];
  for (const authorization_details of faulty) {
    const page = await browser.visit((await shop.ask({ authorization_details })).url);
    assert.equal(errorOf(page), 'invalid_authorization_details', authorization_details.slice(0, 80));
    assert.doesNotMatch(page.url, /DE00|%E2%80%AE/);
  }
  // Only where a page with the person comes before the code.
  const answer = await fetch(`${url}/customers/token`, {
    method: 'POST', headers: { authorization: basic(shop) },
    body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: 'x', authorization_details: JSON.stringify([detail]) }),
  });
  assert.deepEqual([answer.status, (await answer.json() as { error: string }).error], [400, 'invalid_authorization_details']);
  const kiosk = await operator.createClient('customers', { name: 'Kiosk', grantTypes: [deviceCodeGrant], authMethod: 'none', scopes: ['openid'] });
  const byDevice = await fetch(`${url}/customers/device-authorization`, {
    method: 'POST', body: new URLSearchParams({ client_id: kiosk.client.id, scope: 'openid', authorization_details: JSON.stringify([detail]) }),
  });
  assert.deepEqual([byDevice.status, (await byDevice.json() as { error: string }).error], [400, 'invalid_authorization_details']);
  const metadata = await (await fetch(`${url}/customers/.well-known/openid-configuration`)).json() as Record<string, unknown>;
  assert.deepEqual(metadata['authorization_details_types_supported'], ['urn:limen:transaction']);
});
