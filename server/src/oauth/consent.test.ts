import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as oidc from 'openid-client';
import { createConnections } from './connections.ts';
import { TestBrowser } from './test-browser.ts';
import { errorOf, testApplication } from './test-relying-party.ts';
import { testIssuers } from './testing.ts';

const issuers = await testIssuers();
const shop = await testApplication(issuers, 'customer');
const partner = await testApplication(issuers, 'customer', { name: 'Partner', firstParty: false });
const connections = createConnections({ database: issuers.database, clock: issuers.clock, events: issuers.events, clients: issuers.clients });
const action = () => `${issuers.origin}${issuers.shown.screen!.action}`;
const answer = (choice: string) => ({ screenToken: issuers.shown.screen!.screenToken, choice });

async function somebody() {
  const person = await issuers.person('customer', `p${issuers.journeys.asked.length}@shop.example`);
  issuers.journeys.expect({ principal: person.principal, proofs: ['password'] });
  return { person, browser: new TestBrowser() };
}

test('the organisation\'s own application is never asked about, also where it asks for the question', async () => {
  const { browser } = await somebody();
  await shop.signIn(browser);
  await shop.signIn(browser, { prompt: 'consent' });
  assert.equal(issuers.shown.screen, undefined);
});

test('another\'s application gets what the person lets it have, and is asked about once', async () => {
  const { person, browser } = await somebody();
  const asked = await partner.ask();
  const page = await browser.visit(asked.url);
  assert.deepEqual(issuers.shown.screen?.screen, {
    step: 'consent', application: 'Partner', scopes: ['openid', 'profile', 'email'], claims: [],
  });
  assert.match(page.headers.get('content-security-policy') ?? '', /https:\/\/shop\.example$/);
  const tokens = await partner.redeem(await browser.submit(action(), answer('allow')), asked);
  assert.equal((await oidc.fetchUserInfo(partner.rp, tokens.access_token, person.principal)).name, 'Ada Example');
  await partner.signIn(browser, { prompt: 'none' });
  const [event] = (await issuers.eventsOf('consent.given')).slice(-1);
  assert.deepEqual(event?.open, { client: partner.client.id, scopes: ['openid', 'profile', 'email'] });
  assert.equal(event?.principal, person.principal);
});

test('what it asks for beyond that is asked about again', async () => {
  const { browser } = await somebody();
  const asked = await partner.ask({ scope: 'openid' });
  await browser.visit(asked.url);
  await browser.submit(action(), answer('allow'));
  assert.equal(errorOf(await browser.visit((await partner.ask({ scope: 'openid email', prompt: 'none' })).url)), 'consent_required');
  await browser.visit((await partner.ask({ scope: 'openid email' })).url);
  assert.deepEqual(issuers.shown.screen?.screen, { step: 'consent', application: 'Partner', scopes: ['email'], claims: [] });
});

test('a refusal goes back to the application and leaves nothing', async () => {
  const { browser } = await somebody();
  await browser.visit((await partner.ask()).url);
  assert.equal(errorOf(await browser.submit(action(), answer('refuse'))), 'access_denied');
  assert.equal(errorOf(await browser.visit((await partner.ask({ prompt: 'none' })).url)), 'consent_required');
  const [event] = (await issuers.eventsOf('consent.refused')).slice(-1);
  assert.deepEqual(event?.open, { client: partner.client.id });
});

test('consent counts only from our own page, with its token, in the browser that was asked', async () => {
  const { browser } = await somebody();
  await browser.visit((await partner.ask()).url);
  const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
  assert.equal((await browser.submit(action(), answer('allow'), foreign)).status, 403);
  assert.equal((await browser.submit(action(), { ...answer('allow'), screenToken: 'guessed' })).status, 403);
  assert.equal((await browser.submit(action(), answer('perhaps'))).status, 400);
  assert.equal((await new TestBrowser().submit(action(), answer('allow'))).status, 404);
  assert.equal(errorOf(await browser.visit((await partner.ask({ prompt: 'none' })).url)), 'consent_required');
});

test('what was taken back ends renewal and userinfo at once, and is asked for again; what was issued before stays worthless', async () => {
  const { person, browser } = await somebody();
  const asked = await partner.ask({ scope: 'openid profile offline_access', prompt: 'consent' });
  await browser.visit(asked.url);
  const tokens = await partner.redeem(await browser.submit(action(), answer('allow')), asked);
  assert.ok(tokens.refresh_token);
  const ref = { population: person.population, principal: person.principal };
  assert.deepEqual((await connections.list(ref)).map(({ client, name }) => [client, name]), [[partner.client.id, 'Partner']]);
  // The provider tells the time of its tokens by the machine's clock, in whole seconds.
  const issuedAt = tokens.claims()!.iat;
  issuers.clock.advance(issuedAt * 1_000 - issuers.clock().getTime());
  assert.equal(await issuers.database.transaction((tx) => connections.end(tx, ref, partner.client.id, person.principal)), true);
  await assert.rejects(oidc.fetchUserInfo(partner.rp, tokens.access_token, person.principal));
  await assert.rejects(oidc.refreshTokenGrant(partner.rp, tokens.refresh_token), { error: 'invalid_grant' });
  assert.equal(errorOf(await browser.visit((await partner.ask({ prompt: 'none' })).url)), 'consent_required');
  while (Math.floor(Date.now() / 1_000) <= issuedAt) await new Promise(setImmediate);
  const anew = await partner.ask({ scope: 'openid profile' });
  await browser.visit(anew.url);
  const fresh = await partner.redeem(await browser.submit(action(), answer('allow')), anew);
  assert.equal((await oidc.fetchUserInfo(partner.rp, fresh.access_token, person.principal)).sub, person.principal);
  await assert.rejects(oidc.fetchUserInfo(partner.rp, tokens.access_token, person.principal));
});
