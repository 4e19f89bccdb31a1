/** Actions that are told of, that only get reported, and that wait for somebody else's yes, over HTTP against the whole server. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ShownActionReview, ShownActions, ShownDecisionInFull } from '../../../contract/admin/index.ts';
import type { EvaluationAnswer } from '../../../contract/evaluation.ts';
import { hour, minute } from '../kernel/index.ts';
import { consoleHouse, type Administrator } from './test-administrator.ts';
import { testApplication, testMailbox, signUp, type TestApplication } from './test-application.ts';
import { TestBrowser } from './test-browser.ts';
import { fetchFrom } from './test-fetch.ts';
import { operatorOf } from './test-operator.ts';
import { changePolicy } from './test-policy.ts';
import { until } from './test-waiting.ts';
import { startTestServer } from './testing.ts';

let ahead = 0;
const server = await startTestServer({}, { clock: () => new Date(Date.now() + ahead) });
const { limen, config: { url, port, dataFolder } } = server;
const house = { url, fetch: fetchFrom(() => port), operator: operatorOf(dataFolder) };
const mailbox = testMailbox(house);
const shop = await testApplication(house, 'customers');
const news = await testApplication(house, 'customers');
const consoles = consoleHouse(server);
const newSupport = () => entered({ customers: ['support'] });
async function entered(roles: Parameters<typeof consoles.employee>[0]): Promise<Administrator> {
  const who = await consoles.employee(roles);
  await who.enter();
  return who;
}
await changePolicy(house, 'workforce', 'checkpoints.yaml', (text) => `${text}
  test.review:
    about: Something that takes two
    valueAtRisk: high
    frictionTolerance: high
    reasons: { always: 'true' }
    responses:
      - { respond: review, within: 4h }
`);
await changePolicy(house, 'customers', 'checkpoints.yaml', (text) => `${text}  refund.large:
    about: Refund to another account
    valueAtRisk: critical
    frictionTolerance: high
    reasons: { always: 'true' }
    responses:
      - { respond: review, within: 4h }
  card.show:
    about: Show the card number
    valueAtRisk: high
    frictionTolerance: low
    mode: report-only
    reasons: { always: 'true' }
    responses:
      - { respond: deny, when: has.totp }
      - { respond: delay, for: 2h }
`);

let people = 0;
async function newCustomer() {
  const email = `person${people += 1}@example.org`;
  const asked = await shop.ask({ prompt: 'create' });
  const browser = new TestBrowser(house.fetch);
  const { sid, sub } = (await shop.redeem(await signUp(browser, asked.url, email, mailbox), asked)).claims()!;
  const sids = new Map([[shop.id, sid]]);
  /** Signed in there, too, by the session that there is. */
  const sidAt = async (by: TestApplication) => {
    const there = await by.ask();
    sids.set(by.id, (await by.redeem(await browser.visit(there.url), there)).claims()!['sid']);
    return sids.get(by.id);
  };
  const ask = async (action: string, account = 'one', by = shop): Promise<EvaluationAnswer> => {
    const id = sids.get(by.id) ?? await sidAt(by);
    const answer = await house.fetch(`${url}/access/v1/evaluation`, {
      method: 'POST', body: JSON.stringify({ subject: { type: 'session', id }, action: { name: action }, resource: { type: 'account', id: account } }),
      headers: { 'content-type': 'application/json', authorization: `Basic ${Buffer.from([by.id, by.secret].map(encodeURIComponent).join(':')).toString('base64')}` },
    });
    assert.equal(answer.status, 200);
    return answer.json() as Promise<EvaluationAnswer>;
  };
  return { email, sub, ask };
}

const mails = async (to: string, kind: string) => (await limen.inbox.list(200)).filter((mail) => mail.to === to && mail.kind === kind);
const subjects = async (to: string, many: number) => until(`${many} mails to ${to}`, async () => {
  const found = await mails(to, 'action-news');
  return found.length >= many && found.map(({ subject }) => subject);
});
const queue = async (who: Administrator, state = 'waiting') => (
  (await who.ask('GET', `/populations/customers/action-reviews?state=${state}`)).body.reviews as ShownActionReview[]);
const decide = (who: Administrator, { id, principal }: ShownActionReview, verdict: string, reason: unknown = 'called them back') => (
  who.ask('POST', `/populations/customers/principals/${principal.id}/action-reviews/${id}/decide`, { verdict, reason }));
