import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createBrowser, startStubIssuer } from '../testing.ts';
import { startShop } from './shop.ts';

async function openShop() {
  const stub = await startStubIssuer();
  const shop = await startShop({ issuer: stub.issuer, clientId: 'shop', clientSecret: 'a b:c', port: 0 });
  after(() => shop.close());
  return { stub, url: shop.url, browser: createBrowser() };
}

const logoutEvents = { 'http://schemas.openid.net/event/backchannel-logout': {} };

test('a customer signs in with PKCE, state and nonce and sees the account', async () => {
  const { stub, url, browser } = await openShop();
  assert.match((await browser.go(url)).text, /Create account/);
  const account = await browser.go(`${url}/account`);
  assert.equal(account.url, `${url}/account`);
  assert.match(account.text, /Ann/);
  assert.match(account.text, /ann@example\.org/);
  assert.match(account.text, /One factor \(urn:limen:acr:basic\)/);
  const [asked] = stub.asked;
  assert.equal(asked!.code_challenge_method, 'S256');
  assert.ok(asked!.state && asked!.nonce);
  assert.equal(asked!.redirect_uri, `${url}/callback`);
  // RFC 6749 §2.3.1: id and secret are form-encoded before they are joined.
  assert.equal(stub.tokenForms[0]!.authorization, `Basic ${Buffer.from('shop:a+b%3Ac').toString('base64')}`);
});

test('creating an account asks for that', async () => {
  const { stub, url, browser } = await openShop();
  await browser.go(`${url}/create-account`);
  assert.equal(stub.asked[0]!.prompt, 'create');
});

test('a callback that this browser did not begin, or that comes twice, is refused', async () => {
  const { stub, url, browser } = await openShop();
  await browser.go(`${url}/account`);
  const state = stub.asked[0]!.state!;
  assert.equal((await browser.go(`${url}/callback?code=code-1&state=${state}`)).status, 400);
  assert.equal((await browser.go(`${url}/callback?code=code-1&state=forged`)).status, 400);
  const victim = createBrowser();
  const halfway = await fetch(`${url}/sign-in`, { redirect: 'manual' });
  const begun = await fetch(halfway.headers.get('location')!, { redirect: 'manual' });
  assert.equal((await victim.go(begun.headers.get('location')!)).status, 400);
  assert.match((await victim.go(url)).text, /Create account/);
});

test('an ID token with a wrong nonce, or a person who declines, signs nobody in', async () => {
  const { stub, url, browser } = await openShop();
  stub.idTokenClaims = { nonce: 'another' };
  assert.equal((await browser.go(`${url}/account`)).status, 400);
  stub.idTokenClaims = {};
  stub.refusal = 'access_denied';
  const declined = await browser.go(`${url}/account`);
  assert.deepEqual([declined.status, /You did not sign in/.test(declined.text)], [400, true]);
  assert.match((await browser.go(url)).text, /Create account/);
});

const iban = 'GB82WEST12345698765432';
const challenge = {
  status: 200,
  body: { decision: false, context: { acr_values: 'urn:limen:acr:mfa urn:limen:acr:phr', max_age: 300 } },
};
const yes = { status: 200, body: { decision: true } };

test('the payout account changes where the decision point says yes, which never learns the account', async () => {
  const { stub, url, browser } = await openShop();
  assert.match((await browser.go(`${url}/payout`)).text, /name="iban"/);
  assert.equal((await browser.go(`${url}/payout`, { form: { iban: 'x' } })).status, 422);
  const foreign = await browser.go(`${url}/payout`, { form: { iban }, origin: 'https://evil.example' });
  assert.doesNotMatch(foreign.text, /was changed/);
  assert.equal(stub.questions.length, 0);
  assert.match((await browser.go(`${url}/payout`, { form: { iban } })).text, /was changed/);
  assert.match((await browser.go(`${url}/account`)).text, new RegExp(iban));
  const [{ authorization, body }] = stub.questions as [(typeof stub.questions)[0]];
  assert.equal(authorization, `Basic ${Buffer.from('shop:a+b%3Ac').toString('base64')}`);
  const { subject, action } = body as { subject: unknown; action: unknown };
  assert.deepEqual([subject, action], [{ type: 'session', id: 'sid-1' }, { name: 'payout.change' }]);
  assert.doesNotMatch(JSON.stringify(body), new RegExp(iban));
});

