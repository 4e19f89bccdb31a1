import assert from 'node:assert/strict';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { test } from 'node:test';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import * as oidc from 'openid-client';
import type { TestBrowser } from './test-browser.ts';
import { errorOf, testApplication } from './test-relying-party.ts';
import { testIssuers } from './testing.ts';

const goodbye = 'https://shop.example/bye';
const system = { kind: 'system' } as const;

const issuers = await testIssuers();
const ada = await issuers.person('customer');
issuers.journeys.expect({ principal: ada.principal, proofs: ['password'] });
const told: string[] = [];
const answers: number[] = [];
issuers.receiver.server.on('request', (req: IncomingMessage, res: ServerResponse) => {
  let body = '';
  req.on('data', (chunk: Buffer) => { body += chunk.toString(); });
  req.on('end', () => {
    told.push(body);
    res.writeHead(answers.shift() ?? 200).end();
  });
});
const shop = await testApplication(issuers, 'customer', {
  postLogoutRedirectUris: [goodbye], backchannelLogoutUri: `${issuers.receiver.origin}/logout`,
});

const signOutUrl = (params: Record<string, string>) => oidc.buildEndSessionUrl(shop.rp, params).href;
const action = () => `${issuers.origin}${issuers.shown.screen!.action}`;
const screenToken = () => issuers.shown.screen!.screenToken;

async function isSignedIn(browser: TestBrowser): Promise<boolean> {
  return errorOf(await browser.visit((await shop.ask({ prompt: 'none' })).url)) === null;
}

test('an application that shows its ID token ends the session without a question', async () => {
  const { browser, tokens } = await shop.signIn();
  const url = signOutUrl({ id_token_hint: tokens.id_token!, post_logout_redirect_uri: goodbye, state: 'x y' });
  assert.equal((await browser.visit(url)).url, `${goodbye}?state=x+y`);
  assert.equal(await isSignedIn(browser), false);
  await assert.rejects(oidc.refreshTokenGrant(shop.rp, tokens.refresh_token!), { error: 'invalid_grant' });
  const [event] = (await issuers.eventsOf('logout.requested')).slice(-1);
  assert.deepEqual([event?.open, event?.session, event?.client], [{ initiator: 'client' }, tokens.claims()!['sid'], shop.client.id]);
  await issuers.settle();
});

test('without proof that this session is meant the person is asked, and may stay', async () => {
  const { browser } = await shop.signIn();
  const page = await browser.visit(signOutUrl({ post_logout_redirect_uri: goodbye }));
  assert.deepEqual([page.status, issuers.shown.screen?.screen], [200, { step: 'sign-out', state: 'ask', application: 'Shop' }]);
  assert.match(page.headers.get('content-security-policy') ?? '', /form-action 'self' https:\/\/shop\.example$/);
  assert.equal((await browser.submit(action(), { screenToken: screenToken(), choice: 'stay' })).url, goodbye);
  assert.equal(await isSignedIn(browser), true);
  await browser.visit(signOutUrl({ post_logout_redirect_uri: goodbye }));
  assert.equal((await browser.submit(action(), { screenToken: screenToken(), choice: 'sign-out' })).url, goodbye);
  assert.equal(await isSignedIn(browser), false);
  await issuers.settle();
});

test('an ID token of another session does not end this one unasked', async () => {
  const other = await shop.signIn();
  const { browser } = await shop.signIn();
  await browser.visit(signOutUrl({ id_token_hint: other.tokens.id_token!, post_logout_redirect_uri: goodbye }));
  assert.equal(issuers.shown.screen?.screen.step, 'sign-out');
  assert.equal(await isSignedIn(browser), true);
});

test('the answer counts only from our own page, with its token', async () => {
  const { browser } = await shop.signIn();
  await browser.visit(signOutUrl({}));
  const answer = { screenToken: screenToken(), choice: 'sign-out' };
  const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
  assert.equal((await browser.submit(action(), answer, foreign)).status, 403);
  assert.equal((await browser.submit(action(), { ...answer, screenToken: 'guessed' })).status, 403);
  assert.equal((await browser.submit(action(), { screenToken: screenToken() })).status, 400);
  assert.equal(await isSignedIn(browser), true);
});