const outcomes = async (sub: string) => (
  (await house.operator.call('GET', `/populations/customers/decisions?principal=${sub}`)).decisions as { response: string; outcome: string | null; reasons: string[] }[]
).map(({ response, outcome }) => [response, outcome]);

test('what is told of goes on, and sends one mail for the same question in an hour', async () => {
  const ann = await newCustomer();
  const first = await ann.ask('address.change');
  assert.deepEqual([first.decision, first.context.response, first.context.reason_admin.codes], [true, 'notify', ['device-unknown']]);
  await ann.ask('address.change');
  await ann.ask('address.change', 'another');
  assert.deepEqual(await subjects(ann.email, 2), Array(2).fill('Something was done in your account with Limen'));
  assert.equal((await mails(ann.email, 'action-news')).length, 2);
  ahead += hour + minute;
  await ann.ask('address.change');
  await subjects(ann.email, 3);
});

test('of more than an owner would read nothing more goes on unread', async () => {
  const ann = await newCustomer();
  for (let each = 0; each < 10; each += 1) assert.equal((await ann.ask('address.change', `a${each}`)).decision, true);
  // To ask again is no way past the bound: the owner has heard nothing of it.
  for (const again of ['one too many', 'one too many', 'another']) {
    const { decision, context } = await ann.ask('address.change', again);
    assert.deepEqual([decision, context.reason_admin.codes.at(-1)], [false, 'too-many-notices']);
  }
  assert.equal((await ann.ask('address.change', 'at another application', news)).decision, true);
});

test('an action waits for a yes, which permits it once', async () => {
  const [ann, support] = [await newCustomer(), await newSupport()];
  const asked = await ann.ask('refund.large');
  assert.deepEqual([asked.decision, asked.context.response], [false, 'review']);
  assert.equal(asked.context.review_until, (await ann.ask('refund.large')).context.review_until, 'one review');
  const [waiting, ...others] = (await queue(support)).filter(({ principal }) => principal.id === ann.sub);
  assert.equal(others.length, 0);
  assert.deepEqual([waiting!.about, waiting!.state, waiting!.decided], ['Refund to another account', 'waiting', null]);
  assert.equal((await decide(support, waiting!, 'approved', '')).status, 400, 'a reason is asked for');
  const { status, body } = await decide(support, waiting!, 'approved');
  assert.deepEqual([status, body.review.state, body.review.decided.reason], [200, 'approved', 'called them back']);
  assert.equal((await decide(support, waiting!, 'refused')).body.code, 'action_review.decided', 'it can\'t be taken back');
  assert.equal((await ann.ask('refund.large', 'other')).context.response, 'review', 'a yes to one is none to another');
  const twice = await Promise.all([ann.ask('refund.large'), ann.ask('refund.large')]);
  assert.deepEqual(twice.map(({ context }) => context.response).sort(), ['allow', 'review']);
  assert.ok(twice.find(({ decision }) => decision)!.context.reason_admin.codes.includes('review-approved'));
  assert.deepEqual((await outcomes(ann.sub)).at(-1), ['review', 'approved']);
  const [told] = await until('the event', async () => {
    const found = (await house.operator.events('decision.reviewed')).filter(({ principal }) => principal === ann.sub);
    return found.length > 0 && found;
  });
  assert.deepEqual([told!.open['verdict'], told!.open['action']], ['approved', 'refund.large']);
  const said = await subjects(ann.email, 3);
  assert.ok(said.includes('A change to your account with Limen may go ahead'), said.join());
  assert.equal((await queue(support, 'closed')).find(({ id }) => id === waiting!.id)!.state, 'used');
});

test('what was refused stays refused for a week, and begins nothing', async () => {
  const [ann, support] = [await newCustomer(), await newSupport()];
  await ann.ask('refund.large');
  const [waiting] = (await queue(support)).filter(({ principal }) => principal.id === ann.sub);
  await decide(support, waiting!, 'refused', 'could not be reached');
  const { decision, context } = await ann.ask('refund.large');
  assert.deepEqual([decision, context.response, context.reason_admin.codes], [false, 'deny', ['always', 'review-refused']]);
  assert.deepEqual(await outcomes(ann.sub), [['deny', null], ['review', 'refused']]);
});

