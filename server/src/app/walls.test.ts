/** The walls of SECURITY.md, tried from outside at a whole server. Those within one folder are tried there. */
import assert from 'node:assert/strict';
import { createServer, type AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { generateKeyPair } from 'jose';
import * as oidc from 'openid-client';
import type { ShownSession } from '../../../contract/admin/index.ts';
import { signIn, signUp, testApplication, testMailbox } from './test-application.ts';
import { asksFor, TestBrowser, type Page } from './test-browser.ts';
import { wordsOf } from './test-contents.ts';
import { fetchFrom } from './test-fetch.ts';
import { operatorOf } from './test-operator.ts';
import { until } from './test-waiting.ts';
import { startTestServer } from './testing.ts';

const server = await startTestServer({ trustedProxies: { addresses: ['127.0.0.1'], header: 'x-forwarded-for' } });
const { url, port, dataFolder } = server.config;
const house = { url, fetch: fetchFrom(() => port), operator: operatorOf(dataFolder) };
const mailbox = testMailbox(house);
const shop = await testApplication(house, 'customers', { id: 'app' });
const intranet = await testApplication(house, 'workforce', { id: 'app' });

let browsers = 0;
/** Each comes from an address of its own, so that no test bounds another. */
const newBrowser = (): TestBrowser => new TestBrowser(house.fetch, { 'x-forwarded-for': `203.0.113.${browsers += 1}` });

async function newCustomer(email: string) {
  const browser = newBrowser();
  const asked = await shop.ask({ prompt: 'create' });
  const tokens = await shop.redeem(await signUp(browser, asked.url, email, mailbox), asked);
  return { browser, tokens, principal: tokens.claims()!.sub };
}
const ada = await newCustomer('ada@example.org');

const errorAt = async (browser: TestBrowser, asked: Promise<{ url: string }>): Promise<string | null> =>
  new URL((await browser.visit((await asked).url)).url).searchParams.get('error');

test('populations: a code of one buys nothing at its namesake\'s, and is not used up by the try', async () => {
  const asked = await shop.ask();
  const page = await ada.browser.visit(asked.url);
  const there = new URL(page.url);
  there.searchParams.set('iss', `${url}/workforce`);
  await assert.rejects(intranet.redeem({ ...page, url: there.href }, asked), { error: 'invalid_grant' });
  await shop.redeem(page, asked);
});

test('populations: every cookie of one means nothing at the other, whatever it is called', async () => {
  const thief = newBrowser();
  for (const { name, value, path } of ada.browser.cookies()) {
    thief.plant(name.replace('customers', 'workforce'), value, path.replace('customers', 'workforce'));
    thief.plant(name, value, '/');
  }
  assert.ok(thief.cookiesFor('/workforce/authorize').includes('limen-workforce-session='));
  assert.equal(await errorAt(thief, intranet.ask({ prompt: 'none' })), 'login_required');
  assert.equal(await errorAt(ada.browser, shop.ask({ prompt: 'none' })), null);
});

test('sessions: who is suspended is out at every endpoint at once, and stays out', async () => {
  const eve = await newCustomer('eve@example.org');
  const at = `/populations/customers/principals/${eve.principal}`;
  await oidc.fetchUserInfo(shop.rp, eve.tokens.access_token, eve.principal);
  await house.operator.call('POST', `${at}/suspend`, { reason: 'tried out' });
  await assert.rejects(oidc.fetchUserInfo(shop.rp, eve.tokens.access_token, eve.principal), { status: 401 });
  await assert.rejects(oidc.refreshTokenGrant(shop.rp, eve.tokens.refresh_token!), { error: 'invalid_grant' });
  assert.equal((await oidc.tokenIntrospection(shop.rp, eve.tokens.access_token)).active, false);
  assert.equal(await errorAt(eve.browser, shop.ask({ prompt: 'none' })), 'login_required');
  const asked = await shop.ask();
  const refused = await proved(newBrowser(), asked.url, 'eve@example.org');
  assert.equal(new URL(refused.url).pathname.startsWith('/customers/run/'), true);
  assert.deepEqual(await house.operator.call('GET', `${at}/sessions`), { sessions: [] });
});

async function proved(browser: TestBrowser, start: string, email: string): Promise<Page> {
  const question = await browser.send(await browser.visit(start), { choice: 'continue', identifier: email });
  return browser.send(question, { choice: 'continue', code: await mailbox.code(email) });
}

test('sessions: one that an operator ends is over in the browser and for the application', async () => {
  const tom = await newCustomer('tom@example.org');
  const at = `/populations/customers/principals/${tom.principal}/sessions`;
  const { sessions: [session] } = await house.operator.call<{ sessions: [ShownSession] }>('GET', at);
  assert.equal(session.id, tom.tokens.claims()!['sid']);
  assert.deepEqual(await house.operator.call('DELETE', `${at}/${session.id}`), { ended: 1 });
  assert.equal(await errorAt(tom.browser, shop.ask({ prompt: 'none' })), 'login_required');
  await assert.rejects(oidc.refreshTokenGrant(shop.rp, tom.tokens.refresh_token!), { error: 'invalid_grant' });
});

test('identifiers: an address that nobody proved reserves nothing', async () => {
  const first = await newBrowser().visit((await shop.ask({ prompt: 'create' })).url);
  const squatter = newBrowser();
  const asked = await squatter.visit((await shop.ask({ prompt: 'create' })).url);
  const waiting = await squatter.send(asked, { choice: 'continue', identifier: 'mine@example.org' });
  assert.ok(asksFor(first, 'identifier') && asksFor(waiting, 'code'));
  await mailbox.code('mine@example.org');
  assert.deepEqual(await house.operator.find('customers', 'mine@'), []);
  const owner = await newCustomer('mine@example.org');
  assert.deepEqual((await house.operator.find('customers', 'mine@')).map(({ id }) => id), [owner.principal]);
});

test('runs: with an account or without, the pages of sign-in and sign-up are the same to the letter', async () => {
  await newCustomer('here@example.org');
  for (const prompt of ['login', 'create']) {
    const seen: string[][] = [];
    for (const email of ['here@example.org', 'away@example.org']) {
      const browser = newBrowser();
      const first = await browser.visit((await shop.ask({ prompt })).url);
      const posted = await browser.post(first, { choice: 'continue', identifier: email });
      const code = await browser.follow(posted);
      const wrong = await browser.send(code, { choice: 'continue', code: '000000' });
      seen.push([String(posted.status), ...[first, code, wrong].map((page) => anonymous(page, email))]);
    }
    assert.deepEqual(seen[0], seen[1]);
  }
});

/** A page without what is different for everybody. */
const anonymous = ({ status, body }: Page, email: string): string => `${status} ${body}`.replaceAll(email, 'somebody')
  .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'run').replaceAll(/(name="screenToken" value=")[^"]+/g, '$1token')
  .replaceAll(/(&quot;challenge&quot;:&quot;)[\w-]+/g, '$1challenge');

