import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { ShownGrant } from '../../../contract/admin/index.ts';
import { createSoftAuthenticator } from '../credentials/testing.ts';
import { hour, minute, movableClock, second } from '../kernel/index.ts';
import { consoleHouse } from './test-administrator.ts';
import { formOf, type Page, type TestBrowser } from './test-browser.ts';
import { startTestServer } from './testing.ts';

// The provider's library has a clock of its own, the machine's, so this one begins there.
const clock = movableClock(new Date());
const server = await startTestServer({}, { clock });
const house = consoleHouse(server);
const { url, operator } = house;
const rp = { rpId: 'localhost', origin: url };

// Sign-ins are limited by address, and all of these come from one.
beforeEach(() => clock.advance(minute));

const link = async (): Promise<string> => (await operator.call('POST', '/admin/link', {})).url;
const codeOf = ({ body }: Page): string => /<dd dir="ltr">([a-z_.]+)</.exec(body)?.[1] ?? '';

/** Opens an administrator's link and presses the button: the page that offers to make a passkey. */
async function accept(browser: TestBrowser, address: string): Promise<Page> {
  return browser.send(await browser.visit(address), { choice: 'continue' });
}

/** Goes through what the journey offers after the passkey; the address that the last form leads to. */
async function finish(browser: TestBrowser, run: string): Promise<string> {
  for (let count = 0; count < 5; count += 1) {
    const page = await browser.request(run);
    if (page.status === 303) return page.headers.get('location')!;
    await browser.post(page, { choice: 'skip' });
  }
  return assert.fail(`${run} comes to no end`);
}

function makePasskey(page: Page): string {
  const options = /data-passkey="([^"]+)"/.exec(page.body)?.[1] ?? assert.fail(page.body);
  const read = JSON.parse(options.replaceAll('&quot;', '"').replaceAll('&#34;', '"').replaceAll('&amp;', '&'));
  return JSON.stringify(createSoftAuthenticator(rp).create(read));
}

