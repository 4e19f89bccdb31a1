import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import * as oidc from 'openid-client';
import { errorOf, testApplication } from './test-relying-party.ts';
import { TestBrowser } from './test-browser.ts';
import { testIssuers } from './testing.ts';

const issuers = await testIssuers();
const ada = await issuers.person('customer');
issuers.journeys.expect({ principal: ada.principal, proofs: ['password'] });
const shop = await testApplication(issuers, 'customer');
const population = issuers.slugs.customer;

async function publishedKids(): Promise<readonly string[]> {
  const { keys } = await (await fetch(`${issuers.issuer('customer')}/jwks`)).json() as { keys: { kid: string; d?: string }[] };
  assert.ok(keys.every((key) => key.d === undefined));
  return keys.map(({ kid }) => kid).sort();
}

/** Resolves when the population's keys or policy have changed here and its provider was rebuilt. */
function rebuilt(change: 'keys' | 'policy'): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const done = (changed: string) => { if (changed === population) void issuers.oauth.close().then(resolve); };
  if (change === 'keys') issuers.keys.onChange(done);
  else issuers.policies.onPublished(done);
  return promise;
}

test('a rotated key is published before it signs, and tokens of the earlier one stay good', async () => {
  const before = (await shop.signIn()).tokens;
  const earlier = await publishedKids();
  const changed = rebuilt('keys');
  const coming = await issuers.database.transaction((tx) => issuers.keys.rotateSigningKeys(tx, population));
  await changed;
  assert.deepEqual(await publishedKids(), [...earlier, ...coming].sort());
  const after = (await shop.signIn()).tokens;
  assert.equal(decodeProtectedHeader(after.id_token!).kid, decodeProtectedHeader(before.id_token!).kid);
  const keys = createRemoteJWKSet(new URL(`${issuers.issuer('customer')}/jwks`));
  await jwtVerify(before.id_token!, keys, { issuer: issuers.issuer('customer') });
});

test('a key that is replaced at once signs nothing more, and sessions go on', async () => {
  const browser = new TestBrowser();
  const before = (await shop.signIn(browser)).tokens;
  const changed = rebuilt('keys');
  const coming = await issuers.database.transaction((tx) => (
    issuers.keys.rotateSigningKeys(tx, population, { atOnce: true })));
  await changed;
  assert.deepEqual(await publishedKids(), [...coming].sort());
  const rp = await issuers.relyingParty('customer', shop);
  const refreshed = await oidc.refreshTokenGrant(rp, before.refresh_token!);
  assert.ok(coming.includes(decodeProtectedHeader(refreshed.id_token!).kid!));
  assert.equal(errorOf(await browser.visit((await shop.ask({ prompt: 'none' })).url)), null);
});

test('a published policy is in force for the next request', async () => {
  const browser = new TestBrowser();
  await (await testApplication(issuers, 'customer')).signIn(browser);
  const { content, version } = await issuers.policies.current(population);
  const changed = rebuilt('policy');
  await issuers.database.transaction((tx) => issuers.policies.publish(tx, {
    population, basedOn: version, publishedBy: 'test',
    content: { ...content, assurance: { ...content.assurance, required: 'urn:limen:acr:mfa' } },
  }));
  await changed;
  assert.equal(errorOf(await browser.visit((await shop.ask({ prompt: 'none' })).url)), 'login_required');
});