test('guessing: after five wrong codes the right one comes too late', async () => {
  const browser = newBrowser();
  let page = await browser.visit((await shop.ask()).url);
  page = await browser.send(page, { choice: 'continue', identifier: 'ada@example.org' });
  const right = await mailbox.code('ada@example.org');
  const wrong = right === '123456' ? '654321' : '123456';
  for (let tries = 0; tries < 5; tries += 1) page = await browser.send(page, { choice: 'continue', code: wrong });
  page = await browser.send(page, { choice: 'continue', code: right });
  assert.ok(asksFor(page, 'code'), 'still asked');
  assert.equal(browser.cookies().some(({ name }) => name.endsWith('-session')), false);
});

test('guessing: who sends without end is told when to come back', async () => {
  const browser = newBrowser();
  const page = await browser.visit((await shop.ask()).url);
  const statuses = new Set<number>();
  const limited = await until('the limit is reached', async () => {
    const answer = await browser.post(page, { choice: 'continue', identifier: 'nobody' });
    statuses.add(answer.status);
    return answer.status === 429 && answer;
  });
  assert.match(limited.headers.get('retry-after') ?? '', /^\d+$/);
  assert.deepEqual([...statuses].sort(), [303, 429]);
  assert.equal((await newBrowser().visit((await shop.ask()).url)).status, 200, 'others go on');
});