// First, while the two clocks still agree to a minute: how old a proof is, is what the library asks its own.
test('what needs a recent proof says so, and goes on after one', async () => {
  const ada = await house.employee({ customers: ['owner'] }, { provedBefore: 8 * minute });
  await ada.enter();
  const rotate = () => ada.ask('POST', '/populations/customers/keys/rotate', {});
  const refused = await rotate();
  assert.deepEqual([refused.status, refused.body.code], [403, 'admin.reauthentication_needed']);
  assert.equal((await ada.ask('GET', '/populations/customers/keys')).status, 200);
  // Signing in again as it is lets them in, but not as fresh: a passkey is asked for.
  assert.equal(new URL((await ada.enter()).url).pathname, '/console/');
  assert.match(new URL((await ada.enter('?fresh=1')).url).pathname, /^\/workforce\/run\//);
  await ada.proveAgain();
  // A cookie that was copied before grows old, whatever its owner proves elsewhere in the same session.
  assert.equal((await rotate()).body.code, 'admin.reauthentication_needed');
  const { session } = (await ada.ask('GET', '/me')).body;
  assert.ok(Date.parse(session.freshUntil) < clock().getTime());
  await ada.enter();
  assert.equal((await rotate()).status, 200);
  clock.advance(5 * minute);
  assert.equal((await rotate()).status, 200);
  clock.advance(second);
  assert.equal((await rotate()).body.code, 'admin.reauthentication_needed');
  const told = await operator.events('operator.acted');
  const outcomes = told.filter(({ actor }) => actor.id === ada.principal && actor.kind === 'principal')
    .map(({ open }) => [open['operation'], open['outcome']]);
  assert.deepEqual(outcomes, [
    ['console.sign-in', 'done'], ['key.rotate', 'admin.reauthentication_needed'], ['console.sign-in', 'done'],
    ['key.rotate', 'admin.reauthentication_needed'], ['console.sign-in', 'done'],
    ['key.rotate', 'done'], ['key.rotate', 'done'], ['key.rotate', 'admin.reauthentication_needed'],
  ]);
});

test('the link makes an owner when the passkey is made, and not before', async () => {
  const address = await link();
  const curious = house.browser();
  await curious.visit(address);
  const given = house.browser();
  const offered = await accept(given, address);
  assert.doesNotMatch(offered.body, /value="password"/);
  // A password wouldn't be enough for the console, so nobody is let down that way, not even by a form made by hand.
  assert.equal(codeOf(await given.post(offered, { choice: 'password' })), 'credential.refused');
  assert.equal(await server.limen.access.hasOwner(server.ground.database.db, 'workforce'), false);

  const ada = house.browser();
  const page = await accept(ada, address);
  const late = await accept(curious, address);
  await ada.post(page, { choice: 'passkey', credential: makePasskey(page) });
  // The forms may lead to the console.
  assert.match(page.headers.get('content-security-policy') ?? '', /form-action 'self' http:\/\/localhost/);
  for (const population of ['customers', 'workforce', 'workloads']) {
    const { grants } = await operator.call('GET', `/populations/${population}/grants`);
    const own = grants.filter((each: ShownGrant) => each.holder.identifier === 'administrator');
    assert.deepEqual(own.map((each: ShownGrant) => [each.role, each.basis, each.expiresAt]), [['owner', 'administrator-link', null]]);
  }
  // Whoever was slower finds it used, and has bound nothing.
  const slower = await curious.post(late, { choice: 'passkey', credential: makePasskey(late) });
  assert.deepEqual([slower.status, codeOf(slower)], [410, 'link.used']);
  assert.equal((await house.browser().visit(address)).status, 410);

  assert.equal(await finish(ada, page.url), `${url}/console/`);
  assert.equal(new URL((await ada.visit(`${url}/console/sign-in`)).url).pathname, '/console/');
  const me = JSON.parse((await ada.request(`${url}/api/v1/me`)).body);
  assert.equal(me.principal.displayName, 'Administrator');
  assert.equal(me.session.acr, 'urn:limen:acr:phr');
  assert.deepEqual(me.populations.map((each: { slug: string; roles: string[] }) => [each.slug, each.roles.includes('owner')]),
    [['customers', true], ['workforce', true], ['workloads', true]]);
});

test('the way back works later too, for whoever holds the link and nobody before them, and ends after an hour', async () => {
  const [administrator] = await operator.find('workforce', 'administrator');
  const at = `/populations/workforce/principals/${administrator!.id}`;
  const before = await operator.call('GET', `${at}/credentials`);
  const address = await link();
  const back = house.browser();
  const page = await accept(back, address);
  await back.post(page, { choice: 'passkey', credential: makePasskey(page) });
  assert.equal(await finish(back, page.url), `${url}/console/`);
  const { credentials } = await operator.call('GET', `${at}/credentials`);
  assert.deepEqual([before.credentials.length, credentials.length], [1, 1]);
  assert.notEqual(credentials[0].id, before.credentials[0].id);
  assert.equal((await operator.call('GET', `${at}/sessions`)).sessions.length, 1);
  const old = await link();
  clock.advance(hour);
  const late = await house.browser().visit(old);
  assert.deepEqual([late.status, codeOf(late)], [410, 'link.expired']);
});

test('the inbox, which has everybody\'s links, is shown to owners of the workforce and the shell', async () => {
  const [reader, owner] = [await house.employee({ customers: ['owner'] }), await house.employee({ workforce: ['owner'] })];
  await reader.enter();
  await owner.enter();
  const status = async (who: typeof reader) => (await who.ask('GET', '/status')).body;
  const [seen, told] = [await status(reader), await status(owner)];
  assert.deepEqual([seen.mail, seen.inbox], ['inbox', null]);
  assert.equal(told.inbox, (await operator.call('GET', '/status')).inbox);
  assert.match(told.inbox, /\/inbox\/open\//);
});

test('nobody is let in without the cookie, with a forged one, or with one of another kind', async () => {
  const ada = await house.employee();
  assert.equal((await ada.ask('GET', '/me')).body.code, 'admin.unauthenticated');
  ada.browser.plant('limen-console', 'AAAA', '/');
  assert.equal((await ada.ask('GET', '/me')).status, 401);
  await ada.browser.request(`${url}/console/sign-in`);
  const begun = ada.browser.cookies().find(({ name }) => name === 'limen-console-sign-in')!;
  ada.browser.plant('limen-console', begun.value, '/');
  assert.equal((await ada.ask('GET', '/me')).status, 401);
});

test('an employee without a role comes in and may do nothing but see who they are', async () => {
  const ada = await house.employee();
  assert.equal(new URL((await ada.enter()).url).pathname, '/console/');
  const { body } = await ada.ask('GET', '/me');
  assert.deepEqual([body.principal.id, body.session.id], [ada.principal, ada.session]);
  assert.ok(body.populations.every(({ roles }: { roles: string[] }) => roles.length === 0));
  assert.equal((await ada.ask('GET', '/populations')).body.code, 'admin.forbidden');
});

test('the cookie is for this host alone, out of reach of scripts and of other sites', async () => {
  const ada = await house.employee();
  const callback = (await ada.browser.request((await ada.browser.request(`${url}/console/sign-in`)).headers.get('location')!))
    .headers.get('location')!;
  const kept = (await ada.browser.request(callback)).headers.getSetCookie();
  const cookie = kept.find((each) => each.startsWith('limen-console='))!;
  assert.match(cookie, /; Path=\/; Max-Age=28800; HttpOnly; SameSite=Strict$/);
  assert.ok(kept.some((each) => /^limen-console-sign-in=; .*Max-Age=0/.test(each)));
  // The same answer a second time: what was begun is gone from the browser.
  assert.equal((await ada.browser.request(callback)).status, 403);
});

test('the answer of a sign-in counts only where it was begun, and only once', async () => {
  const [ada, mallory] = [await house.employee(), await house.employee()];
  const begin = async (who: typeof ada) => (await who.browser.request(`${url}/console/sign-in`)).headers.get('location')!;
  const answer = async (who: typeof ada, location: string) => (await who.browser.request(location)).headers.get('location')!;
  const theirs = await answer(mallory, await begin(mallory));
  await begin(ada);
  const planted = await ada.browser.request(theirs);
  assert.deepEqual([planted.status, codeOf(planted)], [403, 'admin.sign_in_failed']);

  const callback = new URL(await answer(ada, await begin(ada)));
  const begun = ada.browser.cookies().find(({ name }) => name === 'limen-console-sign-in')!;
  const changed = new URL(callback);
  changed.searchParams.set('iss', 'http://localhost:1/workforce');
  assert.equal((await ada.browser.request(changed.href)).status, 403);
  ada.browser.plant(begun.name, begun.value, '/');
  assert.equal((await ada.browser.request(callback.href)).status, 303);
  ada.browser.plant(begun.name, begun.value, '/');
  assert.equal((await ada.browser.request(callback.href)).status, 403);
});

test('a sign-in leads to pages of the console and nowhere else', async () => {
  const ada = await house.employee();
  const wanted = '/console/p/customers/people?search=a%20b';
  const at = new URL((await ada.enter(`?return=${encodeURIComponent(wanted)}`)).url);
  assert.equal(`${at.pathname}${at.search}`, wanted);
  for (const bad of ['//evil.example/', 'https://evil.example/console/', '/console/../workforce/', '/console\\@evil', '/consoles',
    '/console/sign-in', '/console/%2e%2e/workforce/']) {
    const page = await ada.enter(`?return=${encodeURIComponent(bad)}`);
    assert.equal(new URL(page.url).pathname, '/console/', bad);
  }
});

test('less than a passkey is asked for more, and does not come in', async () => {
  const bob = await house.employee({}, { kind: 'password' });
  const asked = await bob.enter();
  // Nothing that Bob has reaches it, so he is led to what recovers a lost passkey, and no further.
  assert.match(new URL(asked.url).pathname, /^\/workforce\/run\//);
  assert.equal((await bob.ask('GET', '/me')).status, 401);
});

test('a session that has ended is out at the next call', async () => {
  const ada = await house.employee({ customers: ['reader'] });
  await ada.enter();
  assert.equal((await ada.ask('GET', '/populations/customers/policy/versions')).status, 200);
  await operator.call('DELETE', `/populations/workforce/principals/${ada.principal}/sessions`);
  assert.equal((await ada.ask('GET', '/populations/customers/policy/versions')).body.code, 'admin.unauthenticated');
});

test('signing out ends the session itself', async () => {
  const ada = await house.employee();
  await ada.enter();
  const kept = ada.browser.cookies().find(({ name }) => name === 'limen-console')!;
  const foreign = await ada.browser.request(`${url}/console/sign-out`, { method: 'POST', headers: { origin: 'http://evil.example' } });
  assert.equal(foreign.status, 403);
  assert.equal((await ada.ask('GET', '/me')).status, 200);
  const left = await ada.browser.follow(await ada.browser.request(`${url}/console/sign-out`, {
    method: 'POST', body: new URLSearchParams(), headers: { origin: url, 'sec-fetch-site': 'same-origin' },
  }));
  assert.match(left.body, /You are signed out/);
  assert.equal(ada.browser.cookies().some(({ name }) => name === 'limen-console'), false);
  ada.browser.plant(kept.name, kept.value, '/');
  assert.equal((await ada.ask('GET', '/me')).status, 401);
});

test('eight hours after the proof the console is closed, however much it was used', async () => {
  const ada = await house.employee({ customers: ['reader'] });
  await ada.enter();
  for (let passed = 0; passed < 8 * hour; passed += 40 * minute) {
    assert.equal((await ada.ask('GET', '/me')).status, 200);
    clock.advance(40 * minute);
  }
  clock.advance(second);
  assert.equal((await ada.ask('GET', '/me')).status, 401);
  // The session at the workforce's door still lives, so it is not that which ended.
  assert.ok(await server.limen.sessions.find('workforce', ada.session));
});

test('only the console\'s own page may act, and only with JSON', async () => {
  const ada = await house.employee({ customers: ['owner'] });
  await ada.enter();
  const rotate = (headers: Record<string, string>, body: unknown = {}) => (
    ada.ask('POST', '/populations/customers/keys/rotate', body, headers));
  assert.equal((await rotate({ 'origin': 'http://evil.example' })).body.code, 'request.cross_site');
  assert.equal((await rotate({ 'sec-fetch-site': 'cross-site' })).body.code, 'request.cross_site');
  assert.equal((await rotate({ 'sec-fetch-site': 'same-site' })).body.code, 'request.cross_site');
  const form = await rotate({ 'content-type': 'application/x-www-form-urlencoded' }, 'atOnce=true');
  assert.equal(form.body.code, 'request.malformed');
  assert.equal((await ada.ask('GET', '/me', undefined, { 'sec-fetch-site': 'cross-site' })).body.code, 'request.cross_site');
});

test('a role stops at once when it is withdrawn, and a live list of events with it', async () => {
  const ada = await house.employee({ customers: ['analyst'] });
  await ada.enter();
  const list = () => ada.ask('GET', '/events/tail?population=customers&follow=false');
  assert.equal((await list()).status, 200);
  const { grants } = await operator.call('GET', '/populations/customers/grants');
  const { id, lastUsedAt, owner } = grants.find((each: ShownGrant) => each.holder.id === ada.principal);
  assert.deepEqual([lastUsedAt, owner], [clock().toISOString(), 'local operator']);
  const tail = ada.ask('GET', '/events/tail?population=customers');
  await operator.call('POST', `/populations/customers/grants/${id}/withdraw`, { reason: 'moved on' });
  assert.equal((await list()).body.code, 'admin.forbidden');
  clock.advance(6 * second);
  await operator.call('POST', '/populations/customers/principals', { identifiers: [{ kind: 'email', value: 'x@shop.example' }] });
  // It ends by itself, without what came after.
  assert.doesNotMatch(String((await tail).body), /x@shop|"operation":"principal.create"/);
});

test('support can neither make a link for an administrator nor shut one out', async () => {
  const support = await house.employee({ workforce: ['support'] });
  const owner = await house.employee({ workforce: ['owner'] });
  const colleague = await house.employee();
  await support.enter();
  await owner.enter();
  const at = (principal: string) => `/populations/workforce/principals/${principal}`;
  for (const target of [owner, support]) {
    assert.equal((await support.ask('POST', `${at(target.principal)}/invitations`, {})).body.code, 'admin.forbidden');
    assert.equal((await support.ask('POST', `${at(target.principal)}/suspend`, { reason: 'x' })).body.code, 'admin.forbidden');
  }
  assert.equal((await support.ask('POST', `${at(colleague.principal)}/invitations`, {})).status, 201);
  assert.equal((await owner.ask('POST', `${at(support.principal)}/invitations`, {})).status, 201);
  // Shut out or not, whoever holds a role stays the owners' business.
  await operator.call('POST', `${at(owner.principal)}/suspend`, { reason: 'away' });
  assert.equal((await support.ask('POST', `${at(owner.principal)}/reactivate`, { reason: 'x' })).body.code, 'admin.forbidden');
});

test('owners give and withdraw roles; the last one stays', async () => {
  const owner = await house.employee({ workloads: ['owner'] });
  const bob = await house.employee({ workloads: ['analyst'] });
  await owner.enter();
  const at = '/populations/workloads/grants';
  const newcomer = await owner.ask('POST', at, { principal: (await house.employee()).principal, role: 'reader', purpose: 'x' });
  assert.deepEqual([newcomer.status, newcomer.body.code], [422, 'grant.not_possible']);
  assert.match(newcomer.body.detail, /no passkey/);
  const made = await owner.ask('POST', at, { principal: bob.principal, role: 'reader', purpose: 'audit' });
  assert.equal(made.status, 201);
  const { id, basis, owner: answers, holder } = made.body.grant;
  assert.deepEqual([basis, answers, holder.id], ['owner', (await owner.ask('GET', '/me')).body.principal.displayName, bob.principal]);
  assert.equal((await owner.ask('POST', `${at}/${id}/withdraw`, { reason: 'done' })).status, 200);
  const { body: { grants } } = await owner.ask('GET', at);
  const owners = grants.filter(({ role }: { role: string }) => role === 'owner');
  const own = owners.find((each: ShownGrant) => each.holder.id === owner.principal);
  for (const each of owners) {
    if (each !== own) await operator.call('POST', `${at}/${each.id}/withdraw`, { reason: 'test' });
  }
  const last = await owner.ask('POST', `${at}/${own.id}/withdraw`, { reason: 'leaving' });
  assert.deepEqual([last.status, last.body.code], [409, 'grant.last_owner']);
  const foreign = await owner.ask('POST', '/populations/customers/grants', { principal: bob.principal, role: 'owner', purpose: 'x' });
  assert.equal(foreign.body.code, 'admin.forbidden');
  const stranger = await operator.ask('POST', at, { principal: '0196aaaa-0000-7000-8000-000000000000', role: 'reader', purpose: 'x' });
  assert.equal(stranger.body.code, 'principal.unknown');
});

test('a change of roles asks the checkpoint of the administrator\'s own population', async () => {
  const owner = await house.employee({ workloads: ['owner'] });
  const bob = await house.employee({ workloads: ['analyst'] });
  await owner.enter();
  const give = () => owner.ask('POST', '/populations/workloads/grants', { principal: bob.principal, role: 'reader', purpose: 'audit' });
  const decided = async () => (await operator.call('GET', `/populations/workforce/decisions?principal=${owner.principal}`)).decisions
    .map(({ action, response, outcome }: { action: string; response: string; outcome: string | null }) => [action, response, outcome].join(' '));
  // As somebody with the session's cookie would be seen, from elsewhere and with a password that leaked.
  const risk = (shown: { address: string; userAgent: string; marked: boolean }, passwordBreached?: boolean) => (
    server.ground.database.transaction((tx) => server.limen.risk.signedIn(tx, {
      ref: { population: 'workforce', principal: owner.principal }, session: owner.session, boundKey: false, confirmed: false,
      shown: { ...shown, at: clock() }, ...(passwordBreached ? { passwordBreached, passwordPopularity: 0.2 } : {}),
    })));
  await risk({ address: '203.0.113.77', userAgent: 'curl/8.9', marked: false }, true);
  const held = await give();
  assert.deepEqual([held.status, held.body.code], [403, 'action.held']);
  assert.deepEqual((await decided()).map((each: string) => each.split(' ')[0]), ['role.change']);
  assert.ok(!(await operator.call('GET', '/populations/workloads/grants')).grants.some((each: ShownGrant) => each.holder.id === bob.principal && each.role === 'reader'));
  // Another session, another sign-in: as every day.
  await server.ground.database.transaction((tx) => server.limen.risk.forget(tx, { population: 'workforce', principal: owner.principal }));
  const calm = await house.employee({ workloads: ['owner'] });
  await calm.enter();
  const given = await calm.ask('POST', '/populations/workloads/grants', { principal: bob.principal, role: 'reader', purpose: 'audit' });
  assert.equal(given.status, 201, JSON.stringify(given.body));
  await operator.call('POST', `/populations/workloads/grants/${given.body.grant.id}/withdraw`, { reason: 'by the shell nobody is asked' });
  const { decisions } = await operator.call('GET', `/populations/workforce/decisions?principal=${calm.principal}`);
  assert.deepEqual(decisions.map(({ action, response }: { action: string; response: string }) => `${action} ${response}`), ['role.change allow']);

  // Somebody who has been here for long, in a browser that nobody knows: a passkey, shown for this very change.
  const { ground: { database }, limen: { checkpoints, sessions } } = server;
  await database.pool.query(`update principal set created_at = created_at - interval '2 days' where population = 'workforce' and id = $1`, [calm.principal]);
  const again = () => calm.ask('POST', '/populations/workloads/grants', { principal: bob.principal, role: 'reader', purpose: 'audit' });
  const asked = await again();
  assert.deepEqual([asked.status, asked.body.code], [403, 'admin.reauthentication_needed'], JSON.stringify(asked.body));
  await calm.proveAgain();
  await calm.enter();
  assert.deepEqual([(await again()).body.code, (await again()).body.decision], [asked.body.code, asked.body.decision], 'a passkey for something else');
  assert.match((await calm.enter(`?fresh=1&decision=${asked.body.decision}`)).body, /You are about to confirm[\s\S]*Change of who may do what/);
  assert.doesNotMatch((await calm.enter('?fresh=1&decision=nothing')).body, /You are about to confirm/);
  const { population, principal, id: session, ...shown } = (await sessions.find('workforce', calm.session))!;
  await database.transaction((tx) => checkpoints.confirm(tx, { population, principal, session, client: 'limen-console', decision: asked.body.decision, shown }));
  assert.equal((await again()).status, 201);
});

test('the application through which the console signs in is not switched off', async () => {
  const answer = await operator.ask('POST', '/populations/workforce/clients/limen-console/disable', { reason: 'x' });
  assert.deepEqual([answer.status, answer.body.code], [422, 'client.invalid']);
});

test('forms are found where these tests look for them', async () => {
  assert.match(formOf(await house.browser().visit(await link())).action, /^\/workforce\/run\//);
});
