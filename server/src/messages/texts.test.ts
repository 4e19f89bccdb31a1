import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, beforeEach, test } from 'node:test';
import { testKeys } from '../keys/testing.ts';
import { hour, minute, movableClock, newId, second, systemRandomness } from '../kernel/index.ts';
import { createOutbound } from '../outbound/index.ts';
import { silentLog, testDatabase } from '../storage/testing.ts';
import {
  createInbox, createMessages, gatewaySecretOf, smsGateway, startMessageWorker, type Envelope, type MessageWorkerDeps,
} from './index.ts';

const database = await testDatabase();
const clock = movableClock(new Date('2026-03-01T12:00:00Z'));
const { events, sealer: sealed } = testKeys(database, { clock });
const sealer = {
  seal: (context: string, plain: Buffer) => sealed.seal('message', context, plain),
  open: (context: string, bytes: Buffer) => sealed.open('message', context, bytes),
};
const messages = createMessages({ events, sealer, clock, random: systemRandomness });

/** The operator's gateway: what it got, and how it answers. */
interface Call { readonly headers: IncomingHttpHeaders; readonly body: string }
let calls: Call[] = [];
let answer: RequestListener;
const taking: RequestListener = (_request, response) => { response.writeHead(202).end(); };
const gateway = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
    calls.push({ headers: request.headers, body: Buffer.concat(parts).toString('utf8') });
    answer(request, response);
  });
});
await new Promise<void>((resolve) => { gateway.listen(0, '127.0.0.1', resolve); });
after(() => { gateway.close(); gateway.closeAllConnections(); });
const host = `127.0.0.1:${(gateway.address() as AddressInfo).port}`;
beforeEach(() => { calls = []; answer = taking; });

const secretText = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const secret = gatewaySecretOf(secretText);
function transportTo(url: string, allow: readonly string[]) {
  const outbound = createOutbound({ allow });
  after(() => outbound.close());
  return smsGateway(outbound, { url, secret });
}
const transport = transportTo(`http://${host}/send?via=a`, [host]);

const code = { kind: 'code', code: '123456', minutes: 10, purpose: 'sign-in' } as const;
async function queue(parts: Partial<Envelope> = {}): Promise<string> {
  const principal = newId(clock(), systemRandomness);
  await database.transaction((tx) => messages.queue(tx, {
    population: 'customers', to: '+4915123456789', channel: 'sms', locale: null, message: code, principal, ...parts,
  }));
  return principal;
}

async function drain(texts: MessageWorkerDeps['texts']): Promise<void> {
  const worker = await startMessageWorker({
    database, listener: { on: async () => undefined }, events, sealer, clock, log: silentLog,
    random: (length) => Buffer.alloc(length, 127), render: async () => assert.fail('no mail is to be written'),
    transport: { send: () => assert.fail('no mail is to be sent'), close: async () => undefined },
    ...(texts ? { texts } : {}),
  });
  await worker.drain();
  await worker.close();
}
const render = async ({ message }: Envelope) => (message.kind === 'code' ? `Your code: ${message.code}` : 'news');
const told = async (principal: string) => {
  await events.settle();
  return (await events.read({ population: 'customers', principal, limit: 50 })).map(({ type, open }) => [type, open]);
};

test('a text is handed over by a call that whoever has the key can check', async () => {
  const principal = await queue();
  await drain({ render, transport });
  const [{ headers, body } = assert.fail('no call')] = calls;
  const { id, ...rest } = JSON.parse(body) as { id: string };
  assert.deepEqual(rest, { to: '+4915123456789', text: 'Your code: 123456' });
  assert.equal(headers['webhook-id'], id);
  assert.equal(headers['content-type'], 'application/json');
  assert.equal(Number(headers['webhook-timestamp']), clock().getTime() / second);
  const expected = createHmac('sha256', Buffer.alloc(32, 7)).update(`${id}.${headers['webhook-timestamp']}.${body}`).digest('base64');
  assert.equal(headers['webhook-signature'], `v1,${expected}`);
  assert.deepEqual(await told(principal), [
    ['message.queued', { kind: 'code', channel: 'sms' }], ['message.sent', { kind: 'code', attempt: 1 }],
  ]);
});

test('one that fails comes again with the same id, until its code is worth nothing', async () => {
  const principal = await queue();
  answer = (_request, response) => { response.writeHead(503).end(); };
  await drain({ render, transport });
  clock.advance(6 * second);
  answer = taking;
  await drain({ render, transport });
  const ids = calls.map(({ headers }) => headers['webhook-id']);
  assert.equal(ids.length, 2);
  assert.equal(ids[0], ids[1]);
  assert.deepEqual((await told(principal)).map(([type]) => type), ['message.queued', 'message.failed', 'message.sent']);
  const late = await queue();
  clock.advance(11 * minute);
  await drain({ render, transport });
  assert.equal(calls.length, 2);
  assert.deepEqual((await told(late)).at(-1), ['message.failed', { kind: 'code', attempt: 1, final: true }]);
});

