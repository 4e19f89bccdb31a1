/** An application that draws its own screens, at a whole server: what it gets, and what it is kept from. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { decodeJwt } from 'jose';
import { challengePath } from '../../../contract/challenge.ts';
import { day, minute, movableClock } from '../kernel/index.ts';
import { signUp, testApplication, testMailbox } from './test-application.ts';
import { TestBrowser } from './test-browser.ts';
import { fetchFrom } from './test-fetch.ts';
import { operatorOf } from './test-operator.ts';
import { appCallback, installation, ownOrigin, ownScreensClient, pastOffer, screenOf } from './test-own-screens.ts';
import { changePolicy } from './test-policy.ts';
import { startTestServer } from './testing.ts';

const clock = movableClock(new Date());
const server = await startTestServer({ trustedProxies: { addresses: ['127.0.0.1'], header: 'x-forwarded-for' } }, { clock });
const { url, port, dataFolder } = server.config;
const house = { url, fetch: fetchFrom(() => port), operator: operatorOf(dataFolder), clock };
const mailbox = testMailbox(house);
const client = await ownScreensClient(house, 'customers');
const email = 'ada@example.org';

let installed = 0;
/** Each from an address of its own, so that no test bounds another. */
const newInstallation = (id = client) => installation(house, 'customers', id, `203.0.113.${installed += 1}`);

const shop = await testApplication(house, 'customers', { name: 'Harbour shop' });
await signUp(new TestBrowser(house.fetch), (await shop.ask({ prompt: 'create' })).url, email, mailbox);

/** A sign-in that waits for its code; the clock moves on so that mails aren't held back. */
async function waiting() {
  clock.advance(20 * minute);
  const app = await newInstallation();
  const first = screenOf(await app.start());
  const asked = screenOf(await app.enter(first, { choice: 'continue', identifier: email }));
  // Read by whoever asks for one, or the next test would find it.
  return { app, first, asked, code: await mailbox.code(email) };
}

/** The whole way, by a code in the mail. */
async function signedIn() {
  const { app, asked, code } = await waiting();
  return { app, done: await pastOffer(app, await app.enter(asked, { choice: 'continue', code })) };
}

test('a person signs up in the application: an address, a code, a name, no passkey; and the tokens are bound to its key', async () => {
  const app = await newInstallation();
  const first = screenOf(await app.start({ prompt: 'create', ui_locales: 'de' }));
  assert.deepEqual([first.screen.step, first.words.locale, first.words.title], ['identify', 'de', 'Konto erstellen']);
  const asked = screenOf(await app.enter(first, { choice: 'continue', identifier: 'new@example.org' }));
  assert.equal(asked.screen.step, 'email-code');
  assert.ok(asked.words.labels['email-code.label']);
  const named = screenOf(await app.enter(asked, { choice: 'continue', code: await mailbox.code('new@example.org') }));
  assert.equal(named.screen.step, 'create-account');
  const offer = screenOf(await app.enter(named, { choice: 'continue', displayName: 'New Person' }));
  assert.equal(offer.screen.step, 'enrol-passkey');
  const done = await app.enter(offer, { choice: 'skip' });
  assert.equal(done.status, 200, JSON.stringify(done.body));
  assert.equal(done.body.redirect_uri, appCallback);
  assert.equal(done.headers.getSetCookie().length, 0, 'no cookie is set');

  const tokens = await app.redeem(done);
  assert.equal(tokens.status, 200, JSON.stringify(tokens.body));
  assert.equal(tokens.body.token_type, 'DPoP');
  const claims = decodeJwt(tokens.body.id_token);
  assert.equal(claims['nonce'], 'a nonce');
  const [person] = await house.operator.find('customers', 'new@example.org');
  assert.equal(claims.sub, person!.id);
  assert.equal((await app.redeem(done)).body.error, 'invalid_grant', 'a code works once');
  const started = (await house.operator.events('run.started')).filter(({ open }) => open['channel'] === 'native');
  assert.deepEqual([started.at(-1)?.open['purpose'], started.at(-1)?.client], ['sign-up', client]);
});

