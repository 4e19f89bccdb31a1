import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { startingWorth } from '../../../contract/actions/index.ts';
import { testEventLog } from '../events/testing.ts';
import { day, minute, movableClock, newId, second, simulatedRandomness, systemRandomness } from '../kernel/index.ts';
import { createPolicies } from '../policy/index.ts';
import { builtInPolicy, publishBuiltIn } from '../policy/testing.ts';
import { createListener } from '../storage/index.ts';
import { silentLog, testDatabase, type TestDatabase } from '../storage/testing.ts';
import type { LoggedEvent } from '../events/index.ts';
import { countTraffic } from './count-traffic.ts';
import { insertLabel } from './label-store.ts';
import type { DecisionLabel } from './label.ts';
import { measureWorth } from './measured-worth.ts';
import type { ActionsShown } from './show-actions.ts';
import { showActions } from './show-actions.ts';
import { writeDecision, writeNotMe } from './testing.ts';
import { selectTraffic } from './traffic-store.ts';

const now = new Date('2026-03-30T12:00:00Z');
const clock = movableClock(now);
const population = 'customers';
const someone = newId(now, systemRandomness);
const thief = newId(now, systemRandomness);
const ago = (days: number): Date => new Date(now.getTime() - days * day);
let database: TestDatabase;
let show: (days?: number, origin?: 'real' | 'simulated', of?: string) => Promise<ActionsShown>;

const risk = (band: string, probability: number) => ({ features: { risk: { band, probability } } as never });
const asked = { candidates: [{ respond: 'challenge', with: 'email-code', within: '5m', held: true, chosen: true }] } as const;
const at = { population, principal: someone, action: 'payout.change' };

before(async () => {
  database = await testDatabase();
  const policies = createPolicies({ database, events: testEventLog(database), listener: createListener(database, silentLog), clock });
  const content = await builtInPolicy('customer');
  const payout = content.checkpoints!.actions['payout.change']!;
  content.checkpoints!.actions = {
    'payout.change': { ...payout, stakes: { loss: 1_000 } }, 'card.show': { ...payout, about: 'Show a card', valueAtRisk: 'elevated', stakes: undefined },
  };
  content.checkpoints!.currency = 'EUR';
  await database.transaction(async (tx) => {
    await policies.createPopulation(tx, { slug: population, kind: 'customer', issuer: 'http://localhost:3000/customers' });
    await policies.publish(tx, { population, content, basedOn: null, publishedBy: 'test' });
  });
  await publishBuiltIn(database, policies, 'workload');
  show = (days = 30, origin = 'real', of = population) => showActions({ database, policies, clock, worth: measureWorth(database.db) }, { population: of, origin, days });
  const write = (parts: Partial<Parameters<typeof writeDecision>[1]> & Pick<Parameters<typeof writeDecision>[1], 'response'>) => (
    writeDecision(database.db, { ...at, at: ago(3), ...risk('low', 0.001), ...parts }));
  for (let each = 0; each < 6; each += 1) await write({ response: 'allow' });
  await write({ response: 'challenge', ...asked, ...risk('medium', 0.1), outcome: 'permitted', settledAt: new Date(ago(3).getTime() + 20 * second) });
  await write({ response: 'allow', reasons: ['device-unknown', 'challenge-met'], ...risk('medium', 0.1) });
  await write({ response: 'challenge', ...asked, ...risk('medium', 0.1), outcome: 'permitted', settledAt: new Date(ago(3).getTime() + 40 * second) });
  // Asked anew by the one before, and given up by nobody of whom anything is said.
  await write({ response: 'challenge', ...asked, ...risk('medium', 0.1), outcome: 'repeated' });
  await write({ response: 'challenge', ...asked, ...risk('low', 0), outcome: 'abandoned' });
  const givenUp = await write({ response: 'challenge', ...asked, ...risk('high', 0.3), outcome: 'abandoned', principal: thief });
  await write({ response: 'delay', ...risk('high', 0.4), outcome: 'cancelled' });
  await write({ response: 'delay', features: { pending: { state: 'waiting', dueIn: minute }, risk: { band: 'high', probability: 0.4 } } as never });
  const denied = await write({ response: 'deny', ...risk('critical', 0.9), principal: thief });
  await write({ response: 'allow', features: {}, mode: 'report-only', would: { response: 'deny', reasons: ['device-unknown'] } });
  // None of these is a request of the month at an action of the policy.
  await write({ response: 'allow', at: ago(31) });
  await write({ response: 'deny', action: 'undeclared' });
  await write({ response: 'deny', principal: null });
  await write({ response: 'allow', population: 'workforce' });
  await write({ response: 'allow', action: 'gone.since' });
  await write({ response: 'allow', id: newId(ago(2), simulatedRandomness) });
  for (const each of [givenUp, denied]) await writeNotMe(database.db, { population, principal: thief }, each, ago(2));
});

