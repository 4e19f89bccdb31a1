import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as oidc from 'openid-client';
import { cibaGrant } from '../../../../contract/admin/client-registration.ts';
import { day, hour, LimenError, minute, second } from '../../kernel/index.ts';
import { TestBrowser, type Page } from '../test-browser.ts';
import { testIssuers } from '../testing.ts';

const issuers = await testIssuers();
const desk = await deskOf('Harbour support');
const rp = await issuers.relyingParty('customer', desk);

function deskOf(name: string) {
  return issuers.client('customer', {
    name, purpose: 'Helps people who call us', grantTypes: [cibaGrant], redirectUris: [], firstParty: true,
  });
}

async function somebody() {
  const email = `c.${crypto.randomUUID()}@shop.example`;
  const person = await issuers.person('customer', email);
  issuers.journeys.expect({ principal: person.principal, proofs: ['password'] });
  return { ...person, email };
}

const ask = (email: string, more: Record<string, string> = {}, at = rp) => oidc.initiateBackchannelAuthentication(
  at, { scope: 'openid profile', login_hint: email, binding_message: '47', ...more });
const poll = (id: string, at = rp) => oidc.genericGrantRequest(at, cibaGrant, { auth_req_id: id });
const errorOfPoll = (id: string) => poll(id).then(() => 'none', (error: { error?: string }) => error.error);
const wait = () => issuers.clock.advance(5 * second);

async function pageOf(person: Awaited<ReturnType<typeof somebody>>): Promise<string> {
  const [open] = await issuers.oauth.openRequests(person);
  return `${issuers.issuer('customer')}/approve/${open!.id}`;
}

const shownScreen = () => {
  const { screen } = issuers.shown.screen!;
  assert.equal(screen.step, 'open-request');
  return screen as Extract<typeof screen, { step: 'open-request' }>;
};
const say = (browser: TestBrowser, fields: Record<string, string>): Promise<Page> => browser.submit(
  `${issuers.origin}${issuers.shown.screen!.action}`, { screenToken: issuers.shown.screen!.screenToken, ...fields });

test('a desk names a person, who signs in, sees who asks and why, types the number, and the desk knows who it is', async () => {
  assert.equal(rp.serverMetadata().backchannel_authentication_endpoint, `${issuers.issuer('customer')}/backchannel`);
  assert.deepEqual(rp.serverMetadata().backchannel_token_delivery_modes_supported, ['poll']);
  const person = await somebody();
  const answer = await ask(person.email);
  assert.ok(answer.expires_in <= 300);
  assert.equal(await errorOfPoll(answer.auth_req_id), 'authorization_pending');
  const phone = new TestBrowser();
  await phone.visit(await pageOf(person));
  const { state, application, purpose, scopes, person: shown } = shownScreen();
  assert.deepEqual({ state, application, purpose, scopes, shown }, {
    state: 'ask', application: 'Harbour support', purpose: 'Helps people who call us', scopes: ['openid', 'profile'],
    shown: person.email,
  });
  assert.equal(JSON.stringify({ ...shownScreen(), person: '' }).includes('47'), false, 'the number is at the desk alone');
  await say(phone, { choice: 'confirm', number: ' 4 7' });
  assert.equal(shownScreen().state, 'done');
  wait();
  const tokens = await oidc.pollBackchannelAuthenticationGrant(rp, { ...answer, interval: 1 });
  assert.equal(tokens.claims()?.sub, person.principal);
  assert.equal(tokens.refresh_token, undefined);
  const own = (await issuers.sessions.list(issuers.database.db, person)).find(({ id }) => id === tokens.claims()?.['sid'])!;
  assert.equal(own.client, desk.client.id);
  const told = await issuers.eventsOf('remote.requested', 'remote.confirmed', 'message.queued');
  assert.deepEqual(new Set(told.filter(({ principal }) => principal === person.principal).map(({ type }) => type)),
    new Set(['remote.requested', 'remote.confirmed', 'message.queued']));
  wait();
  assert.equal(await errorOfPoll(answer.auth_req_id), 'invalid_grant', 'it is fetched once');
});

test('looking confirms nothing, and somebody else does not see it', async () => {
  const person = await somebody();
  const answer = await ask(person.email);
  const page = await pageOf(person);
  const phone = new TestBrowser();
  await phone.visit(page);
  await phone.visit(page);
  const { action, screenToken } = issuers.shown.screen!;
  const address = `${issuers.origin}${action}`;
  const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
  assert.equal((await phone.submit(address, { screenToken, choice: 'confirm', number: '47' }, foreign)).status, 403);
  assert.equal((await phone.submit(address, { screenToken: 'guessed', choice: 'confirm', number: '47' })).status, 403);
  const stranger = await somebody();
  const other = new TestBrowser();
  assert.equal((await other.visit(page)).status, 404);
  assert.equal(issuers.shown.error?.code, 'link.invalid');
  assert.equal((await other.submit(address, { screenToken, choice: 'not-me' })).status, 404);
  assert.equal((await other.visit(`${issuers.issuer('customer')}/approve/${stranger.principal}`)).status, 404);
  assert.equal(await errorOfPoll(answer.auth_req_id), 'authorization_pending');
  assert.deepEqual(await issuers.oauth.openRequests(stranger), []);
});

