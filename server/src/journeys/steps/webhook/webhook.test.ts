import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { createLocalJWKSet, jwtVerify } from 'jose';
import type { PolicyContent } from '../../../../../contract/policy/index.ts';
import { createOutbound } from '../../../outbound/index.ts';
import type { RunView } from '../../step.ts';
import { lastCode, runOf, testBrowser, testJourneys, type TestJourneys } from '../../testing.ts';
import { createAskServer } from './ask-server.ts';
import { webhookConfig } from './webhook-config.ts';

type Behaviour = (request: IncomingMessage, response: ServerResponse) => void;
const saying = (body: string, status = 200, headers: Record<string, string> = {}): Behaviour => (
  (_request, response) => { response.writeHead(status, headers).end(body); });

/** The organisation's server: what it is sent, and how it behaves. */
let behave: Behaviour = saying('{"answer":"yes"}');
const received: string[] = [];
const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
    received.push(Buffer.concat(parts).toString('utf8'));
    behave(request, response);
  });
});
await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
after(() => { server.close(); server.closeAllConnections(); });
const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
const url = `http://${host}/check`;

/** Asks before anything was proved, and again afterwards. */
function withWebhooks(content: PolicyContent): PolicyContent {
  if (content.population.kind !== 'customer') return content;
  const ask = (yes: string, no: string) => ({
    step: 'webhook', exits: { yes, no, failed: 'sorry' },
    with: { url, send: ['principal', 'email', 'purpose', 'application', 'acr'], timeout: '1s' },
  });
  const say = (text: string) => ({ step: 'message', with: { title: { en: text }, text: { en: text } }, exits: { read: 'refuse' } });
  return { ...content, journeys: { ...content.journeys, 'sign-in': {
    purpose: 'sign-in', timeLimit: '30m', start: 'who', nodes: {
      who: { step: 'identify', with: { mode: 'sign-in', ask: 'email', passkey: false }, exits: { identified: 'first', other: 'journey:sign-up' } },
      first: ask('code', 'no'), code: { step: 'email-code', with: {}, exits: { verified: 'second' } }, second: ask('end', 'no'),
      no: say('no'), sorry: say('failed'), end: { step: 'complete', with: {}, exits: {} },
      refuse: { step: 'refuse', with: { reason: 'try-later' }, exits: {} },
    },
  } } };
}

const population = 'customers';
const world = await testJourneys({ change: withWebhooks, outboundAllow: [host] });
const closed = await testJourneys({ change: withWebhooks });
for (const { database, keys } of [world, closed]) await database.transaction((tx) => keys.ensureSigningKeys(tx, population));

async function signUp(address: string): Promise<void> {
  const browser = testBrowser(world, population);
  const run = await browser.start('sign-up');
  await browser.send(run, { choice: 'continue', identifier: address });
  await browser.send(run, { choice: 'continue', code: lastCode(world.mails, address) });
  await browser.send(run, { choice: 'continue', displayName: 'Ada' });
  await browser.send(run, { choice: 'skip' });
}

/** Somebody who has said who they are, at the first question. */
async function atWebhook(address: string, house: TestJourneys = world) {
  const browser = testBrowser(house, population);
  const run = await browser.start('sign-in', { ask: { application: { id: 'shop', name: 'Shop' } } });
  const to = await browser.send(run, { choice: 'continue', identifier: address });
  const depart = async (): Promise<string> => {
    const onward = await house.journeys.depart({ population, run: runOf(run), browser: browser.context() });
    Object.assign(browser.kept, onward.secrets);
    return onward.location;
  };
  return { browser, run, to, depart };
}

async function told(jwt: string) {
  const jwks = (await world.keys.signingKeys(population)).map(({ kid, algorithm, jwk: { d: _private, ...jwk } }) => ({ ...jwk, kid, alg: algorithm }));
  return jwtVerify(jwt, createLocalJWKSet({ keys: jwks }), {
    issuer: 'http://localhost:3000/customers', audience: url, typ: 'webhook+jwt', currentDate: world.clock(), maxTokenAge: '1m',
  });
}

test('a server is asked by a signed call, told what the policy names, and of nobody before a proof', async () => {
  await signUp('ada@example.org');
  behave = saying('{"answer":"yes","principal":"somebody else","acr":"urn:limen:acr:phr"}');
  const { browser, run, to, depart } = await atWebhook('ada@example.org');
  assert.match(to, /\?leaving=1$/);
  assert.equal((await browser.see(run)).screen.step, 'webhook');
  await depart();
  const first = await told(received.at(-1)!);
  assert.deepEqual(Object.keys(first.payload).sort(), ['application', 'aud', 'exp', 'iat', 'iss', 'jti', 'purpose', 'run']);
  assert.equal((await browser.see(run)).screen.step, 'email-code');
  await browser.send(run, { choice: 'continue', code: lastCode(world.mails, 'ada@example.org') });
  assert.equal(await depart(), '/back');
  const second = await told(received.at(-1)!);
  const session = await world.sessions.findBySecret(population, browser.kept.session!);
  assert.equal(second.payload['principal'], session?.principal);
  assert.equal(second.payload['email'], 'ada@example.org');
  assert.equal(second.payload['application'], 'shop');
  assert.equal(session?.assurance.acr, 'urn:limen:acr:basic', 'what else an answer says is nothing to a run');
  assert.notEqual(first.payload.jti, second.payload.jti);
  await assert.rejects(async () => jwtVerify(received.at(-1)!, createLocalJWKSet({ keys: [] })));
});

