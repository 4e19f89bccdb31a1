/** What comes back from upstream and is not to be trusted: forged, mixed up, replayed, for somebody else, or rubbish. */
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { JWTPayload } from 'jose';
import type { TestBrowser, Page } from './test-browser.ts';
import { contentsOf } from './test-contents.ts';
import { federatedHouse, offerProviders, titleOf } from './test-federation.ts';
import { answering } from './test-upstream.ts';

const house = await federatedHouse();
const { shop, bank, newBrowser, leave, isSignedIn } = house;
const person = { sub: 'ada', email: 'ada@bank.example', email_verified: true };
beforeEach(() => bank.bend());

/** Leaves for the provider and has its answer, not yet brought back. */
async function answered(browser: TestBrowser): Promise<URL> {
  return new URL((await bank.answer(await leave(browser, (await shop.ask()).url), person)).url);
}

const bringBack = (browser: TestBrowser, answer: URL): Promise<Page> => browser.visit(answer.href);

function withParameter(answer: URL, name: string, value: string | null): URL {
  const changed = new URL(answer);
  if (value === null) changed.searchParams.delete(name);
  else changed.searchParams.set(name, value);
  return changed;
}

/** Still at the page of the provider, told that the answer was not taken. */
async function assertNotTaken(browser: TestBrowser, page: Page, words = /could not be trusted/): Promise<void> {
  assert.equal(titleOf(page), 'Continue with Bank');
  assert.match(page.body, words);
  assert.equal(page.headers.get('refresh'), null);
  assert.equal(await isSignedIn(browser), false);
}

test('an answer that names another issuer, or none where the provider always does, is not taken (RFC 9207)', async () => {
  for (const iss of [house.other.issuer, 'https://accounts.google.com', '', null]) {
    const browser = newBrowser();
    await assertNotTaken(browser, await bringBack(browser, withParameter(await answered(browser), 'iss', iss)));
  }
});

test('an answer at the address of another provider is not taken, whatever issuer it names', async () => {
  const browser = newBrowser();
  const answer = await answered(browser);
  answer.pathname = new URL(house.callback('other')).pathname;
  await assertNotTaken(browser, await bringBack(browser, answer));
});

test('a state that is forged, or of another run, or none, ends nowhere', async () => {
  const [browser, stranger] = [newBrowser(), newBrowser()];
  const [own, foreign] = [await answered(browser), await answered(stranger)];
  const run = own.searchParams.get('state')!.split('.')[0]!;
  await assertNotTaken(browser, await bringBack(browser, withParameter(own, 'state', `${run}.${'x'.repeat(43)}`)));
  for (const [state, code] of [[foreign.searchParams.get('state'), 403], ['nonsense', 404], [null, 404]] as const) {
    const page = await bringBack(browser, withParameter(own, 'state', state));
    assert.equal(page.status, code, String(state));
  }
  assert.equal(await isSignedIn(browser), false);
});

test('an answer in another browser changes nothing, and is still good in its own', async () => {
  const [browser, other] = [newBrowser(), newBrowser()];
  const answer = await answered(browser);
  const before = await contentsOf(house.server.ground.database.pool);
  const page = await bringBack(other, answer);
  assert.equal(page.status, 403);
  assert.match(titleOf(page), /another browser/);
  assert.deepEqual(await contentsOf(house.server.ground.database.pool), before);
  assert.equal(titleOf(await bringBack(browser, answer)), 'What may we call you?');
});

test('an answer counts once: a replay shows where the run is by now', async () => {
  const browser = newBrowser();
  const answer = await answered(browser);
  await bringBack(browser, answer);
  const again = await bringBack(browser, answer);
  assert.equal(titleOf(again), 'What may we call you?');
  assert.match(again.body, /out of date/);
});