test('a review that nobody looked at expires: it is told, and may be asked for again', async () => {
  const [ann, support] = [await newCustomer(), await newSupport()];
  await ann.ask('refund.large');
  const [waiting] = (await queue(support)).filter(({ principal }) => principal.id === ann.sub);
  ahead += 4 * hour + minute;
  assert.equal((await decide(await newSupport(), waiting!, 'approved')).body.code, 'action_review.decided');
  await limen.checkpoints.tidy();
  assert.deepEqual(await outcomes(ann.sub), [['review', 'expired']]);
  assert.ok((await subjects(ann.email, 2)).includes('A change to your account with Limen was not made'));
  assert.equal((await queue(await newSupport())).filter(({ principal }) => principal.id === ann.sub).length, 0);
});

test('"this was not me" withdraws what waits for a yes', async () => {
  const [ann, support] = [await newCustomer(), await newSupport()];
  await ann.ask('refund.large');
  const [mail] = await until('the notice', async () => {
    const found = await mails(ann.email, 'action-news');
    return found.length > 0 && found;
  });
  const anywhere = new TestBrowser(house.fetch);
  const page = await anywhere.visit(new RegExp(`${url}\\S*/not-me/\\S+`).exec(mail!.text)![0]);
  await anywhere.post(page, { choice: 'report' });
  assert.deepEqual(await outcomes(ann.sub), [['review', 'cancelled']]);
  assert.equal((await queue(support)).filter(({ principal }) => principal.id === ann.sub).length, 0);
});

test('more than five of one person don\'t fill the queue of others, nor does one application all of a person\'s room', async () => {
  const ann = await newCustomer();
  const ask = async (account: string, by?: typeof shop) => {
    const { context: { response, reason_admin: { codes } } } = await ann.ask('refund.large', account, by);
    return response === 'deny' ? codes.at(-1) : response;
  };
  assert.deepEqual([await ask('a', news), await ask('b', news), await ask('c', news), await ask('d', news)], ['review', 'review', 'review', 'too-many-waiting']);
  assert.deepEqual([await ask('e'), await ask('f'), await ask('g')], ['review', 'review', 'too-many-elsewhere']);
});

test('the server answers before a job has come by: what has expired makes room by itself', async () => {
  const ann = await newCustomer();
  const asked = await ann.ask('refund.large');
  ahead += 4 * hour + minute;
  const again = await ann.ask('refund.large');
  assert.equal(again.context.response, 'review');
  assert.notEqual(again.context.review_until, asked.context.review_until);
  assert.deepEqual(await outcomes(ann.sub), [['review', null], ['review', 'expired']]);
});

test('nobody looks at their own; the shell, and whoever was recovered lately, say neither yes nor no', async () => {
  const owner = await entered({ workforce: ['owner'] });
  const session = (await limen.sessions.find('workforce', owner.session))!;
  const { response } = await limen.checkpoints.evaluate({
    population: 'workforce', client: 'intranet', session, action: { name: 'test.review' }, resource: { type: 'thing', id: '1' },
  });
  assert.equal(response, 'review');
  const at = '/populations/workforce/action-reviews';
  const [own] = (await owner.ask('GET', at)).body.reviews as ShownActionReview[];
  const path = `/populations/workforce/principals/${own!.principal.id}/action-reviews/${own!.id}/decide`;
  const yes = { verdict: 'approved', reason: 'it is me' };
  assert.equal((await owner.ask('POST', path, yes)).body.code, 'action_review.own');
  await assert.rejects(house.operator.call('POST', path, yes), /action_review\.not_a_colleague/);
  const other = await entered({ workforce: ['owner'] });
  const ref = { population: 'workforce', principal: other.principal };
  await server.ground.database.transaction((tx) => limen.directory.noteRecovery(tx, ref, server.ground.clock()));
  assert.equal((await other.ask('POST', path, yes)).body.code, 'action_review.approver_recovered');
  const third = await entered({ workforce: ['owner'] });
  const elsewhere = path.replace(own!.principal.id, third.principal);
  assert.equal((await third.ask('POST', elsewhere, yes)).body.code, 'action_review.unknown', 'the path names who asked');
  assert.equal((await third.ask('POST', path, yes)).status, 200);
});