test('a no leaves by no', async () => {
  behave = saying('{"answer":"no"}');
  const { browser, run, depart } = await atWebhook('bea@example.org');
  await depart();
  const { screen } = await browser.see(run);
  assert.equal(screen.step === 'message' && screen.title, 'no');
});

const bad: readonly (readonly [what: string, behaviour: Behaviour, reason: string])[] = [
  ['hangs', () => undefined, 'unreachable'],
  ['begins an answer and hangs', (_request, response) => { response.writeHead(200).write('{"ans'); }, 'unreachable'],
  ['hangs up', (request) => { request.socket.destroy(); }, 'unreachable'],
  ['says no JSON', saying('yes'), 'rubbish'],
  ['says another word', saying('{"answer":"maybe"}'), 'rubbish'],
  ['says another type', saying('{"answer":true}'), 'rubbish'],
  ['says a list', saying('["yes"]'), 'rubbish'],
  ['says too much', saying(`{"answer":"yes","more":"${'x'.repeat(5_000)}"}`), 'unreachable'],
  ['says it went wrong', saying('{"answer":"yes"}', 500), 'status'],
  ['sends elsewhere', saying('', 307, { location: 'http://169.254.169.254/' }), 'status'],
];
for (const [what, behaviour, reason] of bad) {
  test(`a server that ${what} leads to failed, and is told of`, async () => {
    behave = behaviour;
    const { browser, run, depart } = await atWebhook('cyn@example.org');
    await depart();
    const { screen } = await browser.see(run);
    assert.equal(screen.step === 'message' && screen.title, 'failed');
    await world.events.settle();
    const events = await world.events.read({ population, limit: 1_000 });
    const failed = events.filter(({ type, run: of }) => type === 'run.webhook_failed' && of === runOf(run));
    assert.deepEqual(failed.map(({ open }) => open), [{ host, reason }]);
  });
}

test('an address inside the network is not called', async () => {
  const before = received.length;
  const { browser, run, depart } = await atWebhook('dee@example.org', closed);
  await depart();
  const { screen } = await browser.see(run);
  assert.equal(screen.step === 'message' && screen.title, 'failed');
  assert.equal(received.length, before);
});

test('a page that is opened again and again goes on once', async () => {
  behave = saying('{"answer":"no"}');
  const { browser, run, depart } = await atWebhook('eve@example.org');
  await Promise.all([depart(), depart(), depart()]);
  const { screen } = await browser.see(run);
  assert.equal(screen.step === 'message' && screen.title, 'no');
  const before = received.length;
  await depart();
  assert.equal(received.length, before, 'where the run has gone on nothing is asked any more');
  await world.events.settle();
  const events = await world.events.read({ population, limit: 1_000 });
  const left = events.filter(({ type, run: of, open }) => type === 'run.step_left' && of === runOf(run) && open['step'] === 'first');
  assert.equal(left.length, 1);
});

test('calls for the same run at once are one, and a server that hangs holds up a bounded number', async () => {
  const outbound = createOutbound({ allow: [host] });
  after(() => outbound.close());
  const waiting = new Set<ServerResponse>();
  const before = received.length;
  const ask = createAskServer({ outbound, sign: async () => 'signed' });
  const of = (id: string) => ask(
    { id, population, issuer: 'here', now: new Date() } as RunView, { url, send: [], timeout: '5s' }, {}, 'token');
  const asked = new Promise<void>((resolve) => {
    behave = (_request, response) => {
      waiting.add(response);
      if (waiting.size === 16) resolve();
    };
  });
  const all = [of('one'), of('one'), ...Array.from({ length: 49 }, (_, index) => of(String(index)))];
  assert.deepEqual(await of('one too many'), { failed: 'busy' });
  await asked;
  behave = saying('{"answer":"no"}');
  for (const response of waiting) response.end('{"answer":"no"}');
  assert.deepEqual([...new Set((await Promise.all(all)).map((each) => JSON.stringify(each)))], ['{"answer":"no"}']);
  assert.equal(received.length, before + 50);
  assert.deepEqual(await of('one'), { answer: 'no' }, 'there is room again');
});

test('another browser can\'t make the server ask', async () => {
  const { run } = await atWebhook('fay@example.org');
  const before = received.length;
  await assert.rejects(() => world.journeys.depart({ population, run: runOf(run), browser: testBrowser(world, population).context() }));
  assert.equal(received.length, before);
});

test('a policy takes no address that could hold a secret or be read on the way', () => {
  for (const address of [
    'http://checks.example.org/', 'https://me:secret@checks.example.org/', 'https://checks.example.org/?key=secret',
    'https://checks.example.org/#secret', 'ftp://checks.example.org/', 'checks.example.org', 'http://127.0.0.1.example.org/',
  ]) assert.equal(webhookConfig.safeParse({ url: address }).success, false, address);
  assert.equal(webhookConfig.safeParse({ url: 'https://checks.example.org/sign-in' }).success, true);
  assert.equal(webhookConfig.safeParse({ url, timeout: '6s' }).success, false);
  assert.equal(webhookConfig.safeParse({ url, send: ['password'] }).success, false);
});
