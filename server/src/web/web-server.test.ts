import assert from 'node:assert/strict';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { z } from 'zod';
import { createLog, fail } from '../kernel/index.ts';
import { hostsOf } from './doors.ts';
import { allowFormTargets } from './security-headers.ts';
import { requireSameOrigin } from './same-origin.ts';
import { plainDoor, testWebServer } from './testing.ts';
import { type WebServerDeps } from './web-server.ts';

const form = { 'content-type': 'application/x-www-form-urlencoded' };

function exampleServer(deps: Partial<WebServerDeps> = {}) {
  const app = testWebServer(deps);
  after(() => app.close());
  let handled = 0;
  app.get('/who', (request) => {
    handled += 1;
    return { origin: request.door.origin, address: request.clientAddress, id: request.id };
  });
  app.post('/echo', async (request) => ({ body: request.body }));
  app.post('/small', { bodyLimit: 10 }, async (request) => ({ body: request.body }));
  app.post('/strict/:name', {
    schema: {
      params: z.object({ name: z.string().max(5) }), querystring: z.object({ limit: z.coerce.number().optional() }),
      body: z.strictObject({ email: z.string(), list: z.array(z.object({ uri: z.url() })) }),
      response: { 200: z.object({ shown: z.string() }) },
    },
  }, async () => ({ shown: 'yes', hidden: 'no' } as { shown: string }));
  app.post('/guarded', { onRequest: requireSameOrigin }, async () => 'done');
  app.get('/fails', async () => { throw new Error('the password is hunter2'); });
  app.get('/late', async () => fail('request.rate_limited', { retryAfter: 2.2 }));
  app.get('/leads', async (_request, reply) => {
    allowFormTargets(reply, ['http://localhost:3001/cb?x=1', 'com.example.app:/cb', 'http://[::1]:9/', "no'; url"]);
    return 'page';
  });
  return { app, handledCount: () => handled };
}

test('a Host that no door has is answered 421 before any handler', async () => {
  const { app, handledCount } = exampleServer();
  for (const host of ['evil.example', 'localhost:81', 'localhost@evil.example', 'localhost.']) {
    const answer = await app.inject({ url: '/who', headers: { host } });
    assert.equal(answer.statusCode, 421, host);
    assert.equal(answer.json().code, 'request.unknown_host');
    assert.match(answer.headers['content-security-policy'] as string, /default-src 'none'/);
  }
  assert.equal((await app.inject({ url: '/nowhere', headers: { host: 'evil.example' } })).statusCode, 421);
  assert.equal(handledCount(), 0);
});

test('each door is found by its name, whatever the case and with the default port', async () => {
  const { app } = exampleServer();
  for (const host of ['localhost', 'LOCALHOST:80']) {
    assert.equal((await app.inject({ url: '/who', headers: { host } })).json().origin, 'http://localhost');
  }
  for (const host of ['login.shop.example', 'login.shop.example:443']) {
    const answer = await app.inject({ url: '/who', headers: { host } });
    assert.equal(answer.json().origin, 'https://login.shop.example');
    assert.match(answer.headers['strict-transport-security'] as string, /^max-age=\d+$/);
  }
});

test('every answer carries the security headers, and only https ones HSTS', async () => {
  const { app } = exampleServer();
  for (const url of ['/who', '/nowhere', '/fails', '/%zz']) {
    const { headers } = await app.inject({ url });
    const policy = headers['content-security-policy'] as string;
    for (const directive of ["script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"]) {
      assert.ok(policy.split('; ').includes(directive), `${url}: ${directive}`);
    }
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['referrer-policy'], 'same-origin');
    assert.equal(headers['cache-control'], 'no-store');
    assert.equal(headers['strict-transport-security'], undefined);
  }
});

test('a page names where its forms may lead, and nothing else gets into the policy', async () => {
  const { app } = exampleServer();
  const policy = (await app.inject({ url: '/leads' })).headers['content-security-policy'] as string;
  assert.ok(policy.split('; ').includes("form-action 'self' http://localhost:3001 com.example.app: http:"), policy);
});

test('forwarded headers count only from trusted proxies, and handlers find them restated', async () => {
  const headers = { 'x-forwarded-for': '203.0.113.9, 10.0.0.1', 'x-forwarded-host': 'evil.example' };
  const { app: plain } = exampleServer();
  assert.equal((await plain.inject({ url: '/who', headers })).json().address, '127.0.0.1');
  const { app: behind } = exampleServer({ trustedProxies: { addresses: ['127.0.0.1', '10.0.0.0/8'] } });
  assert.equal((await behind.inject({ url: '/who', headers })).json().address, '203.0.113.9');
  const app = testWebServer();
  after(() => app.close());
  app.get('/headers', async (request) => request.headers);
  const seen = (await app.inject({ url: '/headers', headers: { ...headers, forwarded: 'for=1.1.1.1' } })).json();
  assert.deepEqual(
    [seen['x-forwarded-for'], seen['x-forwarded-host'], seen['x-forwarded-proto'], seen.forwarded],
    ['127.0.0.1', 'localhost', 'http', undefined],
  );
});