test('a code and its refresh token are nothing without the key that they were given to', async () => {
  const thief = await newInstallation();
  const stolen = { dpop: await thief.proof(`${thief.issuer}/token`) };
  for (const headers of [stolen, { dpop: '' }]) {
    const { app, done } = await signedIn();
    assert.equal((await app.redeem(done, {}, headers)).body.error, 'invalid_grant');
  }
  const { app, done } = await signedIn();
  const { body: tokens } = await app.redeem(done);
  const refresh = (headers?: Record<string, string>) => app.post('/token', {
    grant_type: 'refresh_token', client_id: client, refresh_token: tokens.refresh_token,
  }, headers);
  assert.equal((await refresh({ dpop: await thief.proof(`${app.issuer}/token`) })).body.error, 'invalid_grant');
  const next = await refresh();
  assert.equal(next.status, 200, JSON.stringify(next.body));
});

test('a token that is bound to a key opens nothing to whoever only bears it', async () => {
  const { app, done } = await signedIn();
  const { body: { access_token: token } } = await app.redeem(done);
  const address = `${app.issuer}/userinfo`;
  const ask = async (headers: Record<string, string>) => (await house.fetch(address, { headers })).status;
  const ath = createHash('sha256').update(token).digest('base64url');
  assert.equal(await ask({ authorization: `DPoP ${token}`, dpop: await app.proof(address, { htm: 'GET', ath }) }), 200);
  assert.equal(await ask({ authorization: `Bearer ${token}` }), 401);
  const thief = await newInstallation();
  assert.equal(await ask({ authorization: `DPoP ${token}`, dpop: await thief.proof(address, { htm: 'GET', ath }) }), 401);
});

test('a wrong code is said to be wrong, with the tries that are left, and after the fifth none helps', async () => {
  const { app, asked, code } = await waiting();
  const wrong = code === '000000' ? '000001' : '000000';
  let at = screenOf(await app.enter(asked, { choice: 'continue', code: wrong }));
  assert.deepEqual([at.screen.step, at.notice?.code, at.notice?.kind], ['email-code', 'code.wrong', 'error']);
  assert.ok(at.words.notice);
  for (let tries = 0; tries < 4; tries += 1) at = screenOf(await app.enter(at, { choice: 'continue', code: wrong }));
  assert.equal(at.notice?.code, 'code.no-tries-left');
  at = screenOf(await app.enter(at, { choice: 'continue', code }));
  assert.equal(at.notice?.code, 'code.no-tries-left');
});

test('a stranger\'s address gets the same screens as an account\'s', async () => {
  const app = await newInstallation();
  clock.advance(20 * minute);
  const answers = [];
  for (const identifier of [email, 'nobody@example.org']) {
    const first = screenOf(await app.start());
    const { screen, notice, words } = screenOf(await app.enter(first, { choice: 'continue', identifier }));
    answers.push(JSON.stringify({ screen, notice, words }).replaceAll(identifier, 'x'));
  }
  assert.equal(answers[0], answers[1]);
  await mailbox.code(email);
});

test('the application may be closed and opened again: where the person was, and what was entered once counts once', async () => {
  // So long after the last time a passkey is offered again.
  clock.advance(91 * day);
  const { app, asked, code } = await waiting();
  const again = screenOf(await app.challenge({ auth_session: asked.auth_session }));
  assert.deepEqual([again.screen, again.screen_token], [asked.screen, asked.screen_token]);
  const offer = screenOf(await app.enter(asked, { choice: 'continue', code }));
  const twice = screenOf(await app.enter(asked, { choice: 'continue', code }));
  assert.deepEqual([twice.screen_token, twice.notice], [offer.screen_token, undefined]);
  const stale = screenOf(await app.enter(asked, { choice: 'again' }));
  assert.deepEqual([stale.screen.step, stale.notice?.code], ['enrol-passkey', 'input.stale']);
});

