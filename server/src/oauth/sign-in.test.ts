import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as oidc from 'openid-client';
import { TestBrowser } from './test-browser.ts';
import { errorOf, testApplication } from './test-relying-party.ts';
import { testIssuers } from './testing.ts';

const callback = 'https://shop.example/cb';
const [basic, mfa, phr] = ['urn:limen:acr:basic', 'urn:limen:acr:mfa', 'urn:limen:acr:phr'] as const;

const issuers = await testIssuers();
const ada = await issuers.person('customer', 'ada@shop.example');
const shop = await testApplication(issuers, 'customer');
const { rp, ask, redeem, signIn } = shop;

const arrive = (proofs: readonly ('password' | 'passkey' | 'totp')[] = ['password'], who = ada.principal) => {
  issuers.journeys.expect({ principal: who, proofs });
};

test('a relying party signs a person in, and learns what its scopes open', async () => {
  arrive(['password']);
  const { page, tokens } = await signIn(new TestBrowser());
  assert.equal(new URL(page.url).searchParams.get('iss'), issuers.issuer('customer'));
  const claims = tokens.claims()!;
  assert.equal(claims.sub, ada.principal);
  assert.equal(claims['acr'], basic);
  assert.deepEqual(claims['amr'], ['pwd']);
  assert.equal(typeof claims['auth_time'], 'number');
  const session = await issuers.sessions.find(ada.population, claims['sid'] as string);
  assert.equal(session?.principal, ada.principal);
  const person = await oidc.fetchUserInfo(rp, tokens.access_token, claims.sub);
  assert.deepEqual(
    { name: person.name, locale: person.locale, email: person.email, verified: person.email_verified },
    { name: 'Ada Example', locale: 'en-GB', email: 'ada@shop.example', verified: true });
});

test('a journey is told what the request asks for', async () => {
  arrive(['passkey']);
  await signIn(new TestBrowser(), { acr_values: phr, max_age: '60', login_hint: 'ada@shop.example', ui_locales: 'de en' });
  const { ask: told, purpose, returnTo } = issuers.journeys.asked.at(-1)!;
  assert.equal(purpose, 'sign-in');
  assert.match(returnTo ?? '', /\/interaction\/[\w-]{43}$/);
  assert.deepEqual(told, {
    application: { id: shop.client.id, name: 'Shop' }, acr: phr, maxAge: 60, loginHint: 'ada@shop.example',
    locale: 'de', leadsTo: [callback],
  });
});

test('a code is worth nothing without its verifier', async () => {
  arrive();
  const asked = await ask();
  const page = await new TestBrowser().visit(asked.url);
  await assert.rejects(redeem(page, { ...asked, verifier: oidc.randomPKCECodeVerifier() }), { error: 'invalid_grant' });
  await redeem(page, asked);
});

test('a request without PKCE, or with the plain method, is refused', async () => {
  for (const method of ['plain', undefined]) {
    const asked = new URL((await ask()).url);
    if (method) asked.searchParams.set('code_challenge_method', method);
    else for (const name of ['code_challenge', 'code_challenge_method']) asked.searchParams.delete(name);
    assert.equal(errorOf(await new TestBrowser().visit(asked.href)), 'invalid_request');
  }
});

test('a replayed code revokes everything that came of it', async () => {
  arrive();
  const { page, asked, tokens } = await signIn(new TestBrowser());
  await assert.rejects(redeem(page, asked), { error: 'invalid_grant' });
  await assert.rejects(oidc.fetchUserInfo(rp, tokens.access_token, ada.principal), { status: 401 });
  await assert.rejects(oidc.refreshTokenGrant(rp, tokens.refresh_token!), { error: 'invalid_grant' });
  const [event] = (await issuers.eventsOf('token.reuse_detected')).slice(-1);
  assert.deepEqual(event?.open, { kind: 'authorization-code' });
  assert.equal(event?.principal, ada.principal);
});

test('of two uses of a code at the same time at most one succeeds, and nothing of it lasts', async () => {
  arrive();
  const asked = await ask();
  const page = await new TestBrowser().visit(asked.url);
  const both = await Promise.allSettled([redeem(page, asked), redeem(page, asked)]);
  const won = both.filter((each) => each.status === 'fulfilled');
  assert.ok(won.length <= 1, `${won.length} won`);
  for (const { value } of won) {
    await assert.rejects(oidc.refreshTokenGrant(rp, value.refresh_token!), { error: 'invalid_grant' });
  }
});

