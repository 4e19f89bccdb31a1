import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as oidc from 'openid-client';
import { TestBrowser } from './test-browser.ts';
import { errorOf, testApplication } from './test-relying-party.ts';
import { testIssuers } from './testing.ts';

const issuers = await testIssuers();
const ada = await issuers.person('customer');
const shop = await testApplication(issuers, 'customer', { id: 'app' });
// The same name and the same address at another door.
const intranet = await testApplication(issuers, 'workforce', { id: 'app' });

async function customerSignsIn(browser?: TestBrowser) {
  issuers.journeys.expect({ principal: ada.principal, proofs: ['password'] });
  return shop.signIn(browser);
}

test('tokens of one population are refused at every endpoint of another', async () => {
  const { tokens } = await customerSignsIn();
  await assert.rejects(oidc.fetchUserInfo(intranet.rp, tokens.access_token, ada.principal), { status: 401 });
  await assert.rejects(oidc.refreshTokenGrant(intranet.rp, tokens.refresh_token!), { error: 'invalid_grant' });
  assert.equal((await oidc.tokenIntrospection(intranet.rp, tokens.access_token)).active, false);
  assert.equal((await oidc.tokenIntrospection(intranet.rp, tokens.refresh_token!)).active, false);
  await oidc.tokenRevocation(intranet.rp, tokens.refresh_token!);
  await oidc.refreshTokenGrant(shop.rp, tokens.refresh_token!);
});

test('a code of one population buys nothing at another', async () => {
  issuers.journeys.expect({ principal: ada.principal, proofs: ['password'] });
  const asked = await shop.ask();
  const page = await new TestBrowser().visit(asked.url);
  const there = new URL(page.url);
  there.searchParams.set('iss', issuers.issuer('workforce'));
  await assert.rejects(intranet.redeem({ ...page, url: there.href }, asked), { error: 'invalid_grant' });
  await shop.redeem(page, asked);
});

test('a secret of one population\'s application does not open its namesake', async () => {
  const mixed = await issuers.relyingParty('workforce', { client: intranet.client, secret: shop.secret! });
  await assert.rejects(oidc.tokenIntrospection(mixed, 'anything'), { status: 401 });
});

test('cookies of one population mean nothing at another, even under its names', async () => {
  const browser = new TestBrowser();
  await customerSignsIn(browser);
  const [here, there] = [issuers.slugs.customer, issuers.slugs.workforce];
  for (const [name, value] of browser.cookies()) browser.plant(name.replace(here, there), value, `/${there}`);
  assert.ok(browser.cookiesFor(`/${there}/authorize`).includes(`limen-${there}-session=`));
  assert.equal(errorOf(await browser.visit((await intranet.ask({ prompt: 'none' })).url)), 'login_required');
  assert.equal(browser.cookiesFor(`/${here}/authorize`).includes(there), false);
});

test('a principal of one population is nobody at another', async () => {
  const browser = new TestBrowser();
  const eve = await issuers.person('workforce');
  issuers.journeys.expect({ principal: eve.principal, proofs: ['passkey'] });
  const { tokens } = await intranet.signIn(browser);
  assert.equal(tokens.claims()!.sub, eve.principal);
  assert.equal(await issuers.sessions.find(issuers.slugs.customer, tokens.claims()!['sid'] as string), undefined);
  const hint = await customerSignsIn();
  const url = new URL((await intranet.ask({ id_token_hint: hint.tokens.id_token! })).url);
  assert.equal(errorOf(await browser.visit(url.href)), 'invalid_request');
});

test('nothing that a bearer holds can be read in the database', async () => {
  const browser = new TestBrowser();
  const { page, tokens, asked } = await customerSignsIn(browser);
  const held = [
    tokens.access_token, tokens.refresh_token!, new URL(page.url).searchParams.get('code')!, asked.nonce, asked.state,
    ...browser.cookies('-op').values(), ...browser.cookies('-session').values(),
  ];
  const { rows } = await issuers.database.pool.query<{ text: string }>(
    `select t::text || encode(t.sealed, 'escape') as text from oauth_artefact t`);
  assert.ok(rows.length > 5);
  for (const { text } of rows) {
    for (const secret of held) assert.ok(!text.includes(secret) && !text.includes(Buffer.from(secret).toString('hex')));
  }
});

test('the provider keeps no session of its own, and an ended one takes all that came of it along', async () => {
  const browser = new TestBrowser();
  const { tokens } = await customerSignsIn(browser);
  const sid = tokens.claims()!['sid'] as string;
  const count = async (where: string) => (await issuers.database.pool.query(
    `select from oauth_artefact where population = $1 and ${where}`, [issuers.slugs.customer])).rowCount;
  assert.equal(await count(`model = 'Session'`), 0);
  assert.deepEqual([...browser.cookies('-op').keys()].filter((name) => name.endsWith('-op')), []);
  // The grant, the code, the access token and the refresh token.
  assert.equal(await count(`session = '${sid}'`), 4);
  await issuers.database.transaction((tx) => (
    issuers.sessions.end(tx, issuers.slugs.customer, sid, 'operator', { kind: 'system' })));
  await issuers.settle();
  assert.equal(await count(`session = '${sid}'`), 0);
});

test('what has expired is removed in the end, and nothing before', async () => {
  const { tokens } = await customerSignsIn();
  await issuers.oauth.removeExpiredArtefacts();
  await oidc.refreshTokenGrant(shop.rp, tokens.refresh_token!);
  issuers.clock.advance(40 * 86_400_000);
  assert.ok(await issuers.oauth.removeExpiredArtefacts() > 5);
  const { rows } = await issuers.database.pool.query('select from oauth_artefact');
  assert.equal(rows.length, 0);
});
