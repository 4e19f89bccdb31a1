import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as oidc from 'openid-client';
import { minute, second } from '../../kernel/index.ts';
import { deviceCodeGrant } from '../../../../contract/admin/client-registration.ts';
import { TestBrowser, type Page } from '../test-browser.ts';
import { testApplication } from '../test-relying-party.ts';
import { testIssuers } from '../testing.ts';

const issuers = await testIssuers();
const kiosk = await issuers.client('customer', {
  name: 'Kiosk Main Street', grantTypes: [deviceCodeGrant], authMethod: 'none', redirectUris: [],
});
const rp = await issuers.relyingParty('customer', kiosk);
const page = `${issuers.issuer('customer')}/device`;
const shownScreen = () => {
  const { screen } = issuers.shown.screen!;
  assert.equal(screen.step, 'open-device');
  return screen as Extract<typeof screen, { step: 'open-device' }>;
};

async function asked(more: Record<string, string> = {}) {
  return oidc.initiateDeviceAuthorization(rp, { scope: 'openid profile email', ...more });
}

const poll = (deviceCode: string, at = rp) => oidc.genericGrantRequest(at, deviceCodeGrant, { device_code: deviceCode });
const errorOfPoll = (deviceCode: string) => poll(deviceCode).then(() => 'none', (error: { error?: string }) => error.error);
/** As long as an application waits between two polls. */
const wait = () => issuers.clock.advance(5 * second);

async function somebody() {
  const person = await issuers.person('customer', `d${issuers.journeys.asked.length}.${crypto.randomUUID()}@shop.example`);
  issuers.journeys.expect({ principal: person.principal, proofs: ['password'] });
  return person;
}

const enter = (browser: TestBrowser, code: string) => browser.submit(page, { screenToken: 'device', choice: 'continue', code });
const say = (browser: TestBrowser, choice: string): Promise<Page> => browser.submit(
  `${issuers.origin}${issuers.shown.screen!.action}`, { screenToken: issuers.shown.screen!.screenToken, choice });

test('a kiosk shows a code, the person sees who asks and lets it in after signing in, and it gets tokens of its own session', async () => {
  const metadata = rp.serverMetadata();
  assert.equal(metadata.device_authorization_endpoint, `${issuers.issuer('customer')}/device-authorization`);
  const person = await somebody();
  const answer = await asked();
  assert.match(answer.user_code, /^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/);
  assert.equal(answer.verification_uri, page);
  assert.equal(await errorOfPoll(answer.device_code), 'authorization_pending');

  const phone = new TestBrowser();
  await phone.visit(answer.verification_uri_complete!);
  assert.deepEqual([shownScreen().state, shownScreen().code], ['enter', answer.user_code]);
  await enter(phone, ` ${answer.user_code.toLowerCase().replace('-', ' ')} `);
  const { state, application, scopes, code } = shownScreen();
  assert.deepEqual({ state, application, scopes, code }, {
    state: 'confirm', application: 'Kiosk Main Street', scopes: ['openid', 'profile', 'email'], code: answer.user_code,
  });
  await say(phone, 'confirm');
  assert.equal(shownScreen().state, 'done');
  assert.equal(issuers.journeys.asked.at(-1)?.ask.channel, 'kiosk');

  wait();
  const tokens = await oidc.pollDeviceAuthorizationGrant(rp, { ...answer, interval: 1 });
  const claims = tokens.claims()!;
  assert.equal(claims.sub, person.principal);
  assert.equal((await oidc.fetchUserInfo(rp, tokens.access_token, claims.sub)).name, 'Ada Example');
  assert.equal(tokens.refresh_token, undefined);
  const sessions = await issuers.sessions.list(issuers.database.db, person);
  const own = sessions.find(({ id }) => id === claims['sid'])!;
  assert.deepEqual([sessions.length, own.client, own.device], [2, kiosk.client.id, 'Kiosk Main Street']);
  assert.ok(own.expiresAt.getTime() - issuers.clock().getTime() <= 15 * minute);
  const events = await issuers.eventsOf('remote.requested', 'remote.opened', 'remote.confirmed');
  assert.deepEqual(events.slice(-3).map(({ type }) => type), ['remote.requested', 'remote.opened', 'remote.confirmed']);
  assert.equal(events.at(-1)?.principal, person.principal);
  const told = (await issuers.eventsOf('message.queued')).filter(({ principal }) => principal === person.principal);
  assert.deepEqual(told.map(({ open }) => (open as { kind: string }).kind), ['screen-let-in'], 'the person is told of it');
});

