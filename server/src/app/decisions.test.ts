/** Decisions for applications, over HTTP, with real tokens, mails and links, against the whole server. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ShownDecision, ShownDecisionInFull } from '../../../contract/admin/index.ts';
import { day, hour, minute } from '../kernel/index.ts';
import { evaluationBodyLimit } from '../../../contract/evaluation.ts';
import { signIn, testApplication, testMailbox } from './test-application.ts';
import { TestBrowser, type Page } from './test-browser.ts';
import { basic, evaluationAt, type Answered } from './test-evaluation.ts';
import { fetchFrom } from './test-fetch.ts';
import { newcomersTo } from './test-newcomers.ts';
import { operatorOf } from './test-operator.ts';
import { until } from './test-waiting.ts';
import { startTestServer } from './testing.ts';

let ahead = 0;
const server = await startTestServer({}, { clock: () => new Date(Date.now() + ahead) });
const { limen, config: { url, port, dataFolder } } = server;
const fetch = fetchFrom(() => port);
const operator = operatorOf(dataFolder);
const house = { url, fetch, operator };
const mailbox = testMailbox(house);
const shop = await testApplication(house, 'customers');
const other = await testApplication(house, 'customers');
const intranet = await testApplication(house, 'workforce');

const question = (subject: unknown, account = 'one') => ({
  subject, action: { name: 'payout.change' }, resource: { type: 'payout-account', id: 'main', properties: { account } },
});
const evaluate = evaluationAt(house, shop);
const newCustomer = newcomersTo(shop, fetch, mailbox);

/** The last message of a kind to an address. */
const mailTo = (to: string, kind: string) => until(`a mail ${kind} to ${to}`, async () => (
  (await limen.inbox.list(100)).find((mail) => mail.to === to && mail.kind === kind)));

test('a session and an access token name the same person; who can do nothing else waits a day', async () => {
  const ann = await newCustomer();
  const bySid = await evaluate(question({ type: 'session', id: ann.sid }), basic(shop), { 'x-request-id': 'r-1' });
  assert.equal(bySid.status, 200);
  assert.equal(bySid.headers.get('x-request-id'), 'r-1');
  const { decision, context } = bySid.body;
  assert.deepEqual([decision, context.response, context.reason_admin.codes], [false, 'delay', ['device-unknown']]);
  const wait = new Date(context.delay_until!).getTime() - (Date.now() + ahead);
  assert.ok(wait > day - minute && wait <= day + 2_000, String(wait));
  // The same question waits for the same moment, and sends no second mail.
  const byToken = await evaluate(question({ type: 'access_token', id: ann.accessToken }));
  assert.equal(byToken.body.context.delay_until, context.delay_until);
  await mailTo(ann.email, 'action-delayed');
  assert.equal((await limen.inbox.list(100)).filter(({ to, kind }) => to === ann.email && kind === 'action-delayed').length, 1);

  ahead += day + minute;
  const over = await evaluate(question({ type: 'session', id: ann.sid }));
  assert.equal(over.body.decision, true, JSON.stringify(over.body));
  assert.ok(over.body.context.reason_admin.codes.includes('delay-over'));
  const [settled] = await until('the delay is settled', async () => {
    const found = (await operator.events('decision.settled')).filter(({ principal }) => principal === ann.sub);
    return found.length > 0 && found;
  });
  assert.deepEqual([settled!.open['response'], settled!.open['outcome']], ['delay', 'executed']);
});

test('where nobody could be told, waiting helps nobody: the answer is no', async () => {
  const { principal } = await operator.call('POST', '/populations/customers/principals', {
    identifiers: [{ kind: 'username', value: 'no-address' }],
  });
  const { transaction } = server.ground.database;
  const { session } = await transaction((tx) => limen.sessions.start(tx, {
    ref: { population: 'customers', principal: principal.id },
    proofs: [{ kind: 'password', at: new Date(Date.now() + ahead) }],
  }));
  const { action, resource } = question(null);
  const ask = () => limen.checkpoints.evaluate({ population: 'customers', client: shop.id, session, action, resource });
  for (const again of [1, 2]) {
    const { response, reasons } = await ask();
    assert.deepEqual([response, reasons], ['deny', ['device-unknown', 'made-on-less', 'risk-missing', 'nobody-to-tell']], String(again));
  }
});

test('what was asked with one account is not permitted with another', async () => {
  const person = await newCustomer();
  const subject = { type: 'session', id: person.sid };
  await evaluate(question(subject, 'mine'));
  ahead += day + minute;
  assert.equal((await evaluate(question(subject, 'thief'))).body.context.response, 'delay');
  assert.equal((await evaluate(question(subject, 'mine'))).body.decision, true);
});