test('nobody is sent to an address that is not registered', async () => {
  const page = await new TestBrowser().visit((await ask({ redirect_uri: 'https://shop.example/cb/else' })).url);
  assert.equal(page.status, 400);
  assert.equal(issuers.shown.error?.code, 'oauth.invalid_redirect_uri');
  assert.ok(page.url.startsWith(issuers.origin));
});

test('an unknown application gets an error page, or JSON where that is asked', async () => {
  const { url } = await ask({ client_id: 'nobody' });
  const page = await new TestBrowser().visit(url);
  assert.deepEqual([page.status, issuers.shown.error?.code], [400, 'oauth.invalid_client']);
  const answer = await new TestBrowser().visit(url, { headers: { accept: 'application/json' } });
  assert.equal((JSON.parse(answer.body) as { error: string }).error, 'invalid_client');
});

test('a living session signs in silently, by our own cookie alone', async () => {
  const browser = new TestBrowser();
  arrive();
  await signIn(browser);
  const count = issuers.journeys.asked.length;
  browser.forget('-op');
  await signIn(browser, { prompt: 'none' });
  await signIn(browser);
  assert.equal(issuers.journeys.asked.length, count);
});

test('without our cookie nobody is signed in', async () => {
  const browser = new TestBrowser();
  arrive();
  await signIn(browser);
  browser.forget('-session');
  assert.equal(errorOf(await browser.visit((await ask({ prompt: 'none' })).url)), 'login_required');
});

test('an ended session is over for authorize, userinfo and refresh at once', async () => {
  const browser = new TestBrowser();
  arrive();
  const { tokens } = await signIn(browser);
  const sid = tokens.claims()!['sid'] as string;
  await issuers.database.transaction((tx) => issuers.sessions.end(tx, ada.population, sid, 'operator', { kind: 'system' }));
  assert.equal(errorOf(await browser.visit((await ask({ prompt: 'none' })).url)), 'login_required');
  await assert.rejects(oidc.fetchUserInfo(rp, tokens.access_token, ada.principal), { status: 401 });
  await assert.rejects(oidc.refreshTokenGrant(rp, tokens.refresh_token!), { error: 'invalid_grant' });
  assert.equal((await oidc.tokenIntrospection(rp, tokens.access_token)).active, false);
  assert.equal((await oidc.tokenIntrospection(rp, tokens.refresh_token!)).active, false);
});

test('prompt=login and an exceeded max_age ask the same person again', async () => {
  const browser = new TestBrowser();
  arrive();
  const first = await signIn(browser);
  issuers.clock.advance(2_000);
  await signIn(browser, { prompt: 'login' });
  const again = issuers.journeys.asked.at(-1)!;
  assert.deepEqual([again.purpose, again.ask.principal], ['step-up', ada.principal]);
  const count = issuers.journeys.asked.length;
  const { tokens } = await signIn(browser, { max_age: '3600' });
  assert.equal(issuers.journeys.asked.length, count);
  assert.equal(tokens.claims()!['sid'], first.tokens.claims()!['sid']);
  assert.ok((tokens.claims()!['auth_time'] as number) > (first.tokens.claims()!['auth_time'] as number));
});

test('a stronger session answers a weaker wish, a weaker one steps up', async () => {
  const browser = new TestBrowser();
  arrive(['password']);
  await signIn(browser);
  assert.equal(errorOf(await browser.visit((await ask({ prompt: 'none', acr_values: mfa })).url)), 'login_required');
  arrive(['passkey']);
  const { tokens } = await signIn(browser, { acr_values: mfa });
  assert.equal(issuers.journeys.asked.at(-1)!.purpose, 'step-up');
  assert.equal(tokens.claims()!['acr'], phr);
  const count = issuers.journeys.asked.length;
  const essential = JSON.stringify({ id_token: { acr: { essential: true, value: mfa } } });
  await signIn(browser, { claims: essential });
  assert.equal(issuers.journeys.asked.length, count);
});

test('what cannot be reached is a failed request', async () => {
  arrive(['password']);
  const essential = JSON.stringify({ id_token: { acr: { essential: true, values: ['urn:other'] } } });
  const unmet = 'unmet_authentication_requirements';
  assert.equal(errorOf(await new TestBrowser().visit((await ask({ claims: essential })).url)), unmet);
  assert.equal(errorOf(await new TestBrowser().visit((await ask({ acr_values: phr })).url)), unmet);
  issuers.journeys.expect({ refused: 'not-strong-enough' });
  assert.equal(errorOf(await new TestBrowser().visit((await ask()).url)), unmet);
  issuers.journeys.expect({ refused: 'suspended' });
  assert.equal(errorOf(await new TestBrowser().visit((await ask()).url)), 'access_denied');
});