test('an answer that is still being looked at when its person goes another way counts for nothing', async () => {
  const browser = newBrowser();
  const answer = await answered(browser);
  const [asked, looked] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  bank.bend((request, response, plain) => {
    if (!request.url?.startsWith('/token')) return plain(request, response) as void;
    asked.resolve();
    void looked.promise.then(() => plain(request, response));
  });
  const coming = bringBack(browser, answer);
  await asked.promise;
  const page = await browser.visit(`${house.url}/customers/run/${answer.searchParams.get('state')!.split('.')[0]}`);
  assert.equal(titleOf(await browser.send(page, { choice: 'other-way' })), 'Sign in');
  looked.resolve();
  assert.equal(titleOf(await coming), 'Sign in');
  assert.equal(await isSignedIn(browser), false);
});

test('an answer at another population belongs to nobody there', async () => {
  const browser = newBrowser();
  const answer = await answered(browser);
  answer.pathname = new URL(house.callback('bank', 'workforce')).pathname;
  assert.equal((await bringBack(browser, answer)).status, 404);
  assert.equal(await isSignedIn(browser), false);
});

test('an answer to an earlier way out does not count for a later one', async () => {
  const browser = newBrowser();
  const first = await answered(browser);
  const page = await browser.visit(new URL(`${house.url}/customers/run/${first.searchParams.get('state')!.split('.')[0]}`).href);
  await bank.answer(await house.onward(browser, page), person);
  await assertNotTaken(browser, await bringBack(browser, first));
});

/** What the token endpoint gives, with claims that the provider signs; `nonce` is the one that it was asked with. */
async function withIdToken(claims: (nonce: string) => JWTPayload, sign = bank.idToken): Promise<void> {
  const browser = newBrowser();
  const address = await leave(browser, (await shop.ask()).url);
  const nonce = new URL(address).searchParams.get('nonce')!;
  const answer = new URL((await bank.answer(address, person)).url);
  const token = await sign({ ...person, ...claims(nonce) });
  bank.bend(answering('/token', { access_token: 'opaque', token_type: 'Bearer', id_token: token }));
  await assertNotTaken(browser, await bringBack(browser, answer));
  bank.bend();
}

test('an ID token for another time, place or reader is not taken', async () => {
  const past = Math.floor(Date.now() / 1_000) - 3_600;
  await withIdToken(() => ({ nonce: 'of-another-way-out' }));
  await withIdToken(() => ({}));
  await withIdToken((nonce) => ({ nonce, aud: 'another-client' }));
  await withIdToken((nonce) => ({ nonce, aud: ['limen', 'another-client'] }));
  await withIdToken((nonce) => ({ nonce, azp: 'another-client' }));
  await withIdToken((nonce) => ({ nonce, iss: house.other.issuer }));
  await withIdToken((nonce) => ({ nonce, iat: past, exp: past + 60 }));
  await withIdToken((nonce) => ({ nonce, sub: 'x'.repeat(300) }));
});

test('an ID token that somebody else signed, or nobody, is not taken', async () => {
  await withIdToken((nonce) => ({ nonce }), (claims) => house.other.idToken({ iss: bank.issuer, ...claims }));
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1_000);
  await withIdToken((nonce) => ({ nonce }), async (claims) => (
    `${part({ alg: 'none' })}.${part({ iss: bank.issuer, aud: 'limen', iat: now, exp: now + 300, ...claims })}.`));
});

test('userinfo about somebody else is not taken', async () => {
  const browser = newBrowser();
  const answer = await answered(browser);
  bank.bend(answering('/me', { sub: 'eve', email: 'eve@bank.example', email_verified: true }));
  await assertNotTaken(browser, await bringBack(browser, answer));
});

test('a provider that is down, silent or talks rubbish leaves every other way open', async () => {
  const rubbish: Parameters<typeof bank.bend>[0][] = [
    (_request, response) => { response.writeHead(500).end('no'); },
    (_request, response) => { response.writeHead(200, { 'content-type': 'application/json' }).end('{"issuer":'); },
    (_request, response) => { response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(); },
    (_request, response) => { response.writeHead(200, { 'content-type': 'application/json' }).end(`"${'x'.repeat(400_000)}"`); },
    (request) => { request.socket.destroy(); },
    () => undefined,
  ];
  for (const how of rubbish) {
    const browser = newBrowser();
    const answer = await answered(browser);
    bank.bend(how);
    await assertNotTaken(browser, await bringBack(browser, answer), /cannot be reached|could not be trusted/);
    bank.bend();
    const page = await browser.visit(`${house.url}/customers/run/${answer.searchParams.get('state')!.split('.')[0]}`);
    assert.equal(titleOf(await browser.send(page, { choice: 'other-way' })), 'Sign in');
  }
});