test('a kiosk that gives its token back leaves nothing: its session ends, the phone\'s stays', async () => {
  const person = await somebody();
  const answer = await asked();
  const phone = new TestBrowser();
  await enter(phone, answer.user_code);
  await say(phone, 'confirm');
  const tokens = await poll(answer.device_code);
  assert.equal((await issuers.sessions.list(issuers.database.db, person)).length, 2);
  await oidc.tokenRevocation(rp, tokens.access_token);
  const left = await issuers.sessions.list(issuers.database.db, person);
  assert.deepEqual(left.map(({ client }) => client), [null]);
  await assert.rejects(oidc.fetchUserInfo(rp, tokens.access_token, person.principal));
});

test('a yes that meets the end of all sessions lets nothing in: no session of a screen begins after it', async () => {
  const person = await somebody();
  const phone = new TestBrowser();
  const first = await asked();
  await enter(phone, first.user_code);
  await say(phone, 'confirm');
  assert.equal(shownScreen().state, 'done');
  const answer = await asked();
  await enter(phone, answer.user_code);
  const { database, sessions } = issuers;
  const [ended, seen] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const reporting = database.transaction(async (tx) => {
    await sessions.endAll(tx, person, 'reported', { kind: 'system' });
    ended.resolve();
    await seen.promise;
  });
  await ended.promise;
  const pressed = say(phone, 'confirm');
  // The person's session still looks alive to it; it waits for whoever ends it.
  const deadline = performance.now() + 20_000;
  for (let waits = 0; waits === 0 && performance.now() < deadline;) {
    const { rows } = await database.pool.query<{ waits: number }>(`select count(*)::int as waits from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`);
    waits = rows[0]!.waits;
  }
  seen.resolve();
  await Promise.all([reporting, pressed]);
  assert.deepEqual(await sessions.list(database.db, person), []);
  assert.equal(await errorOfPoll(answer.device_code), 'authorization_pending');
  // So that the next tests may try as many codes as if this one hadn't.
  issuers.clock.advance(minute);
});

test('following the link, looking, and a form of another site confirm nothing', async () => {
  await somebody();
  const answer = await asked();
  const phone = new TestBrowser();
  await phone.visit(answer.verification_uri_complete!);
  await phone.visit(answer.verification_uri_complete!);
  await enter(phone, answer.user_code);
  const { action, screenToken } = issuers.shown.screen!;
  const address = `${issuers.origin}${action}`;
  await phone.visit(address);
  const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
  assert.equal((await phone.submit(address, { screenToken, choice: 'confirm' }, foreign)).status, 403);
  assert.equal((await phone.submit(address, { screenToken: 'guessed', choice: 'confirm' })).status, 403);
  assert.equal((await phone.submit(address, { screenToken, choice: 'perhaps' })).status, 400);
  assert.equal(await errorOfPoll(answer.device_code), 'authorization_pending');
  assert.equal((await new TestBrowser().visit(address)).status, 404, 'another browser has no part in it');
});

test('a person who refuses, or whose sign-in fails, keeps the kiosk out, and it is told', async () => {
  await somebody();
  const answer = await asked();
  const phone = new TestBrowser();
  await enter(phone, answer.user_code);
  await say(phone, 'refuse');
  assert.equal(shownScreen().state, 'ended');
  assert.equal(await errorOfPoll(answer.device_code), 'access_denied');
  const second_ = await asked();
  issuers.journeys.expect({ refused: 'cancelled' });
  await enter(phone, second_.user_code);
  await say(phone, 'confirm');
  assert.equal(await errorOfPoll(second_.device_code), 'access_denied');
  const reasons = (await issuers.eventsOf('remote.refused')).slice(-2).map(({ open }) => (open as { reason: string }).reason);
  assert.deepEqual(reasons, ['person', 'sign-in']);
});