test('a challenge says what lifts it; the step-up lifts it, and the decision is settled', async () => {
  const person = await newCustomer();
  ahead += 4 * day;
  const subject = { type: 'session', id: person.sid };
  const { body } = await evaluate(question(subject));
  const { acr_values, max_age, prompt, response } = body.context;
  assert.deepEqual([body.decision, response, acr_values, max_age, prompt],
    [false, 'challenge', `urn:limen:acr:basic urn:limen:decision:${body.context.id}`, 300, 'login']);
  const asked = await shop.ask({ acr_values: acr_values!, max_age: String(max_age), prompt: prompt! });
  const screen = await person.browser.visit(asked.url);
  const back = await person.browser.send(screen, { choice: 'continue', code: await mailbox.code(person.email) });
  const tokens = await shop.redeem(back, asked);
  assert.equal(tokens.claims()!.sid, person.sid);
  const again = await evaluate(question({ type: 'access_token', id: tokens.access_token }));
  assert.equal(again.body.decision, true, JSON.stringify(again.body));
  const { decisions } = await operator.call('GET', `/populations/customers/decisions?principal=${person.sub}`);
  assert.deepEqual((decisions as ShownDecision[]).map((each) => [each.response, each.outcome]), [['allow', null], ['challenge', 'permitted']]);
  const { decision } = await operator.call('GET', `/populations/customers/decisions/${decisions[1].id}`);
  assert.equal(decision.features.has.email, true);
  assert.deepEqual((decision as ShownDecisionInFull).candidates.map((each) => each.chosen), [false, false, true, false]);
});

/** Somebody in a session that is asked for a code at a payout, and what they do at the authorization endpoint. */
async function challenged() {
  const { email } = await newCustomer();
  ahead += 4 * day;
  const browser = new TestBrowser(fetch);
  const came = await shop.ask();
  const tokens = await shop.redeem(await signIn(browser, came.url, email, mailbox), came);
  const [sid, principal] = [String(tokens.claims()!.sid), tokens.claims()!.sub];
  const ask = async (account: string) => (await evaluate(question({ type: 'session', id: sid }, account))).body.context;
  /** Proves themselves with what an answer says; gives the first page. */
  const stepUp = async (acr: string) => {
    const asked = await shop.ask({ acr_values: acr, max_age: '300', prompt: 'login' });
    const screen = await browser.visit(asked.url);
    await shop.redeem(await browser.send(screen, { choice: 'continue', code: await mailbox.code(email) }), asked);
    return screen;
  };
  return { browser, sid, principal, ask, stepUp };
}

test('a proof permits what it was asked for, once, and nothing else that is open in that session', async () => {
  const { ask, stepUp } = await challenged();
  const [mine, thief] = [await ask('mine'), await ask('thief')];
  assert.deepEqual([mine.response, thief.response], ['challenge', 'challenge'], 'a code that was shown before was not for this');
  const screen = await stepUp(mine.acr_values!);
  assert.match(screen.body, /You are about to confirm[\s\S]*Change of the account that money is paid out to/);
  for (let poll = 0; poll < 3; poll += 1) assert.equal((await ask('thief')).response, 'challenge');
  const twice = await Promise.all([ask('mine'), ask('mine')]);
  assert.deepEqual(twice.map(({ response }) => response).sort(), ['allow', 'challenge']);
});

test('a proof lifts nothing that it does not name, or that another application was given', async () => {
  const { ask, stepUp, browser } = await challenged();
  const { acr_values: acr = '' } = await ask('mine');
  for (const named of ['urn:limen:acr:basic', 'urn:limen:acr:basic urn:limen:decision:0190a5d3-0000-7000-8000-000000000000']) {
    assert.doesNotMatch((await stepUp(named)).body, /You are about to confirm/);
    assert.equal((await ask('mine')).response, 'challenge', named);
  }
  const foreign = await other.ask({ acr_values: acr, prompt: 'login' });
  assert.doesNotMatch((await browser.visit(foreign.url)).body, /You are about to confirm/);
  // Somebody is there each time that a decision is named, however fresh the session is.
  assert.match((await browser.visit((await shop.ask({ acr_values: acr, prompt: 'none' })).url)).url, /error=login_required/);
  await stepUp(acr);
  assert.equal((await ask('mine')).response, 'allow');
});