test('what an action cost and stopped, each request once', async () => {
  const { actions, currency, from } = await show();
  assert.deepEqual([currency, from.toISOString(), actions.map(({ name, stage }) => [name, stage])],
    ['EUR', '2026-02-28T00:00:00.000Z', [['payout.change', 'paying'], ['card.show', 'paying']]]);
  const { averted, ...went } = actions[0]!.went;
  assert.deepEqual(went, {
    requests: 13, allowed: 7, notified: 0, denied: 1, medianMs: 20_000, reported: { deny: 1 },
    challenges: { shown: 4, passed: 2, abandoned: 2 },
    delays: { begun: 1, executed: 0, cancelled: 1, expired: 0 },
    reviews: { begun: 0, approved: 0, refused: 0, expired: 0 },
    // Given up, stopped by its owner, denied; of the first and the last the owner said so. To give up alone stops nobody.
    stopped: { all: 3, cancelled: 1, disowned: 2 },
  });
  // (.1 + .1 + .3)·.96 by codes, .4·.9 by waiting, .9 by a no, each of 1,000.
  assert.equal(averted?.toFixed(2), '1740.00');
});

test('the advice is reckoned from these requests; where risk was not known it counts as medium', async () => {
  const [payout, card] = (await show()).actions;
  const counted = payout!.counted.map(({ band, name, requests, impostors }) => [band, name, requests, impostors.toFixed(3)]).sort();
  assert.deepEqual(counted, [
    ['critical', 'deny', 1, '0.900'], ['high', 'delay', 1, '0.400'], ['high', 'email-code', 1, '0.300'], ['low', 'allow', 6, '0.006'], ['low', 'email-code', 1, '0.000'],
    ['medium', 'allow', 1, '0.020'], ['medium', 'email-code', 2, '0.200'],
  ]);
  assert.ok(payout!.advice!.now! > payout!.advice!.atBest!);
  assert.deepEqual([card!.advice!.now, card!.went.averted], [null, null]);
});

test('simulated decisions are another count', async () => {
  assert.equal((await show(30, 'simulated')).actions[0]!.went.requests, 1);
});

test('of machines each token counts, also those on one yes; who asks again after a no or while it waits counts once, and nothing is reckoned from a risk', async () => {
  const job = newId(now, systemRandomness);
  const write = (parts: Partial<Parameters<typeof writeDecision>[1]> & Pick<Parameters<typeof writeDecision>[1], 'response'>) => (
    writeDecision(database.db, { population: 'workloads', principal: job, action: 'token.issue', at: ago(3), features: { client: { id: 'job' } } as never, ...parts }));
  for (let each = 0; each < 4; each += 1) await write({ response: 'allow' });
  await write({ response: 'notify', reasons: ['secret-old'] });
  await write({ response: 'review', reasons: ['network-new'], outcome: 'approved' });
  await write({ response: 'review', reasons: ['network-new'], features: { review: { state: 'waiting', dueIn: minute } } as never });
  for (let each = 0; each < 3; each += 1) await write({ response: 'allow', reasons: ['network-new', 'review-approved'] });
  await write({ response: 'review', reasons: ['network-new'], outcome: 'refused' });
  for (let each = 0; each < 2; each += 1) await write({ response: 'deny', reasons: ['network-new', 'review-refused'] });
  await write({ response: 'deny', reasons: ['secret-old'] });
  const { actions: [token, ...others] } = await show(30, 'real', 'workloads');
  assert.equal(others.length, 0);
  assert.deepEqual([token!.name, token!.stage, token!.counted, token!.advice, token!.stakes.loss], ['token.issue', 'token', [], null, { amount: 50, from: 'assumed' }]);
  assert.deepEqual(token!.went, {
    requests: 11, allowed: 8, notified: 1, denied: 1, medianMs: null, averted: null, reported: {},
    challenges: { shown: 0, passed: 0, abandoned: 0 }, delays: { begun: 0, executed: 0, cancelled: 0, expired: 0 },
    reviews: { begun: 2, approved: 1, refused: 1, expired: 0 }, stopped: { all: 2, cancelled: 0, disowned: 0 },
  });
});