test('guessing: who asks for sign-ins without end is told when to come back', async () => {
  const browser = newBrowser();
  const { url: asked } = await shop.ask({ prompt: 'none' });
  const limited = await until('the limit is reached', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => browser.request(asked)));
    return answers.find(({ status }) => status === 429) ?? false;
  });
  assert.match(limited.headers.get('retry-after') ?? '', /^\d+$/);
  assert.equal((await newBrowser().request(asked)).status, 303, 'others go on');
});

test('factors: an employee is never asked for a code by mail', async () => {
  for (const identifier of ['nobody@corp.example', 'ada@example.org']) {
    const browser = newBrowser();
    const first = await browser.visit((await intranet.ask()).url);
    const next = await browser.send(first, { choice: 'continue', identifier });
    assert.ok(asksFor(next, 'password') && !asksFor(next, 'code'));
    assert.doesNotMatch(next.body, /value="email-code"/);
  }
});

test('outgoing calls: an application\'s keys are not fetched from inside the network', async () => {
  let connections = 0;
  const inside = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => { inside.listen(0, '127.0.0.1', resolve); });
  after(() => inside.close());
  const { port: insidePort } = inside.address() as AddressInfo;
  const { privateKey } = await generateKeyPair('ES256');
  const { client } = await house.operator.createClient('workloads', {
    grantTypes: ['client_credentials'], authMethod: 'private_key_jwt', jwksUri: `https://localhost:${insidePort}/keys`,
  });
  const rp = await oidc.discovery(new URL(`${url}/workloads`), client.id, undefined, oidc.PrivateKeyJwt(privateKey), {
    execute: [oidc.allowInsecureRequests],
  });
  await assert.rejects(oidc.clientCredentialsGrant(rp), { status: 401 });
  assert.equal(connections, 0);
});

test('nothing that somebody holds lies readable in the database, and no name in the event log', async () => {
  const asked = await shop.ask();
  const browser = newBrowser();
  const page = await signIn(browser, asked.url, 'ada@example.org', mailbox);
  const tokens = await shop.redeem(page, asked);
  const { invitation } = await house.operator.call<{ invitation: { link: string } }>('POST', '/populations/workforce/principals', {
    identifiers: [{ kind: 'email', value: 'new@corp.example' }], invite: {},
  });
  // The name of an interaction stands in addresses; what opens it is the signature beside it.
  const cookies = browser.cookies().filter(({ name }) => !/-op-(interaction|resume)$/.test(name));
  const held = [
    tokens.access_token, tokens.refresh_token!, new URL(page.url).searchParams.get('code')!, shop.secret, intranet.secret,
    invitation.link.split('/').at(-1)!, ...cookies.map(({ value }) => value),
    server.config.masterKey!.reveal(),
  ];
  const words = await wordsOf(server.ground.database.pool);
  assert.ok(words.includes(ada.principal));
  const found = held.filter((secret) => [secret, Buffer.from(secret).toString('hex')].some((form) => words.includes(form)));
  assert.deepEqual(found, []);

  const told = await wordsOf(server.ground.database.pool, (name) => name.startsWith('event'));
  assert.ok(told.includes('session.started'));
  for (const name of ['ada@example.org', 'Ada Example', '203.0.113.']) {
    for (const form of [name, Buffer.from(name).toString('hex')]) assert.ok(!told.includes(form), name);
  }
});