test('asking again while a challenge is open is the same challenge, and nobody has given up', async () => {
  const { ask, stepUp, principal } = await challenged();
  const first = await ask('mine');
  for (let poll = 0; poll < 3; poll += 1) assert.deepEqual(await ask('mine'), first);
  // Half its life later it could end while somebody is at it, so there is another one.
  ahead += 31 * minute;
  const second = await ask('mine');
  assert.notEqual(second.id, first.id);
  await stepUp(second.acr_values!);
  assert.equal((await ask('mine')).response, 'allow');
  const { decisions } = await operator.call('GET', `/populations/customers/decisions?principal=${principal}`);
  assert.deepEqual((decisions as ShownDecision[]).map((each) => [each.response, each.outcome]),
    [['allow', null], ['challenge', 'permitted'], ['challenge', 'repeated']]);
});

test('an answer that was lost is given again to the same request, and to no other', async () => {
  const { ask, stepUp, sid } = await challenged();
  const withKey = async (key: string, account = 'mine') => (
    await evaluate(question({ type: 'session', id: sid }, account), undefined, { 'idempotency-key': key })).body.context;
  await stepUp((await ask('mine')).acr_values!);
  const [one, two] = await Promise.all([withKey('k-1'), withKey('k-1')]);
  assert.deepEqual([one.response, two.response, one.id], ['allow', 'allow', two.id]);
  assert.equal((await withKey('k-1')).id, one.id);
  assert.deepEqual([(await withKey('k-2')).response, (await withKey('k-1', 'thief')).response], ['challenge', 'challenge']);
  ahead += minute + 1_000;
  assert.equal((await withKey('k-1')).response, 'challenge', 'a minute later it is another question');
  for (const wrong of ['a b', 'x'.repeat(129)]) {
    assert.equal((await evaluate(question({ type: 'session', id: sid }), undefined, { 'idempotency-key': wrong })).body.code, 'request.invalid');
  }
  // Nor does a wait begin anew whose end was lost.
  const waiting = await newCustomer();
  const late = async () => (await evaluate(question({ type: 'session', id: waiting.sid }), undefined, { 'idempotency-key': 'k-3' })).body.context;
  assert.equal((await late()).response, 'delay');
  ahead += day + minute;
  assert.deepEqual([(await late()).response, (await late()).response], ['allow', 'allow']);
});

const unknownAnswer = ({ decision, context: { id: _id, ...context } }: Answered) => ({ decision, context });

test('unknown, foreign and ended subjects are answered alike', async () => {
  const person = await newCustomer();
  const asked = await other.ask();
  const foreignPage: Page = await signIn(new TestBrowser(fetch), asked.url, person.email, mailbox);
  const foreign = await other.redeem(foreignPage, asked);
  const subjects = [
    { type: 'session', id: 'made-up' }, { type: 'session', id: '0190a5d3-0000-7000-8000-000000000000' },
    // Given to another application.
    { type: 'session', id: String(foreign.claims()!.sid) },
    { type: 'access_token', id: 'made-up' }, { type: 'access_token', id: `${person.accessToken}x` },
    { type: 'access_token', id: 'eyJhbGciOiJub25lIn0.eyJpc3MiOiJ4In0.' },
    { type: 'access_token', id: foreign.id_token! },
  ];
  const answers = [];
  for (const subject of subjects) answers.push(unknownAnswer((await evaluate(question(subject))).body));
  const ended = { type: 'session', id: person.sid };
  await operator.call('DELETE', `/populations/customers/principals/${person.sub}/sessions`);
  answers.push(unknownAnswer((await evaluate(question(ended))).body));
  answers.push(unknownAnswer((await evaluate(question({ type: 'access_token', id: person.accessToken }))).body));
  // At another population's door of the same address.
  answers.push(unknownAnswer((await evaluate(question(ended), basic(intranet))).body));
  for (const answer of answers) assert.deepEqual(answer, answers[0]);
  assert.deepEqual([answers[0]!.decision, answers[0]!.context.reason_admin.codes], [false, ['subject-unknown']]);
});

test('an action that the policy does not know is answered with no', async () => {
  const person = await newCustomer();
  for (const name of ['payout.chnage', '__proto__', 'constructor']) {
    const { body } = await evaluate({ ...question({ type: 'session', id: person.sid }), action: { name } });
    assert.deepEqual([body.decision, body.context.reason_admin.codes], [false, ['action-unknown']]);
  }
});