test('one that names itself otherwise in its own document is not gone to', async () => {
  const renamed = { ...house.providers.bank, clientId: 'limen-renamed' };
  await offerProviders(house.operator, { ...house.providers, bank: renamed });
  bank.bend(answering('/.well-known/openid-configuration', {
    issuer: house.other.issuer, authorization_endpoint: `${house.other.issuer}/auth`, token_endpoint: `${bank.issuer}/token`,
  }));
  const browser = newBrowser();
  const page = await browser.send(await browser.visit((await shop.ask()).url), { choice: 'provider', provider: 'bank' });
  const address = await house.onward(browser, page);
  assert.equal(new URL(address).origin, house.url);
  await assertNotTaken(browser, await browser.visit(address), /cannot be reached/);
  await offerProviders(house.operator, house.providers);
});

test('a provider that the policy loses while somebody is there opens nothing any more', async () => {
  const browser = newBrowser();
  const answer = await answered(browser);
  const { other } = house.providers;
  await offerProviders(house.operator, { other });
  await assertNotTaken(browser, await bringBack(browser, answer), /cannot be reached/);
  await offerProviders(house.operator, house.providers);
});

test('one that it loses while somebody makes an account is linked to nothing', async () => {
  const browser = newBrowser();
  const name = await bringBack(browser, new URL((await bank.answer(
    await leave(browser, (await shop.ask()).url), { ...person, sub: 'kit', email: 'kit@bank.example' })).url));
  await offerProviders(house.operator, { other: house.providers.other });
  await browser.send(name, { choice: 'continue', displayName: 'Kit' });
  await offerProviders(house.operator, house.providers);
  assert.deepEqual(await house.operator.events('federation.linked'), []);
});

test('nobody is sent away from another site\'s page, nor by looking ahead', async () => {
  const browser = newBrowser();
  const page = await browser.send(await browser.visit((await shop.ask()).url), { choice: 'provider', provider: 'bank' });
  const address = page.url.replace('?leaving=1', '/elsewhere');
  const elsewhere: readonly Record<string, string>[] = [
    { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-origin', 'sec-purpose': 'prefetch' },
  ];
  for (const headers of elsewhere) {
    assert.equal((await browser.request(address, { headers })).status, 403);
  }
});

test('an answer that is posted goes on as a link, and parameters that come twice or are endless are refused', async () => {
  const browser = newBrowser();
  const answer = await answered(browser);
  const address = `${answer.origin}${answer.pathname}`;
  const posted = await browser.request(address, { method: 'POST', body: answer.searchParams, headers: { origin: bank.issuer, 'sec-fetch-site': 'cross-site' } });
  assert.equal(posted.status, 303);
  assert.equal(titleOf(await browser.follow(posted)), 'What may we call you?');
  assert.equal((await browser.request(`${address}?state=a&state=b`)).status, 400);
  assert.equal((await browser.request(`${address}?state=${'a'.repeat(5_000)}`)).status, 400);
});

test('secrets lie sealed, and nobody is shown them', async () => {
  const { rows } = await house.server.ground.database.pool.query<{ sealed: Buffer }>('select sealed from federation_secret');
  assert.ok(rows.length > 0);
  for (const { sealed } of rows) assert.equal(sealed.includes('nobody guesses'), false);
  const listed = await house.operator.call('GET', '/populations/customers/providers');
  assert.deepEqual(listed.providers.map(({ provider, hasSecret }: Record<string, unknown>) => [provider, hasSecret]), [['bank', true], ['other', true]]);
  const unknown = await house.operator.ask('PUT', '/populations/customers/providers/nobody/secret', { secret: 'x' });
  assert.equal(unknown.body.code, 'federation.provider_unknown');
});