test('a certificate counts only from trusted proxies that say which was shown, in one of two spellings', async () => {
  const der = Buffer.from('a certificate, as far as the edge is concerned');
  const [sequence, lines] = [der.toString('base64'), der.toString('base64').match(/.{1,20}/g)!.join('\n')];
  const pem = encodeURIComponent(`-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`);
  const seenBy = async (trustedProxies: WebServerDeps['trustedProxies'], shown: string): Promise<string | undefined> => {
    const app = testWebServer({ trustedProxies });
    after(() => app.close());
    app.get('/headers', async (request) => request.headers);
    const seen = (await app.inject({ url: '/headers', headers: { 'client-cert': shown, 'client-cert-chain': `:${sequence}:` } })).json();
    assert.equal(seen['client-cert-chain'], undefined);
    return seen['client-cert'];
  };
  const asked = { addresses: ['127.0.0.1'], certificates: true };
  assert.equal(await seenBy(asked, `:${sequence}:`), `:${sequence}:`);
  assert.equal(await seenBy(asked, pem), `:${sequence}:`);
  for (const proxies of [{ addresses: ['127.0.0.1'] }, { addresses: ['10.0.0.1'], certificates: true }, { addresses: [], certificates: true }]) {
    assert.equal(await seenBy(proxies, `:${sequence}:`), undefined, JSON.stringify(proxies));
  }
  for (const wrong of ['', sequence, `:${sequence}:, :${sequence}:`, ':a b:', `:${'A'.repeat(9_000)}:`, '-----BEGIN%20CERTIFICATE-----%0', pem.replace('END', 'FIN')]) {
    assert.equal(await seenBy(asked, wrong), undefined, wrong.slice(0, 40));
  }
});

test('JSON and forms are read, as strictly as they are sent', async () => {
  const { app } = exampleServer();
  const send = async (payload: string | Buffer, headers: Record<string, string>) => {
    const answer = await app.inject({ method: 'POST', url: '/echo', payload, headers });
    return answer.statusCode === 200 ? answer.json().body : answer.json().code;
  };
  const json = { 'content-type': 'application/json' };
  assert.deepEqual(await send('{"a":"\\u00e4","b":[1]}', json), { a: 'ä', b: [1] });
  assert.deepEqual(await send('a=%C3%A4+b&empty=&alone', form), { a: 'ä b', empty: '', alone: '' });
  const malformed: [string | Buffer, Record<string, string>][] = [
    [Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), json], ['{"a":', json], ['', json],
    ['{"__proto__":{"x":1}}', json], ['{"\\u005f_proto__":1}', json], ['{"a":{"constructor":1}}', json],
    ['{"a":"\\u0000"}', json], ['{"a":"\\ud800"}', json],
    ['a=%FF', form], ['a=%C3', form], ['a=%zz', form], [Buffer.from([0x61, 0x3d, 0xff]), form], ['a=1&a=2', form],
    ['__proto__=1', form], ['a=%00', form], [Array.from({ length: 101 }, (_, i) => `f${i}=1`).join('&'), form],
    ['<a/>', { 'content-type': 'application/xml' }], ['{}', { 'content-type': 'nonsense' }],
  ];
  for (const [payload, headers] of malformed) {
    assert.equal(await send(payload, headers), 'request.malformed', String(payload));
  }
});

test('the query is as strict: UTF-8, no name twice', async () => {
  const { app } = exampleServer();
  for (const query of ['a=%FF', 'a=1&a=2', 'constructor=1', 'a=%00']) {
    assert.equal((await app.inject({ url: `/who?${query}` })).json().code, 'request.malformed', query);
  }
  assert.equal((await app.inject({ url: '/who?a=1&b=%C3%A4' })).statusCode, 200);
});

test('a body is bounded, by the server and by its route', async () => {
  const { app } = exampleServer();
  const post = (url: string, length: number) =>
    app.inject({ method: 'POST', url, headers: form, payload: `a=${'x'.repeat(length - 2)}` });
  assert.equal((await post('/echo', 64 * 1024)).statusCode, 200);
  const long = await post('/echo', 64 * 1024 + 1);
  assert.deepEqual([long.statusCode, long.json().code], [413, 'request.too_large']);
  assert.equal((await post('/small', 10)).statusCode, 200);
  assert.equal((await post('/small', 11)).statusCode, 413);
});