test('three wrong numbers end it', async () => {
  const person = await somebody();
  const answer = await ask(person.email);
  const phone = new TestBrowser();
  await phone.visit(await pageOf(person));
  await say(phone, { choice: 'confirm', number: '48' });
  assert.equal(issuers.shown.screen?.notice?.code, 'request.wrong-number');
  await say(phone, { choice: 'confirm' });
  await say(phone, { choice: 'confirm', number: '74' });
  assert.equal(shownScreen().state, 'ended');
  await say(phone, { choice: 'confirm', number: '47' });
  assert.equal(await errorOfPoll(answer.auth_req_id), 'access_denied');
  assert.deepEqual((await issuers.eventsOf('remote.refused')).at(-1)?.open, {
    request: (await issuers.eventsOf('remote.requested')).at(-1)!.open['request' as never], by: 'backchannel', reason: 'no-tries-left',
  });
});

test('"this wasn\'t me" ends it, and that application may not ask this person again for a day', async () => {
  const person = await somebody();
  const answer = await ask(person.email);
  const phone = new TestBrowser();
  await phone.visit(await pageOf(person));
  await say(phone, { choice: 'not-me' });
  assert.equal(await errorOfPoll(answer.auth_req_id), 'access_denied');
  issuers.clock.advance(2 * hour);
  await assert.rejects(ask(person.email), { error: 'access_denied' });
  const other = await deskOf('Branch office');
  assert.ok((await ask(person.email, {}, await issuers.relyingParty('customer', other))).auth_req_id);
  issuers.clock.advance(day);
  assert.ok((await ask(person.email)).auth_req_id);
});

test('a person is asked one thing at a time, and not over and over', async () => {
  const person = await somebody();
  const outcomes: string[] = [];
  await Promise.all(Array.from({ length: 4 }, () => ask(person.email).then(
    () => outcomes.push('asked'), (error: { error?: string }) => outcomes.push(String(error.error)))));
  assert.deepEqual(outcomes.sort(), ['access_denied', 'access_denied', 'access_denied', 'asked']);
  for (let count = 0; count < 4; count += 1) {
    issuers.clock.advance(5 * minute + second);
    await ask(person.email);
  }
  issuers.clock.advance(5 * minute + second);
  await assert.rejects(ask(person.email), { error: 'access_denied' });
  const throttled = (await issuers.eventsOf('remote.throttled')).filter(({ principal }) => principal === person.principal);
  assert.ok(throttled.length >= 4 && throttled.every(({ open }) => (open as { reason: string }).reason === 'person'));
});

test('an expired request can be neither confirmed nor fetched', async () => {
  const person = await somebody();
  const answer = await ask(person.email, { requested_expiry: '60' });
  assert.equal(answer.expires_in, 60);
  const phone = new TestBrowser();
  await phone.visit(await pageOf(person));
  issuers.clock.advance(61 * second);
  await say(phone, { choice: 'confirm', number: '47' });
  assert.equal(shownScreen().state, 'ended');
  assert.deepEqual(await issuers.oauth.openRequests(person), []);
  assert.ok(await issuers.oauth.closeRemoteRequests() >= 1);
  assert.ok((await issuers.eventsOf('remote.expired')).some(({ principal }) => principal === person.principal));
});

test('what the desk asks to be proved is proved by a step-up before the number counts', async () => {
  const person = await somebody();
  await ask(person.email, { acr_values: 'urn:limen:acr:mfa' });
  const phone = new TestBrowser();
  await phone.visit(await pageOf(person));
  issuers.journeys.expect({ principal: person.principal, proofs: ['totp'] });
  await say(phone, { choice: 'confirm', number: '47' });
  assert.equal(issuers.journeys.asked.at(-1)?.purpose, 'step-up');
  assert.equal(shownScreen().state, 'ask');
  await say(phone, { choice: 'confirm', number: '47' });
  assert.equal(shownScreen().state, 'done');
});

test('unknown and suspended people are told apart from nobody, and messages other than a number are refused', async () => {
  const person = await somebody();
  await issuers.database.transaction((tx) => issuers.directory.suspend(tx, person, { kind: 'system' }, 'test'));
  for (const hint of ['nobody@shop.example', person.email]) await assert.rejects(ask(hint), { error: 'unknown_user_id' });
  for (const text of ['Call +44 20 7946 0000', '7', '0', '007']) {
    await assert.rejects(ask((await somebody()).email, { binding_message: text }), { error: 'invalid_binding_message' });
  }
});

test('only an application of the organisation\'s own that authenticates may be registered for it', async () => {
  for (const given of [{ firstParty: false }, { authMethod: 'none' as const }]) {
    await assert.rejects(issuers.client('customer', { grantTypes: [cibaGrant], redirectUris: [], ...given }),
      (error) => error instanceof LimenError && error.code === 'client.invalid');
  }
});
