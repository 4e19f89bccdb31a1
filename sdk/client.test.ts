/** The built client against servers that fail it: every fault has a kind that a program can act on. */
import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';

// Its types know a browser's world, which tests don't live in.
// oxlint-disable-next-line typescript/no-explicit-any -- what it gives is what the assertions are about
const { createSignIn, memoryStore } = await import(pathToFileURL(join(import.meta.dirname, 'built', 'limen.js')).href) as any;

type Answering = (request: IncomingMessage, response: ServerResponse, origin: string) => void;

/** An issuer that answers as a test wants it to. */
async function issuerThat(answers: Answering): Promise<string> {
  const server = createServer((request, response) => { answers(request, response, origin); });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  return origin;
}

const json = (response: ServerResponse, body: unknown, status = 200, headers: Record<string, string> = {}): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
};

/** Discovery as it should be, and something else after it. */
const afterDiscovery = (then: Answering, more: Record<string, unknown> = {}): Answering => (request, response, origin) => {
  if (request.method === 'POST') return then(request, response, origin);
  return json(response, {
    issuer: origin, authorization_endpoint: `${origin}/authorize`, token_endpoint: `${origin}/token`,
    authorization_challenge_endpoint: `${origin}/authorize-challenge`, ...more,
  });
};

const signIn = (issuer: string, more: { timeout?: number } = {}) =>
  createSignIn({ issuer, clientId: 'app', store: memoryStore(), timeout: 2_000, ...more });

const idToken = (claims: object): string => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`;

test('nobody there, nobody who answers, too much at once, and no JSON each have their kind', async () => {
  const nobody = await issuerThat((request) => { request.socket.destroy(); });
  await assert.rejects(signIn(nobody).start(), { name: 'SignInError', kind: 'network' });
  const silent = await issuerThat(afterDiscovery(() => undefined));
  await assert.rejects(signIn(silent, { timeout: 200 }).start(), { kind: 'timeout' });
  const busy = await issuerThat(afterDiscovery((_request, response) => json(response, { error: 'slow_down' }, 429, { 'retry-after': '7' })));
  await assert.rejects(signIn(busy).start(), { kind: 'throttled', code: 'slow_down', retryAfter: 7 });
  const broken = await issuerThat(afterDiscovery((_request, response) => json(response, { error: 'server_error', code: 'server.failed' }, 500)));
  await assert.rejects(signIn(broken).start(), { kind: 'network', code: 'server.failed' });
  const page = await issuerThat(afterDiscovery((_request, response) => { response.end('<h1>Hello</h1>'); }));
  await assert.rejects(signIn(page).start(), { kind: 'protocol' });
  const refusing = await issuerThat(afterDiscovery((_request, response) => json(response, { error: 'unauthorized_client' }, 403)));
  await assert.rejects(signIn(refusing).start(), { kind: 'refused', code: 'unauthorized_client' });
});

test('an issuer that is another one, or whose endpoints are elsewhere, is told nothing', async () => {
  let told = 0;
  const count: Answering = (_request, response) => {
    told += 1;
    json(response, {});
  };
  for (const more of [
    { issuer: 'https://other.example' }, { token_endpoint: 'https://other.example/token' },
    { authorization_challenge_endpoint: undefined },
  ]) {
    const issuer = await issuerThat(afterDiscovery(count, more));
    await assert.rejects(signIn(issuer).start(), { kind: 'protocol' }, JSON.stringify(more));
  }
  assert.equal(told, 0);
});

test('discovery that failed once is asked again', async () => {
  let asked = 0;
  const well = afterDiscovery((_request, response) => json(response, { error: 'access_denied' }, 400));
  const issuer = await issuerThat((request, response, origin) => {
    asked += 1;
    if (asked === 1) response.destroy();
    else well(request, response, origin);
  });
  const client = signIn(issuer);
  await assert.rejects(client.start(), { kind: 'network' });
  assert.equal((await client.start()).kind, 'refused');
});

test('tokens that are not the answer to this sign-in are not taken', async () => {
  let nonce = '';
  const answered = (over: object, type = 'DPoP') => issuerThat(afterDiscovery((request, response, origin) => {
    let body = '';
    request.on('data', (chunk: Buffer) => { body += chunk.toString(); });
    request.on('end', () => {
      nonce = new URLSearchParams(body).get('nonce') ?? nonce;
      if (request.url === '/authorize-challenge') return json(response, { authorization_code: 'x', redirect_uri: 'app:/done' });
      const claims = { iss: origin, aud: 'app', nonce, exp: Math.floor(Date.now() / 1_000) + 60, ...over };
      return json(response, { access_token: 'x', token_type: type, expires_in: 60, id_token: idToken(claims) });
    });
  }));
  const good = await signIn(await answered({})).start();
  assert.equal(good.kind, 'done');
  for (const over of [{ nonce: 'planted' }, { aud: 'other' }, { iss: 'https://other.example' }, { exp: 1 }]) {
    await assert.rejects(signIn(await answered(over)).start(), { kind: 'protocol' }, JSON.stringify(over));
  }
  await assert.rejects(signIn(await answered({}, 'Bearer')).start(), { kind: 'protocol' });
});