test('a challenge sends the person to be confirmed, and the same question is asked again', async () => {
  const { stub, url, browser } = await openShop();
  await browser.go(`${url}/account`);
  stub.decision = challenge;
  assert.match((await browser.go(`${url}/payout`, { form: { iban } })).text, /we check that it is you/);
  stub.decision = yes;
  assert.match((await browser.go(`${url}/payout/confirm`)).text, /was changed/);
  const { acr_values: acrValues, max_age: maxAge } = stub.asked.at(-1)!;
  assert.deepEqual([acrValues, maxAge], ['urn:limen:acr:mfa urn:limen:acr:phr', '300']);
  assert.deepEqual(stub.questions[1]!.body, stub.questions[0]!.body);
  assert.match((await browser.go(`${url}/payout/confirmed`)).text, /name="iban"/);
  assert.equal(stub.questions.length, 2, 'nothing is left to go on with');
});

test('a confirmation that was not enough changes nothing and doesn\'t go round in circles', async () => {
  const { stub, url, browser } = await openShop();
  await browser.go(`${url}/account`);
  stub.decision = challenge;
  await browser.go(`${url}/payout`, { form: { iban } });
  const answer = await browser.go(`${url}/payout/confirm`);
  assert.deepEqual([answer.status, /not enough/.test(answer.text)], [403, true]);
  assert.doesNotMatch((await browser.go(`${url}/account`)).text, new RegExp(iban));
});

test('a delayed change is told of, and made when its time has come', async () => {
  let ahead = 0;
  const stub = await startStubIssuer();
  const shop = await startShop({
    issuer: stub.issuer, clientId: 'shop', clientSecret: 's', port: 0, clock: () => new Date(Date.now() + ahead),
  });
  after(() => shop.close());
  const browser = createBrowser();
  await browser.go(`${shop.url}/account`);
  stub.decision = {
    status: 200, body: { decision: false, context: { delay_until: new Date(Date.now() + 3_600_000).toISOString() } },
  };
  assert.match((await browser.go(`${shop.url}/payout`, { form: { iban } })).text, /takes effect on/);
  stub.decision = yes;
  assert.match((await browser.go(`${shop.url}/payout`)).text, /takes effect on/);
  assert.equal(stub.questions.length, 1, 'not asked before its time');
  ahead = 3_700_000;
  assert.match((await browser.go(`${shop.url}/payout`)).text, /was changed/);
});

test('a refusal, a stopped change or no answer at all change nothing and say so', async () => {
  const { stub, url, browser } = await openShop();
  await browser.go(`${url}/account`);
  const cases = [
    [{ status: 200, body: { decision: false } }, 403, /not possible now/],
    [{ status: 200, body: { decision: false, context: { reason_admin: { codes: ['cancelled'] } } } }, 403, /was stopped/],
    [{ status: 500, body: {} }, 503, /Nothing was changed/],
  ] as const;
  for (const [decision, status, text] of cases) {
    stub.decision = decision;
    const answer = await browser.go(`${url}/payout`, { form: { iban } });
    assert.equal(answer.status, status);
    assert.match(answer.text, text);
  }
  assert.doesNotMatch((await browser.go(`${url}/account`)).text, new RegExp(iban));
});

test('nobody else can be confirmed in the place of who is signed in', async () => {
  const { stub, url, browser } = await openShop();
  await browser.go(`${url}/account`);
  stub.decision = challenge;
  await browser.go(`${url}/payout`, { form: { iban } });
  stub.person = { ...stub.person, sub: 'ben', name: 'Ben', acr: 'urn:limen:acr:phr' };
  const answer = await browser.go(`${url}/payout/confirm`);
  assert.deepEqual([answer.status, /somebody else/.test(answer.text)], [403, true]);
  assert.match((await browser.go(`${url}/account`)).text, /Ann/);
});

test('signing out ends the session here and goes on to the issuer', async () => {
  const { stub, url, browser } = await openShop();
  await browser.go(`${url}/account`);
  assert.equal((await browser.go(`${url}/sign-out`, { form: {}, origin: 'https://evil.example' })).status, 403);
  const { searchParams, pathname } = new URL((await browser.go(`${url}/sign-out`, { form: {} })).url);
  assert.equal(pathname, '/customers/end');
  assert.equal(searchParams.get('post_logout_redirect_uri'), `${url}/signed-out`);
  assert.equal(searchParams.get('id_token_hint')!.split('.').length, 3);
  assert.match((await browser.go(url)).text, /Create account/);
  assert.equal(stub.asked.length, 1);
});

