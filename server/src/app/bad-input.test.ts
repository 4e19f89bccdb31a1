/** What is wrong is refused with a code that says so, and changes nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as oidc from 'openid-client';
import { adminRoutes } from '../../../contract/admin/index.ts';
import { hour, movableClock } from '../kernel/index.ts';
import { callback, signUp, testApplication, testMailbox } from './test-application.ts';
import { asksFor, formOf, TestBrowser, type Page } from './test-browser.ts';
import { contentsOf } from './test-contents.ts';
import { fetchFrom, type Sent } from './test-fetch.ts';
import { operatorOf } from './test-operator.ts';
import { startTestServer } from './testing.ts';

const clock = movableClock(new Date());
const server = await startTestServer({}, { clock });
const { url, port, dataFolder } = server.config;
const { pool } = server.ground.database;
const house = { url, fetch: fetchFrom(() => port), operator: operatorOf(dataFolder) };
const { operator } = house;
const mailbox = testMailbox(house);
const shop = await testApplication(house, 'customers');
const intranet = await testApplication(house, 'workforce');

/** A customer in the middle of a sign-in, at the first question. */
const browser = new TestBrowser(house.fetch);
const page = await browser.visit((await shop.ask()).url);
const run = new URL(page.url).pathname;
const { screenToken } = formOf(page);
const cookie = browser.cookiesFor(run);
const origin = new URL(url).origin;

const member = new TestBrowser(house.fetch);
const firstAsk = await shop.ask({ prompt: 'create' });
const tokens = await shop.redeem(await signUp(member, firstAsk.url, 'ada@example.org', mailbox), firstAsk);

interface Bad {
  readonly sent: () => Promise<{ readonly status: number; readonly code: unknown }>;
  readonly answer: readonly [status: number, code: string];
}

/** Sends it as a program does, which gets errors as JSON. */
async function to(path: string, sent: Sent = {}): Promise<{ status: number; code: unknown }> {
  const answer = await house.fetch(`${url}${path}`, { ...sent, headers: { accept: 'application/json', ...sent.headers } });
  return { status: answer.status, code: codeIn(await answer.text()) };
}

function codeIn(body: string): unknown {
  try {
    const { code, error } = JSON.parse(body) as { code?: unknown; error?: unknown };
    return code ?? error;
  } catch {
    return body.slice(0, 200);
  }
}

