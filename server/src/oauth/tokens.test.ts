import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRemoteJWKSet, decodeProtectedHeader, exportJWK, generateKeyPair, jwtVerify } from 'jose';
import * as oidc from 'openid-client';
import { TestBrowser } from './test-browser.ts';
import { errorOf, testApplication } from './test-relying-party.ts';
import { testIssuers } from './testing.ts';

const api = 'https://api.shop.example/';
const system = { kind: 'system' } as const;

const issuers = await testIssuers();
const ada = await issuers.person('customer');
issuers.journeys.expect({ principal: ada.principal, proofs: ['password'] });
const shop = await testApplication(issuers, 'customer', {
  resources: [api], scopes: ['openid', 'profile', 'email', 'orders.read'],
});
const jwks = (kind: 'customer' | 'workload') => createRemoteJWKSet(new URL(`${issuers.issuer(kind)}/jwks`));

async function job(given: object = {}) {
  return issuers.client('workload', {
    name: 'Nightly job', grantTypes: ['client_credentials'], redirectUris: [], scopes: ['ledger.write'],
    resources: ['https://ledger.example/'], ...given,
  });
}

test('refresh tokens rotate, and stay the same person in the same session', async () => {
  const { tokens } = await shop.signIn();
  const next = await oidc.refreshTokenGrant(shop.rp, tokens.refresh_token!);
  assert.notEqual(next.refresh_token, tokens.refresh_token);
  assert.equal(next.claims()!.sub, ada.principal);
  assert.equal(next.claims()!['sid'], tokens.claims()!['sid']);
  assert.equal(next.claims()!['auth_time'], tokens.claims()!['auth_time']);
});

test('a refresh token that comes a second time ends the whole line of them', async () => {
  const { tokens } = await shop.signIn();
  const next = await oidc.refreshTokenGrant(shop.rp, tokens.refresh_token!);
  await assert.rejects(oidc.refreshTokenGrant(shop.rp, tokens.refresh_token!), { error: 'invalid_grant' });
  await assert.rejects(oidc.refreshTokenGrant(shop.rp, next.refresh_token!), { error: 'invalid_grant' });
  await assert.rejects(oidc.fetchUserInfo(shop.rp, next.access_token, ada.principal), { status: 401 });
  const [event] = (await issuers.eventsOf('token.reuse_detected')).slice(-1);
  assert.deepEqual(
    [event?.open, event?.principal, event?.session, event?.client],
    [{ kind: 'refresh-token' }, ada.principal, tokens.claims()!['sid'], shop.client.id]);
});

test('of refreshes at the same time at most one succeeds, and what it gave is revoked', async () => {
  const { tokens } = await shop.signIn();
  const all = await Promise.allSettled([1, 2, 3].map(() => oidc.refreshTokenGrant(shop.rp, tokens.refresh_token!)));
  const won = all.filter((each) => each.status === 'fulfilled');
  assert.ok(won.length <= 1, `${won.length} succeeded`);
  for (const { value } of won) {
    await assert.rejects(oidc.refreshTokenGrant(shop.rp, value.refresh_token!), { error: 'invalid_grant' });
  }
});

test('a refresh token is of no use to another application', async () => {
  const { tokens } = await shop.signIn();
  const other = await testApplication(issuers, 'customer');
  await assert.rejects(oidc.refreshTokenGrant(other.rp, tokens.refresh_token!), { error: 'invalid_grant' });
  await oidc.refreshTokenGrant(shop.rp, tokens.refresh_token!);
});

test('no token outlives the session that it belongs to', async () => {
  const { tokens } = await shop.signIn();
  const session = (await issuers.sessions.find(ada.population, tokens.claims()!['sid'] as string))!;
  const seconds = (session.expiresAt.getTime() - issuers.clock().getTime()) / 1_000;
  const { exp, iat } = await oidc.tokenIntrospection(shop.rp, tokens.refresh_token!);
  assert.ok(exp! - iat! <= seconds + 1, `${exp! - iat!} s in a session of ${seconds} s`);
  assert.ok(tokens.expires_in! <= 15 * 60);
});