test('a logout told by the issuer ends that session and no other', async () => {
  const { stub, url, browser } = await openShop();
  const other = createBrowser();
  await browser.go(`${url}/account`);
  stub.person = { ...stub.person, sid: 'sid-2' };
  await other.go(`${url}/account`);
  const now = Math.floor(Date.now() / 1000);
  const claims = { aud: 'shop', sub: 'ann', sid: 'sid-1', jti: 'j', iat: now, exp: now + 60, events: logoutEvents };
  const tell = async (logoutToken: string) => (await fetch(`${url}/backchannel-logout`, {
    method: 'POST', body: new URLSearchParams({ logout_token: logoutToken }),
  })).status;
  assert.equal(await tell('forged'), 400);
  assert.equal(await tell(await stub.sign({ ...claims, aud: 'intranet' }, 'logout+jwt')), 400);
  assert.doesNotMatch((await browser.go(url)).text, /Create account/);
  const token = await stub.sign(claims, 'logout+jwt');
  assert.equal(await tell(token), 200);
  assert.equal(await tell(token), 400);
  assert.match((await browser.go(url)).text, /Create account/);
  assert.doesNotMatch((await other.go(url)).text, /Create account/);
});

const transaction = [{ type: 'urn:limen:transaction', action: 'checkout', amount: '560', currency: 'EUR', payee: 'Larch & Loom' }];

test('an order is asked about with its amount, which the shop has reckoned; confirming it shows that very amount', async () => {
  const { stub, url, browser } = await openShop();
  await browser.go(`${url}/account`);
  assert.equal((await browser.go(`${url}/checkout`, { form: { product: '9', quantity: '1' } })).status, 422);
  assert.equal((await browser.go(`${url}/checkout`, { form: { product: '1', quantity: '1.5' } })).status, 422);
  stub.decision = { status: 200, body: { decision: false, context: { ...challenge.body.context, authorization_details: transaction } } };
  const order = { product: '1', quantity: '4', amount: '0.01' };
  assert.match((await browser.go(`${url}/checkout`, { form: order })).text, /we show you once more what you pay/);
  const { resource } = stub.questions[0]!.body as { resource: { properties: unknown } };
  assert.deepEqual(resource.properties, { amount: '560.00', currency: 'EUR', payee: 'Larch & Loom' });
  stub.decision = yes;
  assert.match((await browser.go(`${url}/checkout/confirm`)).text, /You paid € 560\.00 for Oak stool × 4/);
  assert.deepEqual(JSON.parse(stub.asked.at(-1)!.authorization_details!), transaction);
  // Who they are is known from before: the token of a transaction opens nothing else.
  assert.match((await browser.go(`${url}/account`)).text, /Ann[\s\S]*Paid € 560\.00/);
});

test('a token for another transaction than was asked for confirms nothing', async () => {
  const { stub, url, browser } = await openShop();
  await browser.go(`${url}/account`);
  stub.decision = { status: 200, body: { decision: false, context: { ...challenge.body.context, authorization_details: transaction } } };
  await browser.go(`${url}/checkout`, { form: { product: '1', quantity: '4' } });
  stub.grantedDetails = [{ ...transaction[0], amount: '56' }];
  stub.decision = yes;
  assert.equal((await browser.go(`${url}/checkout/confirm`)).status, 400);
  assert.doesNotMatch((await browser.go(`${url}/account`)).text, /Paid/);
});

test('while nobody answers, money waits and an address may be changed', async () => {
  const { stub, url, browser } = await openShop();
  await browser.go(`${url}/account`);
  stub.decision = { status: 500, body: {} };
  assert.match((await browser.go(`${url}/profile`, { form: { address: '12 Mill Lane, Harbour' } })).text, /address was changed/);
  assert.equal((await browser.go(`${url}/checkout`, { form: { product: '1', quantity: '1' } })).status, 503);
  assert.doesNotMatch(JSON.stringify(stub.questions), /Mill Lane/);
  assert.match((await browser.go(`${url}/account`)).text, /Mill Lane/);
});

test('the name in reviews is asked about as an edit of the profile, and changed once it was confirmed', async () => {
  const { stub, url, browser } = await openShop();
  await browser.go(`${url}/account`);
  assert.match((await browser.go(`${url}/about-you`, { form: { name: ' ' } })).text, /between 1 and 60/);
  stub.decision = challenge;
  assert.match((await browser.go(`${url}/about-you`, { form: { name: 'Ann of the Hill' } })).text, /very unlike you/);
  assert.doesNotMatch((await browser.go(`${url}/account`)).text, /Ann of the Hill/);
  stub.decision = yes;
  assert.match((await browser.go(`${url}/about-you/confirm`)).text, /name in reviews was changed/);
  assert.match((await browser.go(`${url}/account`)).text, /Ann of the Hill/);
  assert.deepEqual(new Set(stub.questions.map(({ body }) => (body as { action: { name: string } }).action.name)), new Set(['profile.edit']));
  assert.doesNotMatch(JSON.stringify(stub.questions), /of the Hill/);
});