test('another key, another application, or another session\'s token gets nowhere with an auth_session', async () => {
  const { app, asked } = await waiting();
  const thief = await newInstallation();
  assert.equal((await thief.challenge({ auth_session: asked.auth_session })).body.error, 'invalid_session');
  const other = await installation(house, 'customers', await ownScreensClient(house, 'customers'), '203.0.113.250');
  assert.equal((await other.challenge({ auth_session: asked.auth_session })).body.error, 'invalid_session');
  const elsewhere = screenOf(await app.start());
  assert.equal((await app.enter({ ...asked, screen_token: elsewhere.screen_token }, { choice: 'again' })).body.error, 'invalid_request');
  assert.equal((await app.challenge({ auth_session: 'made-up' })).body.error, 'invalid_session');
  assert.equal(screenOf(await app.challenge({ auth_session: asked.auth_session })).screen_token, asked.screen_token);
});

test('only applications that were let in may ask, with PKCE and with a fresh proof of their key', async () => {
  const app = await newInstallation();
  const plain = await house.operator.createClient('customers', {
    grantTypes: ['authorization_code'], authMethod: 'none', redirectUris: [appCallback], scopes: ['openid'],
  });
  const uninvited = await (await newInstallation(plain.client.id)).start();
  assert.deepEqual([uninvited.status, uninvited.body.error], [403, 'unauthorized_client']);
  assert.equal((await (await newInstallation('nobody')).start()).body.error, 'invalid_client');
  assert.equal((await app.start({ code_challenge: '' })).body.error, 'invalid_request');
  assert.equal((await app.start({ code_challenge_method: 'plain' })).body.error, 'invalid_request');
  assert.equal((await app.start({ max_age: '0' })).body.error, 'invalid_request');
  assert.equal((await app.start({ redirect_uri: 'https://evil.example/' })).body.error, 'invalid_request');
  assert.equal((await app.start({ resource: 'https://other.example/' })).body.error, 'invalid_target');
  const address = `${app.issuer}${challengePath}`;
  const once = await app.proof(address);
  assert.equal((await app.start({}, { dpop: once })).body.error, 'insufficient_authorization');
  const now = Math.floor(clock().getTime() / 1_000);
  for (const dpop of [
    '', 'rubbish', once, await app.proof(`${app.issuer}/token`), await app.proof(address, { htm: 'GET' }),
    await app.proof(address, { iat: now - 120 }), await app.proof(address, { iat: now + 120 }),
  ]) assert.equal((await app.start({}, { dpop })).body.error, 'invalid_dpop_proof', dpop);
  const refused = await house.operator.events('challenge.refused');
  assert.ok(refused.some(({ open, client: by }) => open['error'] === 'unauthorized_client' && by === plain.client.id));
});

test('nobody registers an application that is not first-party, or that keeps a secret, to draw its own screens', async () => {
  for (const more of [{ firstParty: false }, { authMethod: 'client_secret_basic', redirectUris: ['https://shop.example/cb'] }]) {
    await assert.rejects(ownScreensClient(house, 'customers', more), /ownScreens/);
  }
  await assert.rejects(ownScreensClient(house, 'customers', { ownScreens: false }), /screenOrigins/);
  await assert.rejects(ownScreensClient(house, 'customers', { screenOrigins: ['https://*.shop.example'] }), /screenOrigins/);
});

test('browsers may call from the registered origins and from no other, and no cookie is looked at', async () => {
  const app = await newInstallation();
  const allowed = ({ headers }: { headers: Headers }) => headers.get('access-control-allow-origin');
  assert.equal(allowed(await app.start({}, { origin: ownOrigin })), ownOrigin);
  for (const origin of ['https://evil.example', 'null']) {
    const answer = await app.start({}, { origin });
    assert.deepEqual([answer.status, answer.body.error, allowed(answer)], [403, 'unauthorized_client', null]);
  }
  const preflight = (origin: string) => house.fetch(`${app.issuer}${challengePath}`, {
    method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'dpop' },
  });
  assert.equal(allowed(await preflight(ownOrigin)), ownOrigin);
  assert.equal((await preflight(ownOrigin)).headers.get('access-control-allow-credentials'), null);
  assert.equal(allowed(await preflight('https://evil.example')), null);

  const browser = new TestBrowser(house.fetch);
  await signUp(browser, (await shop.ask({ prompt: 'create' })).url, 'signed-in@example.org', mailbox);
  const { screen } = screenOf(await app.start({}, { cookie: browser.cookiesFor('/customers/authorize') }));
  assert.equal(screen.step, 'identify', 'a session of a browser is none here');
});