test('a device that the organisation manages is asked for less, until that ends', async () => {
  const [owner, ben] = [await entered({ workforce: ['owner'] }), await consoles.employee()];
  const { ground: { database, clock } } = server;
  const ref = { population: 'workforce', principal: ben.principal };
  const { session } = await database.transaction((tx) => limen.sessions.start(tx, {
    ref, proofs: [{ kind: 'passkey', at: clock(), userVerified: true }], deviceHash: Buffer.alloc(32, 7),
  }));
  const ask = () => limen.checkpoints.evaluate({
    population: 'workforce', client: 'intranet', session, action: { name: 'data.open' }, resource: { type: 'record', id: '1' },
  });
  assert.deepEqual((await ask()).reasons.slice(0, 1), ['device-unmanaged']);
  const at = `/populations/workforce/principals/${ben.principal}/devices`;
  const devices = (await owner.ask('GET', at)).body.devices as { id: string; managed: object | null }[];
  const mark = (id: string, managedUntil: Date | null) => (
    owner.ask('POST', `${at}/${id}/posture`, { managedUntil: managedUntil?.toISOString() ?? null, source: 'Device management' }));
  const known = devices.find(({ managed }) => managed === null)!;
  const inHours = (hours: number) => new Date(clock().getTime() + hours * hour);
  for (const wrong of [inHours(-1), inHours(31 * 24)]) assert.equal((await mark(known.id, wrong)).body.code, 'request.invalid');
  assert.equal((await mark('0'.repeat(32), inHours(1))).body.code, 'device.unknown');
  assert.equal((await mark(known.id, inHours(2))).status, 200);
  assert.deepEqual((await ask()).reasons.filter((each) => each === 'device-unmanaged'), []);
  ahead += 3 * hour;
  assert.deepEqual((await ask()).reasons.slice(0, 1), ['device-unmanaged']);
  const again = await entered({ workforce: ['owner'] });
  assert.deepEqual(((await again.ask('GET', at)).body.devices as { managed: unknown }[]).map(({ managed }) => managed), devices.map(() => null));
});

test('a clock that is set back keeps nothing fresh: a decision is made, and says that it was made on less', async () => {
  const ann = await newCustomer();
  ahead -= 10 * minute;
  const { decision, context: { reason_admin: { codes } } } = await ann.ask('payout.change');
  ahead += 10 * minute;
  assert.equal(decision, false);
  assert.deepEqual(codes.filter((each) => each === 'authentication-old' || each === 'made-on-less' || each === 'clock-behind'),
    ['authentication-old', 'made-on-less', 'clock-behind']);
  assert.ok(!(await ann.ask('payout.change')).context.reason_admin.codes.includes('made-on-less'));
});

test('a checkpoint that only reports lets through, begins and mails nothing, and its record says what it came to', async () => {
  const { ask, email, sub } = await newCustomer();
  const answers = [await ask('card.show'), await ask('card.show')];
  for (const { decision, context: { id: _id, ...context } } of answers) {
    assert.deepEqual([decision, context], [true, { response: 'allow', mode: 'report-only', reason_admin: { codes: ['always', 'report-only'] } }]);
  }
  const { decision: { mode, would, weighing, outcome } } = await house.operator.call<{ decision: ShownDecisionInFull }>('GET', `/populations/customers/decisions/${answers[0]!.context.id}`);
  assert.deepEqual([mode, would, outcome], ['report-only', { response: 'delay', reasons: ['always'] }, null]);
  assert.deepEqual(weighing!.answers.map((each) => [each.answer, each.propensity]), [['allow', 1], ['delay', 0], ['deny', 0]], 'letting through was certain');
  assert.deepEqual((await limen.inbox.list(100)).filter(({ to, kind }) => to === email && kind.startsWith('action')), []);
  const told = (await house.operator.events('decision.made')).filter(({ principal }) => principal === sub);
  assert.deepEqual(told.map(({ open }) => `${String(open['response'])} ${String(open['mode'])}`), ['allow report-only', 'allow report-only']);
  const list = async (narrowed: string) => ((await house.operator.call('GET', `/populations/customers/decisions?action=card.show&${narrowed}`)).decisions as object[]).length;
  assert.deepEqual([await list('mode=report-only'), await list('mode=live'), await list('')], [2, 0, 2]);
  const went = await until('both are counted', async () => {
    const { actions } = await house.operator.call<ShownActions>('GET', '/populations/customers/actions');
    const found = actions.find(({ name }) => name === 'card.show')!.went;
    return found.requests === 2 && found;
  });
  assert.deepEqual([went.requests, went.allowed, went.delays.begun, went.reported], [2, 2, 0, { delay: 2 }]);
});
