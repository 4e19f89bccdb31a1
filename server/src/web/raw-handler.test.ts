import assert from 'node:assert/strict';
import { request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { fail } from '../kernel/index.ts';
import { mountRaw } from './raw-handler.ts';
import { testWebServer } from './testing.ts';

const app = testWebServer();
/** Reads and answers on Node's own objects, after a turn of the loop, as a middleware stack does. */
const handle = async (raw: IncomingMessage, response: import('node:http').ServerResponse) => {
  await new Promise((resolve) => { setImmediate(resolve); });
  const chunks: Buffer[] = [];
  for await (const chunk of raw) chunks.push(chunk as Buffer);
  response.setHeader('content-type', 'text/plain');
  response.end(`${raw.method} ${raw.url} ${raw.headers['x-forwarded-proto']} ${Buffer.concat(chunks).toString()}`);
};
mountRaw(app, { url: '/oidc/*', handle });
mountRaw(app, { url: '/tight/*', handle, bodyLimit: 20 });
mountRaw(app, { url: '/broken/*', handle: async () => { throw new Error('no database'); } });
mountRaw(app, { url: '/closed/*', handle, admit: () => fail('request.rate_limited', { retryAfter: 7 }) });

let port = 0;
before(async () => {
  await app.listen({ port: 0, host: '127.0.0.1' });
  port = (app.server.address() as AddressInfo).port;
});
after(() => app.close());

interface Sent { path: string; body?: readonly (string | Buffer)[]; headers?: Record<string, string>; host?: string }

/** Several parts go chunked, one goes with its length. */
function send({ path, body, headers = {}, host = 'localhost' }: Sent) {
  return new Promise<{ status: number; headers: IncomingMessage['headers']; text: string }>((resolve, reject) => {
    const lengthHeader = body?.length === 1 ? { 'content-length': String(Buffer.byteLength(body[0]!)) } : {};
    const outgoing = request({
      port, host: '127.0.0.1', path, method: body ? 'POST' : 'GET',
      headers: { host, 'content-type': 'application/x-www-form-urlencoded', ...lengthHeader, ...headers },
    }, async (answer) => {
      const chunks: Buffer[] = [];
      for await (const chunk of answer) chunks.push(chunk as Buffer);
      resolve({ status: answer.statusCode!, headers: answer.headers, text: Buffer.concat(chunks).toString() });
    });
    outgoing.on('error', reject);
    for (const part of body ?? []) outgoing.write(part);
    outgoing.end();
  });
}

test('the handler finds the body as it came, with its length or in chunks', async () => {
  assert.equal((await send({ path: '/oidc/token', body: ['a=1&a=2'] })).text, 'POST /oidc/token http a=1&a=2');
  assert.equal((await send({ path: '/oidc/token', body: ['a=1', '&b=%C3', '%A4'] })).text,
    'POST /oidc/token http a=1&b=%C3%A4');
  const long = 'x'.repeat(60_000);
  assert.equal((await send({ path: '/oidc/token', body: [`a=${long}`] })).text, `POST /oidc/token http a=${long}`);
  assert.equal((await send({ path: '/oidc/auth?resource=a&resource=b' })).text,
    'GET /oidc/auth?resource=a&resource=b http ');
  assert.equal((await send({ path: '/oidc/token', body: [''] })).text, 'POST /oidc/token http ');
});

test('its answers carry the security headers', async () => {
  const { headers } = await send({ path: '/oidc/x' });
  assert.match(String(headers['content-security-policy']), /default-src 'none'/);
  assert.equal(headers['x-content-type-options'], 'nosniff');
});

test('a body over the bound is refused as an OAuth error, by its length or while it comes', async () => {
  for (const body of [['x'.repeat(21)], ['x'.repeat(15), 'x'.repeat(15)]]) {
    const { status, text } = await send({ path: '/tight/token', body });
    assert.equal(status, 413);
    assert.equal(JSON.parse(text).error, 'invalid_request');
    assert.equal(JSON.parse(text).code, 'request.too_large');
  }
  assert.equal((await send({ path: '/tight/token', body: ['x'.repeat(10), 'x'.repeat(10)] })).status, 200);
});

test('what is no text is refused before the handler', async () => {
  const sent: Sent[] = [
    { path: '/oidc/token', body: ['a=%FF'] }, { path: '/oidc/token', body: [Buffer.from([0x61, 0x3d, 0xff])] },
    { path: '/oidc/token', body: ['a=%00'] }, { path: '/oidc/auth?state=%FF' },
    { path: '/oidc/token', body: ['<a/>'], headers: { 'content-type': 'application/xml' } },
  ];
  for (const each of sent) {
    const { status, text } = await send(each);
    assert.deepEqual([status, JSON.parse(text).error], [400, 'invalid_request'], JSON.stringify(each));
  }
});

test('an unknown host never reaches the handler', async () => {
  assert.equal((await send({ path: '/oidc/token', body: ['a=1'], host: 'evil.example' })).status, 421);
});

test('a body that breaks off leaves the server answering', async () => {
  await new Promise<void>((resolve) => {
    const outgoing = request({
      port, host: '127.0.0.1', path: '/oidc/token', method: 'POST',
      headers: { host: 'localhost', 'content-length': '100' },
    });
    outgoing.on('error', () => resolve());
    outgoing.write('a=1', () => { outgoing.destroy(new Error('gone')); });
  });
  assert.equal((await send({ path: '/oidc/token', body: ['a=1'] })).status, 200);
});

test('a handler that fails is answered for, so that nobody waits', async () => {
  const { status, text } = await send({ path: '/broken/token', body: ['a=1'] });
  assert.equal(status, 500);
  assert.equal(JSON.parse(text).error, 'server_error');
  assert.ok(!text.includes('no database'));
});

test('who is not admitted never reaches the handler, and is told when to come back', async () => {
  const { status, headers, text } = await send({ path: '/closed/authorize' });
  assert.deepEqual([status, headers['retry-after'], JSON.parse(text).error], [429, '7', 'temporarily_unavailable']);
});