test('a person who leaves has left: the run is over, and its session of this endpoint is gone', async () => {
  const { app, asked } = await waiting();
  const left = await app.challenge({ auth_session: asked.auth_session, cancel: 'true' });
  assert.deepEqual([left.status, left.body.error], [400, 'access_denied']);
  assert.equal((await app.challenge({ auth_session: asked.auth_session })).body.error, 'invalid_session');
});

test('a run that took too long is over', async () => {
  const { app, asked } = await waiting();
  clock.advance(31 * minute);
  const { body } = await app.enter(asked, { choice: 'again' });
  assert.deepEqual([body.error, body.code], ['invalid_session', 'run.expired']);
});

test('input that is none is refused in words, and the person stays where they were', async () => {
  const { app, asked } = await waiting();
  const send = (input: string) => app.challenge({ auth_session: asked.auth_session, screen_token: asked.screen_token, input });
  for (const input of ['', '[]', 'null', '{"choice":', '"x"']) {
    const answer = await send(input);
    assert.equal(answer.body.error, input === '' ? 'insufficient_authorization' : 'invalid_request', input);
  }
  assert.equal(screenOf(await send('{"choice":"nothing"}')).notice?.code, 'input.invalid');
  assert.equal(screenOf(await app.challenge({ auth_session: asked.auth_session })).screen.step, 'email-code');
  assert.equal((await app.challenge({ auth_session: asked.auth_session, input: 'x'.repeat(70_000) })).status, 413);
});

test('too many requests from one address are told to wait', async () => {
  const app = await newInstallation();
  const answers = [];
  for (let count = 0; count < 70; count += 1) answers.push(await app.challenge({ auth_session: 'made-up' }));
  const last = answers.at(-1)!;
  assert.equal(last.status, 429);
  assert.ok(Number(last.headers.get('retry-after')) > 0);
});

test('what discovery says', async () => {
  const metadata = await (await house.fetch(`${url}/customers/.well-known/openid-configuration`)).json() as Record<string, unknown>;
  assert.equal(metadata['authorization_challenge_endpoint'], `${url}/customers${challengePath}`);
  assert.deepEqual(metadata['dpop_signing_alg_values_supported'], ['ES256', 'Ed25519']);
  assert.equal(metadata['pushed_authorization_request_endpoint'], undefined);
  assert.equal((await house.fetch(`${url}/customers/pushed-request`, { method: 'POST' })).status, 404);
});

test('what cannot be done in the application is sent to a browser, with the same request', async () => {
  const staff = await ownScreensClient(house, 'workforce');
  const app = await installation(house, 'workforce', staff, '203.0.113.251');
  const { status, body } = await app.start({ login_hint: 'grace' });
  assert.deepEqual([status, body.error, body.expires_in], [400, 'redirect_to_web', 60]);
  const page = await new TestBrowser(house.fetch).visit(
    `${app.issuer}/authorize?${new URLSearchParams({ client_id: staff, request_uri: body.request_uri })}`);
  assert.match(page.body, /name="screenToken"/);
  assert.match(page.body, /value="grace"/);
});

test('a run that comes to what cannot be done in the application is over there, and begins anew in a browser', async () => {
  await changePolicy(house, 'customers', 'journeys/sign-up.yaml', (text) => text.replace('channels: [web, native]\n', ''));
  const app = await newInstallation();
  const first = screenOf(await app.start());
  const { body } = await app.enter(first, { choice: 'other' });
  assert.equal(body.error, 'redirect_to_web');
  assert.match(body.request_uri, /^urn:ietf:params:oauth:request_uri:/);
  assert.equal((await app.challenge({ auth_session: first.auth_session })).body.error, 'invalid_session');
});