test('a code belongs to the first browser that comes with it, in as many tabs as it likes, and is answered once', async () => {
  const person = await somebody();
  const answer = await asked();
  const phone = new TestBrowser();
  await enter(phone, answer.user_code);
  const { action, screenToken } = issuers.shown.screen!;
  await enter(new TestBrowser(), answer.user_code);
  assert.deepEqual(issuers.shown.screen?.notice?.code, 'device.taken');
  await enter(phone, answer.user_code);
  assert.equal(shownScreen().state, 'confirm', 'the same browser may come again');
  // Signed in already, so that ten tabs answer at once.
  const other = await testApplication(issuers, 'customer');
  await other.signIn(phone);
  const before = (await issuers.sessions.list(issuers.database.db, person)).length;
  const tabs = Array.from({ length: 10 }, () => phone.submit(`${issuers.origin}${action}`, { screenToken, choice: 'confirm' }));
  assert.deepEqual(new Set((await Promise.all(tabs)).map(({ status }) => status)), new Set([200]));
  assert.equal((await issuers.sessions.list(issuers.database.db, person)).length, before + 1);
  assert.ok((await poll(answer.device_code)).access_token);
  wait();
  assert.equal(await errorOfPoll(answer.device_code), 'invalid_grant', 'a device code is good once');
});

test('a code is of no use to another application, at another door, or past its time', async () => {
  await somebody();
  const answer = await asked();
  const phone = new TestBrowser();
  const elsewhere = `${issuers.issuer('workforce')}/device`;
  await phone.submit(elsewhere, { screenToken: 'device', choice: 'continue', code: answer.user_code });
  assert.equal(issuers.shown.screen?.notice?.code, 'device.unknown');
  const other = await issuers.client('customer', { grantTypes: [deviceCodeGrant], authMethod: 'none', redirectUris: [] });
  const otherRp = await issuers.relyingParty('customer', other);
  await assert.rejects(poll(answer.device_code, otherRp), { error: 'invalid_grant' });
  await enter(phone, answer.user_code);
  const { action, screenToken } = issuers.shown.screen!;
  issuers.clock.advance(10 * minute + second);
  await phone.submit(`${issuers.origin}${action}`, { screenToken, choice: 'confirm' });
  assert.equal(shownScreen().state, 'ended');
  await enter(phone, answer.user_code);
  assert.equal(issuers.shown.screen?.notice?.code, 'device.unknown');
  await issuers.oauth.closeRemoteRequests();
  assert.equal((await issuers.eventsOf('remote.expired')).at(-1)?.client, kiosk.client.id);
});

test('codes can\'t be guessed at leisure, and an application that polls too fast is told to slow down', async () => {
  const answer = await asked();
  const guesser = new TestBrowser();
  issuers.clock.advance(10 * minute);
  const statuses: number[] = [];
  for (let count = 0; count < 12; count += 1) statuses.push((await enter(guesser, 'BBBB-BBBB')).status);
  assert.deepEqual([statuses.filter((status) => status === 200).length, statuses.at(-1)], [10, 429]);
  issuers.clock.advance(10 * minute);
  const fresh = await asked();
  const errors: unknown[] = [];
  for (let count = 0; count < 5; count += 1) errors.push(await errorOfPoll(fresh.device_code));
  assert.deepEqual(errors, [...Array(3).fill('authorization_pending'), ...Array(2).fill('slow_down')]);
  assert.notEqual(answer.user_code, fresh.user_code);
});

test('only an application that is registered for it gets codes, and none at the machines\' door', async () => {
  const web = await issuers.client('customer', { authMethod: 'none' });
  const at = await issuers.relyingParty('customer', web);
  await assert.rejects(oidc.initiateDeviceAuthorization(at, { scope: 'openid' }), { error: 'invalid_request' });
  const machine = await fetch(`${issuers.issuer('workload')}/device`, { headers: { accept: 'text/html' } });
  assert.equal(machine.status, 404);
  const document = await (await fetch(`${issuers.issuer('workload')}/.well-known/openid-configuration`)).json() as object;
  assert.ok(!('device_authorization_endpoint' in document) && !('backchannel_authentication_endpoint' in document));
});
