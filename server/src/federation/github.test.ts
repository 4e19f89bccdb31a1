/** GitHub as an upstream: a small server that holds to what GitHub's documentation says of its OAuth and its API. */
import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, beforeEach, test } from 'node:test';
import { federationProvider } from '../../../contract/policy/index.ts';
import { testDirectory } from '../directory/testing.ts';
import { systemRandomness } from '../kernel/index.ts';
import { testKeys } from '../keys/testing.ts';
import { createOutbound } from '../outbound/index.ts';
import { silentLog, testDatabase } from '../storage/testing.ts';
import { createFederation } from './create-federation.ts';
import { issuerOf } from './upstream.ts';

const secret = 'a secret of the app that nobody guesses';
interface Email { email: string; primary: boolean; verified: boolean }
const ada = {
  id: 583_231, login: 'ada', name: 'Ada Lovelace', emails: [
    { email: 'ada@old.example', primary: false, verified: true }, { email: 'Ada@Example.org', primary: true, verified: true },
  ] as readonly Email[],
};

/** What the API answers next in place of the truth. */
let bent: Record<string, { status: number; body: string }> = {};
let person: { id: unknown; login: string; name: unknown; emails: unknown } = ada;
const codes = new Map<string, { redirect: string | null; challenge: string | null; scope: string | null }>();
const tokens = new Map<string, string | null>();
const asked: string[] = [];

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return new URLSearchParams(Buffer.concat(parts).toString('utf8'));
}

const server = createServer((request, response) => {
  void (async () => {
    const url = new URL(request.url ?? '/', 'http://github.test');
    const json = (status: number, body: unknown) => response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
    asked.push(url.pathname);
    const odd = bent[url.pathname];
    if (odd) return response.writeHead(odd.status, { 'content-type': 'application/json' }).end(odd.body);
    if (url.pathname === '/login/oauth/authorize') {
      const code = randomUUID();
      const query = url.searchParams;
      codes.set(code, { redirect: query.get('redirect_uri'), challenge: query.get('code_challenge'), scope: query.get('scope') });
      const back = new URL(query.get('redirect_uri')!);
      back.search = new URLSearchParams({ code, state: query.get('state')!, iss: `${origin}/login/oauth` }).toString();
      return response.writeHead(302, { location: back.href }).end();
    }
    if (url.pathname === '/login/oauth/access_token') {
      const form = await bodyOf(request);
      const known = codes.get(form.get('code') ?? '');
      codes.delete(form.get('code') ?? '');
      const challenge = createHash('sha256').update(form.get('code_verifier') ?? '').digest('base64url');
      const isRight = known && form.get('client_id') === 'limen' && form.get('client_secret') === secret
        && form.get('redirect_uri') === known.redirect && known.challenge === challenge && request.headers.accept?.includes('json');
      // GitHub says 200 to what is wrong as well.
      if (!isRight) return json(200, { error: 'bad_verification_code', error_description: 'The code passed is incorrect or expired.' });
      const token = `gho_${randomUUID()}`;
      tokens.set(token, known.scope);
      return json(200, { access_token: token, token_type: 'bearer', scope: known.scope?.replaceAll(' ', ',') });
    }
    const scope = tokens.get(/^Bearer (.*)$/.exec(request.headers.authorization ?? '')?.[1] ?? '');
    if (!request.headers['user-agent']) return json(403, { message: 'Request forbidden by administrative rules.' });
    if (scope === undefined) return json(401, { message: 'Bad credentials' });
    const { emails, ...user } = person;
    if (url.pathname === '/api/v3/user') return json(200, user);
    return url.pathname === '/api/v3/user/emails' && scope?.includes('user:email') ? json(200, emails) : json(404, { message: 'Not Found' });
  })();
});
await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
after(() => { server.close(); server.closeAllConnections(); });
const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
const origin = `http://${host}`;

const database = await testDatabase();
const { clock, events, directory, policies } = await testDirectory(database);
const { sealer } = testKeys(database, { clock });
const outbound = createOutbound({ allow: [host] });
after(() => outbound.close());
const federation = createFederation({ database, events, sealer, policies, directory, outbound, clock, random: systemRandomness, log: silentLog });
const provider = federationProvider.parse({ name: 'GitHub', preset: 'github', server: origin, clientId: 'limen' });
await database.transaction(async (tx) => {
  const now = await policies.current('customers');
  await policies.publish(tx, {
    population: 'customers', content: { ...now.content, federation: { providers: { github: provider } } }, basedOn: now.version, publishedBy: 'test',
  });
});
await database.transaction((tx) => federation.setSecret(tx, 'customers', 'github', secret, { kind: 'system' }));
beforeEach(() => { [bent, person] = [{}, ada]; });