test('a month is read from counts of days, taken once from the log, however often its events come', async () => {
  const counted = async (): Promise<readonly unknown[]> => (await selectTraffic(database.db, { population: 'counted', origin: 'real', since: ago(30) }))
    .map(({ action, response, asked: what, outcome, decisions }) => [action, response, what, outcome, decisions]).sort();
  const who = { population: 'counted', principal: someone, action: 'payout.change', at: ago(1) };
  const plain = [await writeDecision(database.db, { ...who, response: 'allow' }), await writeDecision(database.db, { ...who, response: 'allow' })];
  const open = await writeDecision(database.db, { ...who, response: 'challenge', ...asked });
  await database.pool.query('delete from checkpoint_traffic where population = $1', ['counted']);
  const event = (position: number, type: 'decision.made' | 'decision.settled', decision: string, told = {}) => (
    { position, type, population: 'counted', open: { decision, ...told } }) as unknown as LoggedEvent;
  const made = [...plain, open, newId(now, systemRandomness)].map((id, place) => event(place + 1, 'decision.made', id));
  await Promise.all([countTraffic(database, 'real', made), countTraffic(database, 'real', made)]);
  const first = [['payout.change', 'allow', null, null, 2], ['payout.change', 'challenge', 'email-code', null, 1]];
  assert.deepEqual(await counted(), first);
  await countTraffic(database, 'real', [...made, event(9, 'decision.settled', open, { outcome: 'permitted' })]);
  await countTraffic(database, 'real', [event(9, 'decision.settled', open, { outcome: 'permitted' })]);
  assert.deepEqual(await counted(), [first[0], ['payout.change', 'challenge', 'email-code', 'permitted', 1]]);
});

test('a token that nothing stood out of is counted by its own event, and every other by its decision\'s', async () => {
  const who = { population: 'tokens', principal: someone, action: 'token.issue', at: ago(1) };
  const plain = await writeDecision(database.db, { ...who, response: 'allow' });
  const noted = await writeDecision(database.db, { ...who, response: 'notify', reasons: ['secret-old'] });
  await database.pool.query('delete from checkpoint_traffic where population = $1', ['tokens']);
  const event = (position: number, type: 'decision.made' | 'token.issued', decision?: string) => ({ position, type, population: 'tokens', open: { decision } }) as unknown as LoggedEvent;
  await countTraffic(database, 'real', [event(21, 'token.issued', plain), event(22, 'decision.made', noted), event(23, 'token.issued', noted), event(24, 'token.issued')]);
  const rows = await selectTraffic(database.db, { population: 'tokens', origin: 'real', since: ago(30) });
  assert.deepEqual(rows.map(({ response, decisions }) => [response, decisions]).sort(), [['allow', 1], ['notify', 1]]);
});

test('sixty thousand that were let go hide none of the few that were challenged', async () => {
  const earlier = (await show(30, 'simulated')).actions[0]!.went;
  await writeDecision(database.db, { ...at, at: ago(2), id: newId(ago(2), simulatedRandomness), response: 'allow', features: {} });
  await database.pool.query('update checkpoint_traffic set decisions = decisions + 59999 where simulated and day = $1::date and response = \'allow\' and action = $2', [ago(2), at.action]);
  await writeDecision(database.db, { ...at, at: ago(20), id: newId(ago(20), simulatedRandomness), response: 'challenge', outcome: 'permitted' });
  const { went } = (await show(30, 'simulated')).actions[0]!;
  assert.deepEqual([went.requests - earlier.requests, went.challenges.passed - earlier.challenges.passed], [60_001, 1]);
});

