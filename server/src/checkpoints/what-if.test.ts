import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Situation } from '../../../contract/admin/what-if.ts';
import type { Checkpoint } from '../../../contract/policy/index.ts';
import { day, hasCode, hour, minute, second } from '../kernel/index.ts';
import { whatIf } from './ask-what-if.ts';
import { compileCheckpoint } from './compile-checkpoint.ts';
import { decide } from './decide.ts';
import type { Features } from './features.ts';
import { shadowAnswer } from './shadow.ts';
import { featuresOf } from './situation.ts';

const payout: Checkpoint = {
  about: 'Change where money goes', valueAtRisk: 'high', frictionTolerance: 'medium',
  reasons: {
    'device-unknown': 'device.knownFor < duration("24h")', 'authentication-old': 'authentication.age > duration("5m")',
    'risk-elevated': 'risk.band == "high" || risk.band == "critical"',
  },
  responses: [
    { respond: 'challenge', with: 'passkey-or-totp', within: '5m', when: 'has.passkey || has.totp' },
    { respond: 'challenge', with: 'email-code', within: '5m', when: 'has.email && email.verifiedFor >= duration("72h")' },
    { respond: 'delay', for: '24h' },
  ],
};
const policy = { checkpoints: { actions: { 'payout.change': payout } } };
const ask = (situation: Situation) => whatIf(policy, { action: 'payout.change', situation }).answer;

test('nothing stands out: yes, the first condition that did not hold, and what would turn it', () => {
  const { response, rules, firstUnmet, nearest, band } = ask({});
  assert.deepEqual([response, band], ['allow', 'low']);
  assert.deepEqual(rules.map(({ kind, name, held, chosen }) => [kind, name, held, chosen]), [
    ['reason', 'device-unknown', false, false], ['reason', 'authentication-old', false, false], ['reason', 'risk-elevated', false, false],
    ['response', 'passkey-or-totp', false, false], ['response', 'email-code', true, false], ['response', 'delay', true, false],
  ]);
  assert.deepEqual([firstUnmet?.name, firstUnmet?.facts], ['device-unknown', [{ fact: 'device.knownFor', value: '30d' }]]);
  // From a minute, five minutes and a second are nearer than a browser that isn't known.
  assert.deepEqual([nearest?.fact, nearest?.from, nearest?.to, nearest?.response], ['authentication.age', '1m', '301s', 'challenge']);
});

const cases: readonly (readonly [string, Situation, string, readonly [string, string, string]])[] = [
  ['a code was not shown', { deviceKnownFor: 0 }, 'challenge', ['a code by e-mail', 'shown now', 'allow']],
  ['a passkey was not shown', { deviceKnownFor: 0, has: { passkey: true } }, 'challenge', ['a passkey', 'shown now', 'allow']],
  ['a young address', { deviceKnownFor: day - second, emailVerifiedFor: hour }, 'delay', ['device.knownFor', '1d', 'allow']],
  ['risk alone', { risk: { band: 'high' } }, 'challenge', ['a code by e-mail', 'shown now', 'allow']],
  ['just known', { deviceKnownFor: day, authenticationAge: 0 }, 'allow', ['device.knownFor', '86399s', 'challenge']],
];
for (const [name, situation, expected, [fact, to, turned]] of cases) {
  test(`what if: ${name}`, () => {
    const { response, nearest, tried } = ask(situation);
    assert.equal(response, expected);
    assert.deepEqual([nearest?.fact, nearest?.to, nearest?.response], [fact, to, turned]);
    assert.ok(tried < 400, String(tried));
  });
}

test('the change that is told really turns the answer', () => {
  const features = featuresOf({ deviceKnownFor: hour, emailVerifiedFor: hour });
  assert.equal(decide(features, compileCheckpoint(payout)).response, 'delay');
  assert.equal(decide({ ...features, device: { knownFor: day } }, compileCheckpoint(payout)).response, 'allow');
});

test('signals make the risk by the model of the server, and silence is no signal', () => {
  const loud = ask({ risk: { signals: { device: 5, network: 2, travel: 3 } } });
  assert.deepEqual([loud.response, loud.band === 'high' || loud.band === 'critical'], ['challenge', true]);
  assert.ok(loud.probability! > 10 * ask({ risk: { signals: {} } }).probability!);
  assert.ok(ask({ risk: null }).rules.length > 0);
});

test('what nothing turns is said so', () => {
  const shut: Checkpoint = { ...payout, reasons: { always: 'true' }, responses: [{ respond: 'deny' }] };
  const { response, nearest } = whatIf({ checkpoints: { actions: { shut } } }, { action: 'shut', situation: {} }).answer;
  assert.deepEqual([response, nearest], ['deny', null]);
});

test('a recorded decision is where it may begin; an action that is not declared is an error', () => {
  const seen = featuresOf({ deviceKnownFor: 5 * minute, has: { passkey: true, email: false } });
  const recorded = { features: JSON.parse(JSON.stringify(seen)) as Features };
  const { response, nearest } = whatIf(policy, { action: 'payout.change', situation: {} }, recorded).answer;
  assert.deepEqual([response, nearest?.fact], ['challenge', 'a passkey']);
  assert.equal(whatIf(policy, { action: 'payout.change', situation: { deviceKnownFor: 2 * day } }, recorded).answer.response, 'allow');
  assert.throws(() => whatIf(policy, { action: 'constructor', situation: {} }), (error) => hasCode(error, 'action.unknown'));
});

