import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import type { ErrorCode } from '../../../contract/errors.ts';
import { hasCode } from '../kernel/index.ts';
import { isPublicAddress } from './addresses.ts';
import type { Lookup } from './connector.ts';
import { createOutbound, type Outbound } from './outbound.ts';

const refusedWith = (code: ErrorCode) => (error: unknown) => hasCode(error, code) || assert.fail(String(error));

/** A server on loopback that remembers what reached it. */
async function target(answer: RequestListener) {
  const requests: IncomingMessage[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    requests.push(request);
    answer(request, response);
  });
  server.on('connection', () => { connections += 1; });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  after(() => { server.close(); server.closeAllConnections(); });
  const { port } = server.address() as AddressInfo;
  return { port, requests, connectionCount: () => connections };
}

function outboundTo(allow: readonly string[], lookup?: Lookup): Outbound {
  const outbound = createOutbound({ allow, ...(lookup ? { lookup } : {}) });
  after(() => outbound.close());
  return outbound;
}

/** A resolver that gives each name its addresses and counts how often it is asked. */
function resolver(names: Readonly<Record<string, readonly string[]>>) {
  let asked = 0;
  const lookup: Lookup = (hostname, _options, done) => {
    asked += 1;
    const addresses = (names[hostname] ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    setImmediate(() => { done(null, addresses); });
  };
  return { lookup, askedCount: () => asked };
}

test('only addresses of the public internet count as public', () => {
  for (const address of [
    '127.0.0.1', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0',
    '198.18.0.1', '192.0.2.1', '203.0.113.1', '224.0.0.1', '255.255.255.255', '192.0.0.192',
    '::1', '::', 'fe80::1', 'fc00::1', 'fd00:ec2::254', 'ff02::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::127.0.0.1',
    '64:ff9b::7f00:1', '2002:7f00:1::', '2001::1', '2001:db8::1', 'fe80::1%eth0', '2606:4700::1%eth0', 'localhost', '',
  ]) assert.equal(isPublicAddress(address), false, address);
  for (const address of ['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700:4700::1111', '2a00:1450::1']) {
    assert.equal(isPublicAddress(address), true, address);
  }
});

test('a private address is refused however it is written, and nothing is connected', async () => {
  const { port, connectionCount } = await target((_request, response) => { response.end(); });
  const outbound = outboundTo([]);
  for (const host of [
    '127.0.0.1', '127.1', '2130706433', '0x7f000001', '0177.0.0.1', '0', '[::1]', '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]', '169.254.169.254', '[fd00:ec2::254]', '10.0.0.1',
  ]) await assert.rejects(outbound.request({ url: `https://${host}:${port}/` }), refusedWith('outbound.refused'), host);
  assert.equal(connectionCount(), 0);
});

test('a name that leads to a private address is refused at connect, in one lookup', async () => {
  const { port, connectionCount } = await target((_request, response) => { response.end(); });
  const names = {
    'inside.example': ['127.0.0.1'], 'mapped.example': ['::ffff:127.0.0.1'], 'metadata.example': ['169.254.169.254'],
    'mixed.example': ['8.8.8.8', '127.0.0.1'],
  };
  for (const name of Object.keys(names)) {
    const { lookup, askedCount } = resolver(names);
    const outbound = outboundTo([], lookup);
    await assert.rejects(outbound.request({ url: `https://${name}:${port}/` }), refusedWith('outbound.refused'), name);
    // Were the name looked up once to check and again to connect, it could be rebound in between.
    assert.equal(askedCount(), 1, name);
  }
  assert.equal(connectionCount(), 0);
});

test('each connection looks its name up and checks it again', async () => {
  const answers = [['192.0.2.1', '8.8.8.8'], ['127.0.0.1']];
  const lookup: Lookup = (_name, _options, done) => {
    done(null, answers.shift()!.map((address) => ({ address, family: 4 })));
  };
  const outbound = outboundTo([], lookup);
  for (let call = 0; call < 2; call += 1) {
    await assert.rejects(outbound.request({ url: 'https://rebound.example/' }), refusedWith('outbound.refused'));
  }
  assert.equal(answers.length, 0);
});

test('http, other schemes and credentials in the address are refused', async () => {
  const { lookup, askedCount } = resolver({ 'shop.example': ['8.8.8.8'] });
  const outbound = outboundTo([], lookup);
  for (const url of ['http://shop.example/', 'ftp://shop.example/', 'file:///etc/passwd', 'data:,x', 'nonsense',
    'https://user:secret@shop.example/']) {
    await assert.rejects(outbound.request({ url }), refusedWith('outbound.refused'), url);
  }
  assert.equal(askedCount(), 0);
});

test('the allow list opens exactly one host and port', async () => {
  const { port, requests } = await target((_request, response) => { response.end('here'); });
  const { lookup } = resolver({ 'app.example': ['127.0.0.1'], 'sub.app.example': ['127.0.0.1'] });
  const outbound = outboundTo([`App.Example:${port}`], lookup);
  const { status, body } = await outbound.request({ url: `http://app.example:${port}/` });
  assert.deepEqual([status, body.toString()], [200, 'here']);
  for (const url of [`http://app.example:${port + 1}/`, `http://sub.app.example:${port}/`, `http://127.0.0.1:${port}/`,
    `https://sub.app.example:${port}/`, 'http://app.example/']) {
    await assert.rejects(outbound.request({ url }), refusedWith('outbound.refused'), url);
  }
  assert.equal(requests.length, 1);
});

test('a redirect is an answer, never followed', async () => {
  const inner = await target((_request, response) => { response.end('metadata'); });
  const outer = await target((_request, response) => {
    response.writeHead(302, { location: `http://127.0.0.1:${inner.port}/` }).end();
  });
  const outbound = outboundTo([`127.0.0.1:${outer.port}`, `127.0.0.1:${inner.port}`]);
  const answer = await outbound.request({ url: `http://127.0.0.1:${outer.port}/` });
  assert.deepEqual([answer.status, answer.headers.location], [302, `http://127.0.0.1:${inner.port}/`]);
  const response = await outbound.fetch(`http://127.0.0.1:${outer.port}/`, { redirect: 'follow' });
  assert.equal(response.status, 302);
  assert.equal(inner.requests.length, 0);
});

test('an answer is bounded in size, whether it says its length or not', async () => {
  const { port } = await target((request, response) => {
    if (request.url === '/said') response.setHeader('content-length', '2000');
    for (let part = 0; part < 20; part += 1) response.write('x'.repeat(100));
    response.end();
  });
  const outbound = outboundTo([`127.0.0.1:${port}`]);
  for (const path of ['/said', '/unsaid']) {
    const url = `http://127.0.0.1:${port}${path}`;
    assert.equal((await outbound.request({ url, maxBytes: 2000 })).body.length, 2000);
    await assert.rejects(outbound.request({ url, maxBytes: 1999 }), refusedWith('outbound.failed'), path);
  }
});

test('an answer that never comes, or never ends, is given up', async () => {
  const { port } = await target((request, response) => {
    if (request.url === '/endless') response.write('x');
  });
  const outbound = outboundTo([`127.0.0.1:${port}`]);
  for (const path of ['/silent', '/endless']) {
    await assert.rejects(outbound.request({ url: `http://127.0.0.1:${port}${path}`, timeoutMs: 50 }),
      refusedWith('outbound.failed'), path);
  }
  const abort = new AbortController();
  const asked = outbound.request({ url: `http://127.0.0.1:${port}/silent`, signal: abort.signal });
  abort.abort();
  await assert.rejects(asked, refusedWith('outbound.failed'));
});

test('a server that is not there is a failure, not a refusal', async () => {
  const { port } = await target(() => undefined);
  const outbound = outboundTo([`127.0.0.1:${port}`, 'nowhere.example:80'], resolver({}).lookup);
  await assert.rejects(outbound.request({ url: 'http://nowhere.example/' }), refusedWith('outbound.failed'));
  await assert.rejects(outbound.request({ url: `https://127.0.0.1:${port}/` }), refusedWith('outbound.failed'));
});

test('what belongs to the connection is not the caller\'s to set, and no cookie comes back', async () => {
  const { port, requests } = await target((_request, response) => {
    response.writeHead(200, { 'set-cookie': 'a=1', 'x-kept': 'yes' }).end();
  });
  const outbound = outboundTo([`127.0.0.1:${port}`]);
  const { headers } = await outbound.request({
    url: `http://127.0.0.1:${port}/`, method: 'POST', body: 'a=1',
    headers: { Host: 'admin.internal', 'Content-Length': '1', 'X-Sent': 'yes' },
  });
  assert.deepEqual([headers['set-cookie'], headers['x-kept']], [undefined, 'yes']);
  const seen = requests[0]!.headers;
  assert.deepEqual([seen.host, seen['content-length'], seen['x-sent']], [`127.0.0.1:${port}`, '3', 'yes']);
});

test('the fetch for libraries has the same guard, and gives what they read', async () => {
  const { port, requests } = await target((request, response) => {
    if (request.url === '/none') response.writeHead(204).end();
    else response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}');
  });
  const outbound = outboundTo([`127.0.0.1:${port}`]);
  const response = await outbound.fetch(`http://127.0.0.1:${port}/x`, {
    method: 'POST', body: new URLSearchParams({ a: '1' }), headers: { authorization: 'Bearer t' },
  });
  assert.deepEqual(await response.json(), { ok: true });
  assert.equal(response.url, `http://127.0.0.1:${port}/x`);
  assert.equal(requests[0]!.headers.authorization, 'Bearer t');
  assert.match(requests[0]!.headers['content-type']!, /^application\/x-www-form-urlencoded/);
  assert.equal((await outbound.fetch(new URL(`http://127.0.0.1:${port}/none`))).status, 204);
  await assert.rejects(outbound.fetch('https://127.0.0.1:1/'), refusedWith('outbound.refused'));
});