test('nobody is led to an address that is not registered, nor by a token that is not ours', async () => {
  const { browser, tokens } = await shop.signIn();
  const wrong: Record<string, string>[] = [
    { id_token_hint: tokens.id_token!, post_logout_redirect_uri: 'https://evil.example/' },
    { id_token_hint: `${tokens.id_token!.slice(0, -6)}AAAAAA` },
    { id_token_hint: 'nonsense' },
    { id_token_hint: tokens.id_token!, client_id: 'another' },
    { client_id: 'nobody' },
  ];
  for (const params of wrong) {
    const page = await browser.visit(signOutUrl(params));
    assert.ok(page.status >= 400 && page.url.startsWith(issuers.origin), JSON.stringify(params));
  }
  assert.equal(await isSignedIn(browser), true);
});

test('an application may send a form, and a person may come without a session', async () => {
  const { browser, tokens } = await shop.signIn();
  const page = await browser.submit(`${issuers.issuer('customer')}/sign-out`, {
    id_token_hint: tokens.id_token!, post_logout_redirect_uri: goodbye,
  }, { origin: 'https://shop.example', 'sec-fetch-site': 'cross-site' });
  assert.equal(page.url, goodbye);
  assert.equal((await browser.visit(signOutUrl({ post_logout_redirect_uri: goodbye }))).url, goodbye);
  await browser.visit(`${issuers.issuer('customer')}/sign-out`);
  assert.deepEqual(issuers.shown.screen?.screen, { step: 'sign-out', state: 'done' });
  await issuers.settle();
});

test('every end of a session is told to the applications that it was used for', async () => {
  told.length = 0;
  const { tokens } = await shop.signIn();
  await testApplication(issuers, 'customer', { backchannelLogoutUri: `${issuers.receiver.origin}/unused` });
  const sid = tokens.claims()!['sid'] as string;
  await issuers.database.transaction((tx) => issuers.sessions.end(tx, ada.population, sid, 'operator', system));
  await issuers.settle();
  assert.equal(told.length, 1);
  const { payload } = await jwtVerify(
    new URLSearchParams(told[0]).get('logout_token')!, createRemoteJWKSet(new URL(`${issuers.issuer('customer')}/jwks`)),
    { issuer: issuers.issuer('customer'), audience: shop.client.id, typ: 'logout+jwt' });
  assert.deepEqual([payload.sub, payload['sid']], [ada.principal, sid]);
  assert.deepEqual(payload['events'], { 'http://schemas.openid.net/event/backchannel-logout': {} });
  assert.equal(payload['nonce'], undefined);
  const [event] = (await issuers.eventsOf('logout.notified')).slice(-1);
  assert.deepEqual(event?.open, { client: shop.client.id, outcome: 'told', attempt: 1 });
});

test('an application that does not answer is told again, later and later, and given up in the end', async () => {
  told.length = 0;
  answers.push(...Array.from({ length: 7 }, () => 500));
  const { tokens } = await shop.signIn();
  const sid = tokens.claims()!['sid'] as string;
  await issuers.database.transaction((tx) => issuers.sessions.end(tx, ada.population, sid, 'operator', system));
  await issuers.settle();
  await issuers.oauth.deliverLogouts();
  assert.equal(told.length, 1);
  for (let again = 0; again < 8; again += 1) {
    issuers.clock.advance(7 * 3_600_000);
    await issuers.oauth.deliverLogouts();
  }
  const outcomes = (await issuers.eventsOf('logout.notified')).filter(({ session }) => session === sid);
  assert.deepEqual(outcomes.map(({ open }) => open['outcome']), [...Array.from({ length: 6 }, () => 'failed'), 'gave-up']);
  assert.equal(told.length, 7);
});

test('a session id names the person only to applications that it was given to', async () => {
  const { tokens } = await shop.signIn();
  const sid = tokens.claims()!['sid'] as string;
  assert.equal(await issuers.oauth.wasGivenTo(ada.population, sid, shop.client.id), true);
  assert.equal(await issuers.oauth.wasGivenTo(ada.population, sid, 'another'), false);
  assert.equal(await issuers.oauth.wasGivenTo(issuers.slugs.workforce, sid, shop.client.id), false);
});