test('what does not fit its schema is answered with the place of each fault and no value', async () => {
  const { app } = exampleServer();
  const post = (url: string, payload: object) => app.inject({ method: 'POST', url, payload });
  const answer = await post('/strict/ann', { email: 5, list: [{ uri: 'secret value' }], extra: 1 });
  assert.equal(answer.statusCode, 400);
  assert.equal(answer.headers['content-type'], 'application/problem+json');
  const { code, faults } = answer.json();
  assert.equal(code, 'request.invalid');
  assert.deepEqual(faults.map((fault: { at: string }) => fault.at).sort(),
    ['body.email', 'body.extra', 'body.list.0.uri']);
  assert.ok(!answer.body.includes('secret value'));
  const good = { email: 'a', list: [] };
  assert.equal((await post('/strict/toolong', good)).json().faults[0].at, 'path.name');
  assert.equal((await post('/strict/ann?limit=x', good)).json().faults[0].at, 'query.limit');
  assert.deepEqual((await post('/strict/ann?limit=3', good)).json(), { shown: 'yes' });
});

test('an address that is not there is 404, one that takes other methods 405 with them', async () => {
  const { app } = exampleServer();
  assert.equal((await app.inject({ url: '/nowhere' })).json().code, 'request.not_found');
  const answer = await app.inject({ method: 'GET', url: '/strict/ann' });
  assert.deepEqual([answer.statusCode, answer.headers.allow], [405, 'POST']);
  assert.equal(answer.json().code, 'request.method_not_allowed');
  assert.equal((await app.inject({ method: 'DELETE', url: '/who' })).headers.allow, 'GET, HEAD');
});

test('an unknown failure says nothing of itself, and the log knows it by its reference', async () => {
  const lines: string[] = [];
  const log = createLog({ level: 'info', destination: { write: (line: string) => { lines.push(line); } } });
  const { app } = exampleServer({ log });
  const answer = await app.inject({ url: '/fails?code=abc' });
  assert.equal(answer.statusCode, 500);
  const { code, reference } = answer.json();
  assert.equal(code, 'server.failed');
  assert.ok(!answer.body.includes('hunter2'));
  const logged = lines.map((line) => JSON.parse(line)).find((line) => line.reference === reference);
  assert.equal(logged.err.message, 'the password is hunter2');
  assert.ok(!lines.join('').includes('code=abc'), 'queries stay out of the log');
});

test('who asks for a page gets one, and problem details where it cannot be drawn', async () => {
  const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
  const { app } = exampleServer({ renderErrorPage: (problem) => `<p>${problem.code} ${problem.reference}` });
  const page = await app.inject({ url: '/nowhere', headers: browser });
  assert.equal(page.headers['content-type'], 'text/html; charset=utf-8');
  assert.match(page.body, /^<p>request\.not_found [0-9a-f-]{36}$/);
  assert.equal((await app.inject({ url: '/nowhere', headers: { accept: '*/*' } })).json().code, 'request.not_found');
  const { app: broken } = exampleServer({ renderErrorPage: () => { throw new Error('no template'); } });
  assert.equal((await broken.inject({ url: '/nowhere', headers: browser })).json().code, 'request.not_found');
});

test('a limit tells when to come back, in whole seconds', async () => {
  const { app } = exampleServer();
  const answer = await app.inject({ url: '/late' });
  assert.deepEqual([answer.statusCode, answer.headers['retry-after']], [429, '3']);
});

test('a guarded route takes a form of its own origin only', async () => {
  const { app } = exampleServer();
  const status = async (headers: Record<string, string>) =>
    (await app.inject({ method: 'POST', url: '/guarded', headers })).statusCode;
  assert.equal(await status({ origin: 'http://localhost' }), 200);
  assert.equal(await status({ origin: 'http://localhost', 'sec-fetch-site': 'same-origin' }), 200);
  assert.equal(await status({ origin: 'null', 'sec-fetch-site': 'same-origin' }), 200);
  assert.equal(await status({ 'sec-fetch-site': 'same-origin' }), 200);
  for (const headers of [
    {}, { origin: 'null' }, { origin: 'https://evil.example' }, { origin: 'http://localhost:81' },
    { origin: 'http://localhost', 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'none' },
    { 'sec-fetch-site': 'same-site' }, { origin: 'null', 'sec-fetch-site': 'cross-site' },
  ] as Record<string, string>[]) assert.equal(await status(headers), 403, JSON.stringify(headers));
});

test('what is no HTTP is answered too, and says no more than that', async () => {
  const { app } = exampleServer({ hosts: hostsOf([plainDoor]) });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const exchange = (text: string) => new Promise<string>((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => { socket.write(text); });
    socket.on('data', (chunk) => chunks.push(chunk)).on('close', () => resolve(Buffer.concat(chunks).toString()))
      .on('error', reject);
  });
  assert.match(await exchange('NONSENSE\r\n\r\n'), /^HTTP\/1\.1 400 .*"code":"request\.malformed"/s);
  const long = `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`;
  assert.match(await exchange(long), /^HTTP\/1\.1 431 .*"code":"request\.too_large"/s);
});