const finals: readonly (readonly [what: string, status: number, final: boolean])[] = [
  ['does not want this text', 422, true], ['does not know the key', 401, false], ['has had too many', 429, false],
  ['sends elsewhere', 307, false],
];
for (const [what, status, final] of finals) {
  test(`a gateway that ${what} is ${final ? 'not asked again' : 'asked again later'}`, async () => {
    answer = (_request, response) => { response.writeHead(status, { location: 'http://169.254.169.254/' }).end(); };
    const principal = await queue({ message: { kind: 'notice', about: 'news', at: clock().toISOString(), device: '' } });
    await drain({ render, transport });
    assert.equal(calls.length, 1);
    assert.deepEqual((await told(principal)).at(-1), ['message.failed', { kind: 'notice', attempt: 1, final }]);
    clock.advance(25 * hour);
    await drain({ render, transport });
  });
}

test('an answer without end is cut off, and an address inside the network is not called', async () => {
  answer = (_request, response) => { response.writeHead(200).end('x'.repeat(10_000)); };
  const text = { id: newId(clock(), systemRandomness), population: 'customers', kind: 'code', to: '+4915123456789', text: 'x', at: clock() } as const;
  await assert.rejects(transport.send(text), { code: 'outbound.failed' });
  const before = calls.length;
  await assert.rejects(transportTo(`http://${host}/send`, []).send(text), { code: 'outbound.refused' });
  await assert.rejects(transportTo(`https://${host}/send`, []).send(text), { code: 'outbound.refused' });
  assert.equal(calls.length, before);
});

test('a number that nobody has here gets nothing, by the same way; without a gateway texts are given up', async () => {
  const [stranger, known] = [await queue({ message: { kind: 'no-account', signUpUrl: null } }), await queue()];
  await drain(undefined);
  assert.deepEqual((await told(stranger)).at(-1), ['message.withheld', { kind: 'no-account' }]);
  assert.deepEqual((await told(known)).at(-1), ['message.failed', { kind: 'code', attempt: 1, final: true }]);
  assert.equal(calls.length, 0);
});

test('only one plain number is called, and only a long enough key is taken', async () => {
  for (const to of ['4915123456789', '+0151234567', '+49 1512 3456789', '+4915123456789,+4915123456780', 'ada@example.org', '+49151234567891234']) {
    await assert.rejects(queue({ to }), { code: 'identifier.invalid' }, to);
  }
  await assert.rejects(queue({ to: '+4915123456789', channel: 'email' }), { code: 'identifier.invalid' });
  for (const bad of ['', 'whsec_', 'secret', `whsec_${Buffer.alloc(23).toString('base64')}`, secretText.slice(6)]) {
    assert.throws(() => gatewaySecretOf(bad), { code: 'config.invalid' }, bad);
  }
});

test('nobody gets more than twenty texts of news in a day, whatever they do again and again; codes and mails go on', async () => {
  const principal = newId(clock(), systemRandomness);
  const news = { kind: 'notice', about: 'news', at: clock().toISOString(), device: '' } as const;
  for (let texts = 0; texts < 22; texts += 1) await queue({ principal, message: news });
  await queue({ principal });
  await queue({ principal, message: news, channel: 'email', to: 'ada@example.org' });
  const types = (await told(principal)).map(([type]) => type);
  assert.equal(types.filter((type) => type === 'message.queued').length, 22);
  assert.deepEqual((await told(principal)).filter(([type]) => type === 'message.refused').map(([, open]) => open),
    Array.from({ length: 2 }, () => ({ kind: 'notice', channel: 'sms', limit: 'number' })));
  clock.advance(25 * hour);
  await queue({ principal, message: news });
  assert.equal((await told(principal)).filter(([type]) => type === 'message.queued').length, 23);
});

test('the development inbox shows texts beside mails', async () => {
  const inbox = createInbox({ database, sealer });
  await queue();
  await drain({ render: async () => 'Your code: 123456\n\n@localhost #123456', transport: inbox.texts });
  const [{ to, subject, text, html } = assert.fail()] = await inbox.list(1);
  assert.deepEqual({ to, subject, text, html }, {
    to: '+4915123456789', subject: 'Your code: 123456', text: 'Your code: 123456\n\n@localhost #123456', html: '',
  });
});