/** Out and to where the answer leads, as a browser would go. */
async function went() {
  const { url, departure } = await federation.depart('customers', 'github', { state: `run.${randomUUID()}` });
  const answer = await fetch(url, { redirect: 'manual' });
  return { url: new URL(url), departure, answer: new URL(answer.headers.get('location')!).searchParams };
}
async function came() {
  const { departure, answer } = await went();
  return federation.receive('customers', departure, answer);
}

test('whoever is there is known by the number of their account, with the primary address as a hint', async () => {
  const { url, departure, answer } = await went();
  assert.deepEqual([url.searchParams.get('scope'), url.searchParams.get('nonce'), url.searchParams.get('code_challenge_method')],
    ['read:user user:email', null, 'S256']);
  assert.deepEqual(await federation.receive('customers', departure, answer), {
    provider: 'github', issuer: `${origin}/login/oauth`, subject: '583231', email: 'ada@example.org',
    emailProved: false, displayName: 'Ada Lovelace', twoFactors: false, at: clock(),
  });
  assert.equal(issuerOf({ preset: 'github' }), 'https://github.com/login/oauth');
});

test('an address counts where it is the primary one and verified there, and can be written to', async () => {
  const only = (email: string, primary: boolean, verified: boolean) => [{ email, primary, verified }];
  for (const emails of [
    only('a@example.org', true, false), only('a@example.org', false, true), only('1+ada@users.noreply.github.com', true, true), [],
    [{ email: 7, primary: true, verified: true }], [null],
  ]) {
    person = { ...ada, emails };
    const identity = await came();
    assert.deepEqual([identity?.email, identity?.emailProved, identity?.subject], [undefined, false, '583231'], JSON.stringify(emails));
  }
});

test('the issuer of an answer is checked where it comes, before the code goes anywhere (RFC 9207)', async () => {
  const { departure, answer } = await went();
  const before = asked.length;
  for (const iss of ['https://github.com/login/oauth', 'https://evil.example']) {
    const other = new URLSearchParams(answer);
    other.set('iss', iss);
    await assert.rejects(federation.receive('customers', departure, other), { code: 'federation.answer_refused' });
  }
  assert.equal(asked.length, before);
  answer.delete('iss');
  assert.equal((await federation.receive('customers', departure, answer))?.subject, '583231');
});

test('a code is good once, for its own way out', async () => {
  const [one, two] = [await went(), await went()];
  const crossed = new URLSearchParams(two.answer);
  crossed.set('code', one.answer.get('code')!);
  await assert.rejects(federation.receive('customers', two.departure, crossed), { code: 'federation.answer_refused' });
  await assert.rejects(federation.receive('customers', one.departure, two.answer), { code: 'federation.answer_refused' });
  const three = await went();
  assert.ok(await federation.receive('customers', three.departure, three.answer));
  await assert.rejects(federation.receive('customers', three.departure, three.answer), { code: 'federation.answer_refused' });
});

test('who says no there is not there', async () => {
  const { departure } = await went();
  assert.equal(await federation.receive('customers', departure, new URLSearchParams({ error: 'access_denied', state: departure.state })), undefined);
});

test('an API that is down is unavailable, one that answers rubbish is not believed', async () => {
  for (const [path, status, body, code] of [
    ['/api/v3/user', 503, '{}', 'federation.unavailable'], ['/api/v3/user', 200, 'hello', 'federation.unavailable'],
    ['/api/v3/user', 200, '{"id":"583231"}', 'federation.answer_refused'], ['/api/v3/user', 200, '{"id":0}', 'federation.answer_refused'],
    ['/api/v3/user', 200, 'null', 'federation.answer_refused'], ['/api/v3/user/emails', 404, '{}', 'federation.unavailable'],
    ['/api/v3/user/emails', 200, '{"email":"a@example.org"}', 'federation.answer_refused'],
    ['/api/v3/user/emails', 200, `["${'x'.repeat(300_000)}"]`, 'federation.unavailable'],
  ] as const) {
    bent = { [path]: { status, body } };
    await assert.rejects(came(), { code }, `${path} ${status} ${body.slice(0, 20)}`);
  }
});

test('it is not asked where a fresh proof is wanted, since it does not say when somebody proved themselves', async () => {
  await assert.rejects(federation.depart('customers', 'github', { state: 'run.x', maxAge: 300 }), { code: 'federation.unavailable' });
});