const post = (path: string, body: Sent['body'] & {}, headers: Record<string, string> = {}) => to(path, {
  method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded', origin, ...headers },
});
const form = (fields: Record<string, string>) => new URLSearchParams({ screenToken, choice: 'continue', ...fields }).toString();
const basic = (id: string, secret: string) => ({ authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` });
const asShop = basic(shop.id, shop.secret);
const bytes = (text: string, wrong: number) => Buffer.concat([Buffer.from(text), Buffer.from([wrong])]);
const otherRun = run.replace('/customers/', '/workforce/');
const otherCookie = cookie.replaceAll('limen-customers', 'limen-workforce');
const long = 'x'.repeat(70_000);

const atTheEdge: Record<string, Bad> = {
  'an unknown Host at an issuer': { sent: () => to('/customers/jwks', { headers: { host: 'evil.example' } }), answer: [421, 'request.unknown_host'] },
  'an unknown Host at a run': { sent: () => to(run, { headers: { host: 'evil.example', cookie } }), answer: [421, 'request.unknown_host'] },
  'an unknown Host at the inbox': { sent: () => to('/inbox', { headers: { host: `evil.example:${port}` } }), answer: [421, 'request.unknown_host'] },
  'an address of the admin API': { sent: () => to('/api/v1/status'), answer: [401, 'admin.unauthenticated'] },
  'the inbox without its token': { sent: () => to('/inbox'), answer: [401, 'admin.unauthenticated'] },
  'a wrong token for the inbox': { sent: () => to('/inbox/open/aaaaaaaaaaaaaaaaaaaaaa'), answer: [404, 'request.not_found'] },
  'a form that is no UTF-8': { sent: () => post(run, bytes(`${form({})}&identifier=a`, 0xff), { cookie }), answer: [400, 'request.malformed'] },
  'a field that is no UTF-8 once decoded': { sent: () => post(run, `${form({})}&identifier=%ff`, { cookie }), answer: [400, 'request.malformed'] },
  'a field twice in a form': { sent: () => post(run, `${form({})}&identifier=a&identifier=b`, { cookie }), answer: [400, 'request.malformed'] },
  'a form that is too long': { sent: () => post(run, form({ identifier: long }), { cookie }), answer: [413, 'request.too_large'] },
  'a token request that is no UTF-8': { sent: () => post('/customers/token', bytes('grant_type=', 0xff), asShop), answer: [400, 'request.malformed'] },
  'a token request that is too long': { sent: () => post('/customers/token', `grant_type=${long}`, asShop), answer: [413, 'request.too_large'] },
  'a parameter twice in a token request': { sent: () => post('/customers/token', 'grant_type=authorization_code&code=a&code=b', asShop), answer: [400, 'invalid_request'] },
  'a query that is no UTF-8': { sent: () => to('/customers/authorize?client_id=%ff'), answer: [400, 'request.malformed'] },
};

const atRuns: Record<string, Bad> = {
  'a run without its cookie': { sent: () => to(run), answer: [403, 'run.other_browser'] },
  'a run with a forged cookie': { sent: () => to(run, { headers: { cookie: `limen-customers-browser=${'A'.repeat(43)}` } }), answer: [403, 'run.other_browser'] },
  'a run with two cookies of one name': { sent: () => to(run, { headers: { cookie: `${cookie}; limen-customers-browser=${'A'.repeat(43)}` } }), answer: [403, 'run.other_browser'] },
  'input without the cookie': { sent: () => post(run, form({ identifier: 'a@example.org' })), answer: [403, 'run.other_browser'] },
  'input from another site': { sent: () => post(run, form({ identifier: 'a@example.org' }), { cookie, origin: 'https://evil.example' }), answer: [403, 'request.cross_site'] },
  'input from a neighbouring site': { sent: () => post(run, form({ identifier: 'a@example.org' }), { cookie, 'sec-fetch-site': 'same-site' }), answer: [403, 'request.cross_site'] },
  'input with a forged token of its screen': { sent: () => post(run, form({ screenToken: `1.${'A'.repeat(43)}`, identifier: 'a@example.org' }), { cookie }), answer: [403, 'request.cross_site'] },
  'a cancel link on another site': { sent: () => to(`${run}/cancel`, { headers: { cookie, 'sec-fetch-site': 'cross-site' } }), answer: [403, 'request.cross_site'] },
  'a run that is none': { sent: () => to('/customers/run/01a20b96-557f-7f2f-b067-6bbd210dbbbc', { headers: { cookie } }), answer: [404, 'run.unknown'] },
  'a run whose id is rubbish': { sent: () => to('/customers/run/%27%20or%201=1', { headers: { cookie } }), answer: [404, 'run.unknown'] },
  'a run at another population': { sent: () => to(otherRun, { headers: { cookie: otherCookie } }), answer: [404, 'run.unknown'] },
  'input at another population': { sent: () => post(otherRun, form({ identifier: 'a' }), { cookie: otherCookie }), answer: [404, 'run.unknown'] },
  'a run at a population of machines': { sent: () => to(run.replace('/customers/', '/workloads/')), answer: [404, 'request.not_found'] },
  'an interaction without its cookie': { sent: () => to(`/customers/interaction/${'A'.repeat(43)}`), answer: [404, 'run.unknown'] },
};

const granting = (fields: Record<string, string>, client = asShop, at = 'customers') => to(
  `/${at}/token`, { method: 'POST', body: new URLSearchParams(fields), headers: client });
const refresh = { grant_type: 'refresh_token', refresh_token: tokens.refresh_token! };
const asIntranet = basic(intranet.id, intranet.secret);
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

const atTheProvider: Record<string, Bad> = {
  'a foreign redirect_uri': { sent: async () => to((await shop.ask({ redirect_uri: 'https://evil.example/cb' })).url.slice(url.length)), answer: [400, 'invalid_redirect_uri'] },
  'an unknown application': { sent: async () => to((await shop.ask({ client_id: 'nobody' })).url.slice(url.length)), answer: [400, 'invalid_client'] },
  'a wrong secret': { sent: () => granting(refresh, basic(shop.id, 'guessed')), answer: [401, 'invalid_client'] },
  'a secret at another population': { sent: () => granting(refresh, asShop, 'workforce'), answer: [401, 'invalid_client'] },
  'a refresh token at another population': { sent: () => granting(refresh, asIntranet, 'workforce'), answer: [400, 'invalid_grant'] },
  'a made-up refresh token': { sent: () => granting({ ...refresh, refresh_token: 'A'.repeat(43) }), answer: [400, 'invalid_grant'] },
  'a made-up code': { sent: () => granting({ grant_type: 'authorization_code', code: 'A'.repeat(43), redirect_uri: callback, code_verifier: 'A'.repeat(43) }), answer: [400, 'invalid_grant'] },
  'a grant that is not offered': { sent: () => granting({ grant_type: 'password', username: 'ada', password: 'x' }), answer: [400, 'unsupported_grant_type'] },
  'an access token at another population': { sent: () => to('/workforce/userinfo', bearer(tokens.access_token)), answer: [401, 'invalid_token'] },
  'a made-up access token': { sent: () => to('/customers/userinfo', bearer('A'.repeat(43))), answer: [401, 'invalid_token'] },
  'a forged session cookie': {
    sent: async () => {
      const { url: asked } = await shop.ask({ prompt: 'none' });
      const answer = await house.fetch(asked, { headers: { cookie: `limen-customers-session=${'A'.repeat(43)}` } });
      return { status: answer.status, code: new URL(answer.headers.get('location')!).searchParams.get('error') };
    },
    answer: [303, 'login_required'],
  },
};

const invite = async (): Promise<string> => {
  const { invitation } = await operator.call<{ invitation: { link: string } }>('POST', '/populations/workforce/principals', {
    identifiers: [{ kind: 'email', value: `n${Math.random()}@corp.example` }], invite: {},
  });
  return new URL(invitation.link).pathname;
};
const [usedLink, goodLink, oldLink] = [await invite(), await invite(), await invite()];
await acceptInvitation(usedLink);

async function acceptInvitation(link: string): Promise<Page> {
  const employee = new TestBrowser(house.fetch);
  return employee.send(await employee.visit(`${url}${link}`), { choice: 'continue' });
}

/** A link is looked at by beginning a run, so runs may come into being; nothing else may. */
const looking = ['journey_run', 'journey_run_state'];
const atLinks: Record<string, Bad> = {
  'a made-up link': { sent: () => to(`/workforce/enrol/${'A'.repeat(43)}`), answer: [404, 'link.invalid'] },
  'a link that is cut short': { sent: () => to(goodLink.slice(0, -5)), answer: [404, 'link.invalid'] },
  'a link at another population': { sent: () => to(goodLink.replace('/workforce/', '/customers/')), answer: [404, 'link.invalid'] },
  'an over-long link': { sent: () => to(`/workforce/enrol/${'A'.repeat(5_000)}`), answer: [404, 'request.not_found'] },
  'a used link': { sent: () => to(usedLink), answer: [410, 'link.used'] },
};

async function assertRefused(sent: Bad['sent'], answer: Bad['answer']): Promise<void> {
  const before = await contentsOf(pool, looking);
  const { status, code } = await sent();
  assert.deepEqual([status, code], answer);
  assert.deepEqual(await contentsOf(pool, looking), before);
}

for (const [name, { sent, answer }] of Object.entries({ ...atTheEdge, ...atRuns, ...atTheProvider, ...atLinks })) {
  test(`refused, and nothing changes: ${name}`, () => assertRefused(sent, answer));
}

test('a wrong PKCE verifier, or another redirect_uri, gets nothing for the code', async () => {
  for (const wrong of [{ code_verifier: 'A'.repeat(43) }, { redirect_uri: 'https://shop.example/other' }]) {
    const asked = await shop.ask();
    const { url: back } = await member.visit(asked.url);
    const code = new URL(back).searchParams.get('code')!;
    const redeeming = {
      grant_type: 'authorization_code', code, redirect_uri: callback, code_verifier: asked.verifier, ...wrong,
    };
    assert.deepEqual(await granting(redeeming), { status: 400, code: 'invalid_grant' });
  }
});

test('a replayed code gets nothing, and takes back what it gave', async () => {
  const asked = await shop.ask();
  const back = await member.visit(asked.url);
  const given = await shop.redeem(back, asked);
  await assert.rejects(shop.redeem(back, asked), { error: 'invalid_grant' });
  await assert.rejects(oidc.fetchUserInfo(shop.rp, given.access_token, given.claims()!.sub), { status: 401 });
  await assert.rejects(oidc.refreshTokenGrant(shop.rp, given.refresh_token!), { error: 'invalid_grant' });
});

test('an over-long field is told beside the field, and the run stays where it is', async () => {
  const answer = await browser.send(page, { choice: 'continue', identifier: `${'x'.repeat(250)}@example.org` });
  assert.equal(new URL(answer.url).pathname, run);
  assert.match(answer.body, /<div class="field wrong">/);
  assert.ok(asksFor(answer, 'identifier'));
});

test('no route of the admin API takes a field that it does not know, or a body that is none', async () => {
  const before = await contentsOf(pool);
  const values: Record<string, string> = {
    population: 'customers', client: shop.id, session: tokens.claims()!['sid'] as string, journey: 'sign-in', provider: 'nobody',
  };
  // All others are ids, of which one is as good as another here.
  const id = tokens.claims()!.sub;
  const places = adminRoutes.map((route) => ({ ...route, at: route.path.replaceAll(/:(\w+)/g, (_, name: string) => values[name] ?? id) }));
  for (const { method, at, body, query, operation } of places) {
    if (body) {
      const { status, body: problem } = await operator.ask(method, at, { surprise: 1 });
      assert.deepEqual([status, problem.code], [400, 'request.invalid'], operation);
      assert.ok(problem.faults?.some(({ at: place }: { at: string }) => place === 'body.surprise'), `${operation}: ${JSON.stringify(problem.faults)}`);
      for (const rubbish of ['{"a":', '[]', '"text"', 'null', '{"__proto__":{}}']) {
        assert.equal((await operator.ask(method, at, rubbish)).status, 400, `${operation}: ${rubbish}`);
      }
    }
    if (query) {
      const { body: problem } = await operator.ask(method, `${at}?surprise=1`, body ? {} : undefined);
      assert.equal(problem.code, 'request.invalid', operation);
    }
  }
  assert.deepEqual(await contentsOf(pool), before);
});

test('every route of the admin API names a population, application or principal that is not there', async () => {
  const before = await contentsOf(pool);
  const someone = '01a20b96-557f-7f2f-b067-6bbd210dbbbc';
  const bodies: Partial<Record<string, unknown>> = {
    'client.create': {
      name: 'a', owner: 'b', purpose: 'c', grantTypes: ['client_credentials'], authMethod: 'client_secret_basic',
    },
    'client.disable': { reason: 'left' }, 'principal.create': { identifiers: [{ kind: 'email', value: 'a@corp.example' }] },
    'principal.import': { csv: 'email\na@corp.example' }, 'principal.suspend': { reason: 'left' },
    'principal.reactivate': { reason: 'back' }, 'policy.plan': { files: [{ path: 'a.yaml', text: '' }] },
    'policy.apply': { files: [{ path: 'a.yaml', text: '' }], basedOn: null },
    'policy.walk': {
      files: [{ path: 'a.yaml', text: '' }], journey: 'a', person: { account: true, has: [], lost: [], unchecked: false },
      channel: 'web', needed: 'urn:limen:acr:basic', path: [],
    },
    'brand.add-file': { content: 'AAAA' }, 'brand.preview': { text: '', page: 'sign-in', locale: 'en', scheme: 'light' },
    'grant.give': { principal: someone, role: 'reader', purpose: 'd' }, 'grant.withdraw': { reason: 'left' },
    'credential.remove': { reason: 'lost' }, 'device.mark': { managedUntil: null, source: 'h' }, 'device-key.register': { key: 'k', name: 'l', endsAt: '2030-01-01T00:00:00Z' },
    'decision.label': { source: 'support', verdict: 'genuine', reference: 'i' }, 'decision.what-if': { action: 'payout.change' }, 'decision.keep-what-if': { action: 'payout.change' },
    'watch.start': { name: 'j', days: 1, files: [{ path: 'a.yaml', text: '' }] },
    'recovery.decide': { verdict: 'refused', reason: 'f' }, 'action-review.decide': { verdict: 'refused', reason: 'g' }, 'federation.set-secret': { secret: 'e' },
  };
  const range = '?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z';
  for (const { method, path, operation, body } of adminRoutes.filter((route) => route.path.includes(':population'))) {
    const inside = /:(client|principal|provider)\b/.test(path) ? ['nowhere', 'customers'] : ['nowhere'];
    for (const population of inside) {
      const at = path.replace(':population', population).replace(/:(client|provider)/, 'nobody')
        .replaceAll(/:\w+/g, someone);
      const query = operation.startsWith('measure.') ? range : '';
      const { status, body: problem } = await operator.ask(method, `${at}${query}`, body ? bodies[operation] ?? {} : undefined);
      // The shell decides no recovery and no action, whoever's it is: it has shown no passkey.
      const refusal = { 'recovery.decide': 'admin.forbidden', 'action-review.decide': 'action_review.not_a_colleague' }[operation as string];
      if (refusal !== undefined) {
        assert.deepEqual([status, problem.code], [403, refusal]);
        continue;
      }
      assert.deepEqual([status, /^(population|client|principal)\.unknown$|^federation\.provider_unknown$/.test(problem.code ?? '')], [404, true], `${operation} ${JSON.stringify(problem)}`);
    }
  }
  assert.deepEqual(await contentsOf(pool), before);
});

test('a link that was looked at still works, and an expired one does not', async () => {
  await to(goodLink);
  assert.match((await acceptInvitation(goodLink)).body, /passkey/i);
  clock.advance(25 * hour);
  await assertRefused(() => to(oldLink), [410, 'link.expired']);
});