test('a token for a named resource is a signed JWT for it, without one it is opaque', async () => {
  const { tokens } = await shop.signIn(undefined, { resource: api, scope: 'openid orders.read' });
  const { payload, protectedHeader } = await jwtVerify(tokens.access_token, jwks('customer'), {
    issuer: issuers.issuer('customer'), audience: api, typ: 'at+jwt', algorithms: ['ES256'],
  });
  assert.equal(protectedHeader.alg, 'ES256');
  assert.deepEqual(
    [payload.sub, payload['client_id'], payload['scope'], payload['sid'], payload['acr']],
    [ada.principal, shop.client.id, 'orders.read', tokens.claims()!['sid'], 'urn:limen:acr:basic']);
  assert.ok(typeof payload.jti === 'string' && typeof payload['auth_time'] === 'number');
  const opaque = (await shop.signIn()).tokens.access_token;
  assert.throws(() => decodeProtectedHeader(opaque));
});

test('a resource that the application is not registered for is refused', async () => {
  const page = await new TestBrowser().visit((await shop.ask({ resource: 'https://other.example/' })).url);
  assert.equal(errorOf(page), 'invalid_target');
});

test('a service gets its token with a key of its own', async () => {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const registered = await job({
    authMethod: 'private_key_jwt', jwks: { keys: [{ ...await exportJWK(publicKey), kid: 'one', alg: 'ES256', use: 'sig' }] },
  });
  const rp = await issuers.relyingParty('workload', registered, oidc.PrivateKeyJwt({ key: privateKey, kid: 'one' }));
  const answer = await oidc.clientCredentialsGrant(rp, { resource: 'https://ledger.example/', scope: 'ledger.write' });
  const { payload } = await jwtVerify(answer.access_token, jwks('workload'), {
    issuer: issuers.issuer('workload'), audience: 'https://ledger.example/', typ: 'at+jwt',
  });
  assert.deepEqual([payload.sub, payload['scope']], [registered.client.principal, 'ledger.write']);
  assert.ok(payload.exp! - payload.iat! <= 5 * 60);
  const [event] = (await issuers.eventsOf('token.issued')).slice(-1);
  assert.deepEqual([event?.principal, event?.client], [registered.client.principal, registered.client.id]);
  assert.deepEqual(event?.open, {
    grant: 'client_credentials', kinds: ['access_token'], audience: 'https://ledger.example/', scope: 'ledger.write',
  });
});

test('a service may publish its keys itself, and they are fetched within the bounds of outgoing calls', async () => {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const keys = { keys: [{ ...await exportJWK(publicKey), alg: 'ES256', use: 'sig' }] };
  issuers.receiver.server.on('request', (_req, res) => { res.end(JSON.stringify(keys)); });
  for (const [jwksUri, outcome] of [[`${issuers.receiver.origin}/keys`, 'fulfilled'], ['https://127.0.0.1:9/keys', 'rejected']] as const) {
    const rp = await issuers.relyingParty('workload', await job({ authMethod: 'private_key_jwt', jwksUri }), oidc.PrivateKeyJwt(privateKey));
    const [asked] = await Promise.allSettled([oidc.clientCredentialsGrant(rp)]);
    assert.equal(asked.status, outcome, jwksUri);
  }
});

test('a client assertion works once', async () => {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const registered = await job({ authMethod: 'private_key_jwt', jwks: { keys: [await exportJWK(publicKey)] } });
  let assertion = '';
  const rp = await issuers.relyingParty('workload', registered, oidc.PrivateKeyJwt(privateKey));
  rp[oidc.customFetch] = async (url, init) => {
    assertion = new URLSearchParams(init.body as string).get('client_assertion') ?? assertion;
    return fetch(url, init as RequestInit);
  };
  await oidc.clientCredentialsGrant(rp);
  const replay = () => fetch(`${issuers.issuer('workload')}/token`, {
    method: 'POST', body: new URLSearchParams({
      grant_type: 'client_credentials', client_assertion: assertion,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    }),
  });
  assert.deepEqual((await Promise.all([replay(), replay()])).map(({ status }) => status), [401, 401]);
});