test('who is no application of a population at this door is told so before anything else', async () => {
  const service = await operator.createClient('customers', {
    name: 'Payouts', grantTypes: ['client_credentials'], scopes: ['payouts'], resources: [`${url}/access/v1`, 'https://api.example'],
  });
  const tokenFor = async (resource: string) => {
    const answer = await fetch(`${url}/customers/token`, {
      method: 'POST', headers: { authorization: basic({ id: service.client.id, secret: service.secret }) },
      body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'payouts', resource }),
    });
    const granted = await answer.json() as { access_token: string };
    assert.equal(answer.status, 200, JSON.stringify(granted));
    return granted.access_token;
  };
  const body = question({ type: 'session', id: 'made-up' });
  assert.equal((await evaluate(body, `Bearer ${await tokenFor(`${url}/access/v1`)}`)).status, 200);
  const person = await newCustomer();
  for (const authorization of [
    undefined, 'Basic', 'Basic !!!', basic({ id: shop.id, secret: 'wrong' }), basic({ id: 'nobody', secret: shop.secret }),
    `Bearer ${await tokenFor('https://api.example')}`, `Bearer ${person.accessToken}`, 'Bearer x.y.z',
    `Basic ${Buffer.from('%zz:%zz').toString('base64')}`,
  ]) {
    const answer = await evaluate('not even JSON', authorization ?? '');
    assert.deepEqual([answer.status, answer.body.code], [401, 'access.unauthenticated'], authorization);
    assert.match(answer.headers.get('www-authenticate')!, /^Basic/);
  }
});

test('a question that is no question names its faults; one that is too large is refused', async () => {
  const whole = question({ type: 'session', id: 'x' });
  const { subject: _subject, ...without } = whole;
  const faulty: readonly (readonly [unknown, string])[] = [
    [without, 'body.subject'], [{ ...whole, subject: { type: 'user', id: 'ann' } }, 'body.subject.type'],
    [{ ...whole, action: {} }, 'body.action.name'], [{ ...whole, resource: { type: 'x' } }, 'body.resource.id'],
    [{ ...whole, subject: { type: 'session', id: 7 } }, 'body.subject.id'], [[], 'body'],
  ];
  for (const [body, at] of faulty) {
    const answer = await evaluate(body);
    assert.deepEqual([answer.status, answer.body.code, answer.body.faults[0]?.at], [400, 'request.invalid', at]);
  }
  assert.equal((await evaluate('{')).body.code, 'request.malformed');
  assert.equal((await evaluate({ ...whole, context: { text: 'x'.repeat(evaluationBodyLimit) } })).status, 413);
});

test('a thousand questions, two hundred at a time, are answered or told to come again', async () => {
  const person = await newCustomer();
  const before = (await operator.call('GET', '/populations/customers/decisions?limit=1')).decisions[0].id;
  const answers = (await Promise.all(Array.from({ length: 200 }, async () => {
    const own = [];
    for (let asked = 0; asked < 5; asked += 1) own.push(await evaluate(question({ type: 'session', id: person.sid })));
    return own;
  }))).flat();
  const answered = answers.filter(({ status }) => status === 200);
  assert.ok(answered.length > 0);
  const told = new Set(answered.map(({ body }) => body.context.delay_until));
  assert.equal(told.size, 1, 'one delay began');
  for (const { status, headers } of answers.filter((each) => each.status !== 200)) {
    assert.ok(status === 503 || status === 429, String(status));
    assert.ok(Number(headers.get('retry-after')) >= 1);
  }
  assert.notEqual((await operator.call('GET', '/populations/customers/decisions?limit=1')).decisions[0].id, before);
  ahead += hour;
});

test('a challenge that nobody came back from is settled as given up', async () => {
  const person = await newCustomer();
  ahead += 4 * day;
  await evaluate(question({ type: 'session', id: person.sid }));
  await limen.checkpoints.tidy();
  const outcome = async () => (await operator.call('GET', `/populations/customers/decisions?principal=${person.sub}`)).decisions[0].outcome;
  assert.equal(await outcome(), null);
  ahead += hour + minute;
  await limen.checkpoints.tidy();
  assert.equal(await outcome(), 'abandoned');

  // As many as an application can ask for in a second, all in one turn of the job.
  const { rows: [one] } = await server.ground.database.pool.query('select id from checkpoint_decision where principal = $1', [person.sub]);
  await server.ground.database.pool.query(`insert into checkpoint_decision (population, id, at, principal, session, client, action, resource_type, digest,
      response, reasons, features, candidates, mode)
    select population, uuidv7(), at, principal, session, client, action, resource_type, digest, response, reasons, features, candidates, mode
    from checkpoint_decision, generate_series(1, 700) where id = $1`, [one.id]);
  assert.equal(await limen.checkpoints.tidy(), 700);
});