test('what a challenge is worth is counted over 90 days whatever is asked about, told with how many, and known to decisions', async () => {
  const { worths, enough } = await show(1);
  const { ended, disowned, frictionFrom } = worths['email-code'];
  assert.deepEqual([ended, disowned, frictionFrom, enough], [4, 1, 'published', { ended: 200, disowned: 30 }]);
  await Promise.all(Array.from({ length: 200 }, async (_, each) => writeDecision(database.db, {
    ...at, at: ago(80), id: newId(ago(80), simulatedRandomness), response: 'challenge', ...asked, ...risk('medium', 0.1),
    outcome: each < 191 ? 'permitted' : 'abandoned',
  })));
  const worth = measureWorth(database.db);
  assert.deepEqual(worth.known(population, 'simulated', now), startingWorth, 'nobody waits for the first count');
  const counted = (await worth.count(population, 'simulated', now))['email-code'];
  // (9 + 1) / 202 lost.
  assert.deepEqual([counted.frictionFrom, counted.friction.toFixed(4), counted.ended, counted.efficacyFrom], ['measured', '0.0495', 200, 'published']);
  assert.deepEqual(worth.known(population, 'simulated', now)['email-code'], counted);
  assert.deepEqual(worth.known(population, 'real', now), startingWorth, 'real and simulated people are counted apart');
});

test('what a challenge stops is counted from the owner\'s word about a browser, and only where somebody was seen to be stopped', async () => {
  const worth = measureWorth(database.db);
  const whose = newId(ago(5), simulatedRandomness);
  const ofBrowser = async (outcome: 'permitted' | 'abandoned', many: number, say: (id: string) => Promise<unknown>): Promise<void> => {
    await Promise.all(Array.from({ length: many }, async () => say(await writeDecision(database.db, {
      ...at, principal: whose, at: ago(5), id: newId(ago(5), simulatedRandomness), response: 'challenge',
      candidates: [{ respond: 'challenge', with: 'passkey', within: '5m', held: true, chosen: true }], outcome,
    }))));
  };
  const passkey = async () => (await worth.count(population, 'simulated', now)).passkey;
  const notMe = (id: string) => writeNotMe(database.db, { population, principal: whose }, id, ago(4));
  const chargeback = (id: string) => insertLabel(database.db, { population, decision: id, principal: whose }, {
    source: 'chargeback', reference: 'dispute', revision: 0, verdict: 'impostor', confidence: 0.8, at: now, givenBy: 'client:shop', note: null });
  // The owner's own, in the days before they reported another browser.
  await ofBrowser('permitted', 40, async () => undefined);
  await ofBrowser('permitted', 31, chargeback);
  assert.deepEqual([(await passkey()).disowned, (await passkey()).efficacyFrom], [0, 'published']);
  await ofBrowser('permitted', 30, notMe);
  const blind = await passkey();
  assert.deepEqual([blind.disowned, blind.efficacyFrom, blind.efficacy], [30, 'published', startingWorth.passkey.efficacy]);
  await ofBrowser('abandoned', 30, notMe);
  const seen = await passkey();
  // (30 + 1) / (60 + 2) got through.
  assert.deepEqual([seen.disowned, seen.efficacyFrom, seen.efficacy], [60, 'measured', 0.5]);
});

test('who looked into it has the last word; against the owner, two of them have', async () => {
  const disowned = async (): Promise<number> => (await show(7)).actions[1]!.went.stopped.disowned;
  const id = await writeDecision(database.db, { ...at, action: 'card.show', at: ago(1), response: 'deny', features: {} });
  const say = (label: Partial<DecisionLabel>) => insertLabel(database.db, { population, decision: id, principal: someone }, {
    source: 'chargeback', reference: 'dispute-1', revision: 0, verdict: 'impostor', confidence: 0.8, at: now, givenBy: 'client:shop', note: null, ...label,
  });
  const confirm = (reference: string, by: string, more: Partial<DecisionLabel> = {}) => (
    say({ source: 'confirmed', reference, verdict: 'genuine', givenBy: `principal:${by}`, ...more }));
  assert.equal(await disowned(), 0);
  await say({});
  assert.equal(await disowned(), 1);
  await confirm('case-1', 'analyst');
  assert.equal(await disowned(), 0);
  await confirm('case-1', 'analyst', { verdict: 'withdrawn', revision: 1 });
  assert.equal(await disowned(), 1);
  await say({ verdict: 'withdrawn', revision: 1 });
  assert.equal(await disowned(), 0);
  await writeNotMe(database.db, { population, principal: someone }, id, now);
  await confirm('case-2', 'analyst');
  await confirm('case-3', 'analyst');
  assert.equal(await disowned(), 1, 'twice the same is one');
  await confirm('case-4', 'another');
  assert.equal(await disowned(), 0);
});