test('a draft that watches answers by its own rules and its own bands', () => {
  const features = featuresOf({ risk: { signals: { device: 4, network: 1.5 } } });
  const watch = '019a2f30-0000-7000-8000-000000000000';
  const drafts = { actions: { 'payout.change': { ...payout, reasons: { risky: 'risk.band == "critical"' } } } };
  const usual = shadowAnswer(watch, { checkpoints: drafts }, 'payout.change', features);
  assert.deepEqual([usual.mode, usual.response], ['report-only', 'allow']);
  const strict = { impostors: 0.01, bands: { medium: 0.0001, high: 0.0002, critical: 0.0003 } };
  const asked = shadowAnswer(watch, { checkpoints: drafts, risk: strict }, 'payout.change', features);
  assert.deepEqual([asked.response, asked.with, asked.reasons], ['challenge', 'email-code', ['risky']]);
  assert.deepEqual(shadowAnswer(watch, { checkpoints: { actions: {} } }, 'payout.change', features).reasons, ['action-unknown']);
});

test('an amount that conditions name is where the answer turns', () => {
  const gift: Checkpoint = { ...payout, reasons: { much: 'amount.value > 100.0 && amount.currency == "EUR"' }, responses: [{ respond: 'deny' }] };
  const what = (situation: Situation) => whatIf({ checkpoints: { actions: { gift } } }, { action: 'gift', situation }).answer;
  const { response, nearest } = what({ amount: { value: 250, currency: 'EUR' } });
  assert.deepEqual([response, nearest?.fact, nearest?.from, nearest?.to, nearest?.response], ['deny', 'amount.value', '250', '99.99', 'allow']);
  assert.equal(what({ amount: { value: 20, currency: 'EUR' } }).nearest?.to, '100.01');
  // Without an amount the condition can't be answered, which is a reason.
  assert.deepEqual([what({}).response, what({}).rules[0]!.held], ['deny', null]);
});

test('a managed device stays one whatever else is changed of it, and losing that is a change of its own', () => {
  const records: Checkpoint = {
    ...payout, reasons: { unmanaged: '!device.managed && device.knownFor < duration("24h")', odd: 'device.knownFor < duration("1h")' }, responses: [{ respond: 'deny' }] };
  const what = (situation: Situation, base?: Features) => whatIf({ checkpoints: { actions: { records } } }, { action: 'records', situation }, base && { features: base }).answer;
  const seen = featuresOf({ deviceManaged: true, deviceKnownFor: 2 * hour });
  assert.deepEqual([what({}, seen).response, what({ deviceKnownFor: 3 * hour }, seen).response, what({ deviceManaged: false }, seen).response], ['allow', 'allow', 'deny']);
  const { nearest } = what({}, seen);
  assert.deepEqual([nearest?.fact, nearest?.from, nearest?.to], ['device.managed', 'true', 'false']);
  assert.deepEqual([what({ deviceKnownFor: 0 }, seen).nearest?.fact, what({ deviceKnownFor: 0 }, seen).nearest?.response], ['device.knownFor', 'allow']);
});

test('what was permitted before goes along with an amount', () => {
  const gift: Checkpoint = { ...payout, reasons: { much: 'amount.value > 100.0', adds: 'amount.today >= 300.0' }, responses: [{ respond: 'deny' }] };
  const what = (amount: Situation['amount']) => whatIf({ checkpoints: { actions: { gift } } }, { action: 'gift', situation: { amount } }).answer;
  assert.deepEqual([what({ value: 90, currency: 'EUR', today: 290 }).response, what({ value: 90, currency: 'EUR', today: 320 }).response], ['allow', 'deny']);
  // 100.01 alone would do; with the 200 before it the day is over its limit at 100 already.
  const { nearest } = what({ value: 90, currency: 'EUR', today: 290 });
  assert.deepEqual([nearest?.fact, nearest?.to, nearest?.response, nearest?.reasons], ['amount.value', '100', 'deny', ['adds']]);
});

test('what the application says, who asks and when can be made up, and is what turns an answer', () => {
  const exporting: Checkpoint = {
    ...payout, responses: [{ respond: 'deny' }], reasons: {
      many: 'has(resource.properties.records) && double(resource.properties.records) >= 1000.0', night: 'time.hour < 6', old: 'client.id == "shop-2019"',
      shared: 'resource.type == "shared"', going: 'recovery.isUnderWay', unread: 'contact.removedAge < duration("72h")',
    } };
  const what = (situation: Situation) => {
    const { response, reasons, nearest } = whatIf({ checkpoints: { actions: { exporting } } }, { action: 'exporting', situation: { resource: { type: 'own' }, ...situation } }).answer;
    return { answer: [response, ...reasons].join(' '), nearest: nearest && [nearest.fact, nearest.from, nearest.to].join(' ') };
  };
  assert.deepEqual(what({ resource: { type: 'own', properties: { records: '1500' } } }), { answer: 'deny many', nearest: 'resource.properties.records 1500 999' });
  assert.deepEqual(what({ hour: 5 }), { answer: 'deny night', nearest: 'time.hour 5 6' });
  assert.deepEqual(what({ client: 'shop-2019' }).answer, 'deny old');
  assert.deepEqual(what({ resource: { type: 'shared' } }).answer, 'deny shared');
  assert.deepEqual(what({ recovering: true }), { answer: 'deny going', nearest: 'recovery.isUnderWay true false' });
  assert.deepEqual(what({ contactRemovedAge: hour }), { answer: 'deny unread', nearest: 'contact.removedAge 1h never' });
  assert.equal(what({ contactRemovedAge: null }).answer, 'allow');
});