test('a service gets its token with a secret, and none with another', async () => {
  const registered = await job();
  const rp = await issuers.relyingParty('workload', registered);
  const { access_token: token } = await oidc.clientCredentialsGrant(rp);
  const told = await oidc.tokenIntrospection(rp, token);
  assert.deepEqual([told.active, told.sub, told.client_id], [true, registered.client.principal, registered.client.id]);
  const wrong = await issuers.relyingParty('workload', { ...registered, secret: 'guessed' });
  await assert.rejects(oidc.clientCredentialsGrant(wrong), { status: 401 });
  const [event] = (await issuers.eventsOf('token.refused')).slice(-1);
  assert.deepEqual([event?.client, event?.open], [registered.client.id, { grant: 'client_credentials', error: 'invalid_client' }]);
});

test('a disabled application and one whose principal is suspended are refused, with the tokens they hold', async () => {
  for (const stop of ['disable', 'suspend'] as const) {
    const [registered, asker] = [await job(), await issuers.relyingParty('workload', await job())];
    const rp = await issuers.relyingParty('workload', registered);
    const { access_token: token } = await oidc.clientCredentialsGrant(rp);
    const { population, id, principal } = registered.client;
    await issuers.database.transaction((tx) => (stop === 'disable'
      ? issuers.clients.disable(tx, population, id, system, 'left')
      : issuers.directory.suspend(tx, { population, principal: principal! }, system, 'left')));
    issuers.clock.advance(2_500);
    await assert.rejects(oidc.clientCredentialsGrant(rp), { status: 401 }, stop);
    assert.equal((await oidc.tokenIntrospection(asker, token)).active, false, stop);
  }
});

test('a revoked access token is dead, a revoked refresh token takes the rest with it', async () => {
  const { tokens } = await shop.signIn();
  await oidc.tokenRevocation(shop.rp, tokens.access_token);
  assert.equal((await oidc.tokenIntrospection(shop.rp, tokens.access_token)).active, false);
  const second = (await shop.signIn()).tokens;
  await oidc.tokenRevocation(shop.rp, second.refresh_token!);
  await assert.rejects(oidc.refreshTokenGrant(shop.rp, second.refresh_token!), { error: 'invalid_grant' });
  assert.equal((await oidc.tokenIntrospection(shop.rp, second.access_token)).active, false);
  const kinds = (await issuers.eventsOf('token.revoked')).map(({ open }) => open['kind']);
  assert.deepEqual(kinds, ['access-token', 'refresh-token']);
});

test('nobody revokes or inspects what is not theirs', async () => {
  const { tokens } = await shop.signIn();
  const other = await testApplication(issuers, 'customer');
  const browserApp = await testApplication(issuers, 'customer', { authMethod: 'none' });
  await assert.rejects(oidc.tokenRevocation(other.rp, tokens.refresh_token!));
  assert.equal((await oidc.tokenIntrospection(other.rp, tokens.refresh_token!)).active, false);
  assert.equal((await oidc.tokenIntrospection(browserApp.rp, tokens.access_token)).active, false);
  assert.equal((await oidc.tokenIntrospection(other.rp, tokens.access_token)).active, true);
});

test('only a public application\'s own origin may read answers across origins', async () => {
  const app = await testApplication(issuers, 'customer', { authMethod: 'none', redirectUris: ['https://app.example/cb'] });
  const allowed = async (url: string, origin: string, init: RequestInit = {}) => {
    const answer = await fetch(url, { ...init, headers: { origin } });
    return answer.headers.get('access-control-allow-origin');
  };
  const issuer = issuers.issuer('customer');
  const body = () => ({ method: 'POST', body: new URLSearchParams({ client_id: app.client.id, grant_type: 'refresh_token', refresh_token: 'x' }) });
  for (const [url, init] of [[`${issuer}/jwks`, {}], [`${issuer}/.well-known/openid-configuration`, {}], [`${issuer}/token`, body()]] as const) {
    assert.equal(await allowed(url, 'https://app.example', init), 'https://app.example', url);
  }
  for (const [url, init] of [[`${issuer}/jwks`, {}], [`${issuer}/token`, body()]] as const) {
    assert.equal(await allowed(url, 'https://evil.example', init), null, url);
  }
  assert.equal((await fetch(`${issuer}/jwks`)).headers.get('access-control-allow-origin'), null);
});