test('a step-up that another person finishes is refused', async () => {
  const browser = new TestBrowser();
  arrive();
  await signIn(browser);
  const other = await issuers.person('customer');
  arrive(['passkey'], other.principal);
  assert.equal(errorOf(await browser.visit((await ask({ acr_values: phr })).url)), 'access_denied');
});

test('prompt=create leads to sign-up where the population has one', async () => {
  arrive();
  await signIn(new TestBrowser(), { prompt: 'create' });
  assert.equal(issuers.journeys.asked.at(-1)!.purpose, 'sign-up');
  const employees = await issuers.client('workforce');
  const url = new URL((await ask({ prompt: 'create', client_id: employees.client.id })).url);
  url.pathname = `/${issuers.slugs.workforce}/authorize`;
  assert.equal(errorOf(await new TestBrowser().visit(url.href)), 'invalid_request');
});

test('an interaction is answered only in the browser that it belongs to', async () => {
  arrive();
  const browser = new TestBrowser();
  const sent = await browser.request((await ask()).url);
  const interaction = new URL(sent.headers.get('location')!, issuers.origin).href;
  const stranger = await new TestBrowser().visit(interaction);
  assert.deepEqual([stranger.status, issuers.shown.error?.code], [404, 'run.unknown']);
});

test('who comes back to an interaction that was answered is told that all is done, and a stranger is not', async () => {
  arrive();
  const browser = new TestBrowser();
  const sent = await browser.request((await ask()).url);
  const interaction = new URL(sent.headers.get('location')!, issuers.origin).href;
  await until(browser, interaction, /[?&]code=/);
  const again = await browser.visit(interaction);
  assert.deepEqual([again.status, issuers.shown.error?.code], [409, 'run.finished']);
  const stranger = await new TestBrowser().visit(interaction);
  assert.deepEqual([stranger.status, issuers.shown.error?.code], [404, 'run.unknown']);
});

/** Goes on from redirect to redirect until one leads to an address that matches; gives that address. */
async function until(browser: TestBrowser, start: string, match: RegExp): Promise<string> {
  let url = start;
  while (!match.test(url)) {
    const { headers } = await browser.request(url);
    url = new URL(headers.get('location') ?? assert.fail(`${url} leads nowhere`), issuers.origin).href;
  }
  return url;
}

test('a sign-in is resumed in its own session only, whoever signed in meanwhile', async () => {
  const browser = new TestBrowser();
  arrive();
  const resume = await until(browser, (await ask()).url, /\/authorize\/[\w-]+$/);
  const eve = await issuers.person('customer');
  arrive(['password'], eve.principal);
  await signIn(browser, { prompt: 'create' });
  const page = await browser.visit(resume);
  assert.deepEqual([page.status, issuers.shown.error?.title], [400, 'This sign-in is no longer open']);
});

test('a tab that waits for a sign-in is answered by one in another tab', async () => {
  const browser = new TestBrowser();
  arrive();
  const asked = await ask();
  const interaction = await until(browser, asked.url, /\/interaction\/[\w-]+$/);
  await signIn(browser);
  const count = issuers.journeys.asked.length;
  const tokens = await redeem(await browser.visit(interaction), asked);
  assert.equal(tokens.claims()!.sub, ada.principal);
  assert.equal(issuers.journeys.asked.length, count);
});

test('discovery tells what is there, in both forms, with the issuer in every address', async () => {
  const issuer = issuers.issuer('customer');
  const read = async (url: string) => (await fetch(url)).json() as Promise<Record<string, unknown>>;
  const found = await read(`${issuer}/.well-known/openid-configuration`);
  assert.deepEqual(await read(`${issuers.origin}/.well-known/oauth-authorization-server/${issuers.slugs.customer}`), found);
  assert.equal(found['issuer'], issuer);
  for (const [name, value] of Object.entries(found)) {
    if (/_endpoint$|_uri$/.test(name)) assert.ok((value as string).startsWith(`${issuer}/`), name);
  }
  assert.deepEqual(found['response_types_supported'], ['code']);
  assert.deepEqual(found['code_challenge_methods_supported'], ['S256']);
  assert.deepEqual(found['acr_values_supported'], [basic, mfa, phr]);
  assert.deepEqual(found['ui_locales_supported'], ['en', 'fr']);
  assert.deepEqual(found['token_endpoint_auth_methods_supported'], ['none', 'client_secret_basic', 'private_key_jwt']);
  assert.equal(found['authorization_response_iss_parameter_supported'], true);
  assert.equal(found['backchannel_logout_session_supported'], true);
});
