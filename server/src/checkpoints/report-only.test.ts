/** A checkpoint that only reports: what it lets through, what it writes down, and what stays shut whatever it says. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkpoint } from '../../../contract/policy/index.ts';
import { day, hour, minute } from '../kernel/index.ts';
import { compileCheckpoint } from './compile-checkpoint.ts';
import { decide } from './decide.ts';
import { onlyReported } from './report-only.ts';
import { shadowAnswer, shadowToken } from './shadow.ts';
import { featuresOf } from './situation.ts';

const payout = checkpoint.parse({
  about: 'Change of the payout account', valueAtRisk: 'high', frictionTolerance: 'medium', mode: 'report-only',
  reasons: { 'device-unknown': 'device.knownFor < duration("24h")' },
  responses: [
    { respond: 'challenge', with: 'passkey', within: '5m', when: 'has.passkey' }, { respond: 'review', within: '1d', when: 'has.totp' },
    { respond: 'deny', when: '!has.email' }, { respond: 'delay', for: '24h' }],
});
const compiled = compileCheckpoint(payout);
const stranger = featuresOf({ deviceKnownFor: 0 });
const reported = (features: typeof stranger) => onlyReported(decide(features, compiled), features, compiled);

test('whatever it comes to is let through, and stands beside the yes with what would have been asked', () => {
  const given: Record<string, string> = {};
  for (const kinds of [{ passkey: true }, { totp: true }, { email: false }, {}]) {
    const { decision, would } = reported(featuresOf({ deviceKnownFor: 0, has: kinds }))!;
    assert.deepEqual([decision.response, decision.reasons, decision.lift, decision.delay, decision.review], ['allow', ['device-unknown', 'report-only'], undefined, undefined, undefined]);
    assert.deepEqual(would.reasons, ['device-unknown']);
    given[Object.keys(kinds).join()] = [would.response, would.with].join();
  }
  assert.deepEqual(given, { passkey: 'challenge,passkey', totp: 'review,', email: 'deny,', '': 'delay,' });
  const { decision, would } = reported(featuresOf({}))!;
  assert.deepEqual([decision.response, decision.reasons, would], ['allow', [], { response: 'allow', reasons: [] }]);
});

test('a live one is never let through so', () => {
  const live = compileCheckpoint({ ...payout, mode: 'live' });
  assert.equal(onlyReported(decide(stranger, live), stranger, live), undefined);
});

test('what no policy lowers stays shut: a recovered account without a factor, a session that a draw let go', () => {
  assert.equal(reported(featuresOf({ recovered: { age: hour, factorAge: 0 } })), undefined);
  assert.equal(reported(featuresOf({ explored: true })), undefined);
});

test('what was begun while it was live ends as people were told: their no stands', () => {
  for (const begun of [
    { pending: { dueIn: day, state: 'waiting' } }, { pending: { dueIn: day, state: 'cancelled' } },
    { review: { dueIn: day, state: 'refused' } }, { review: { dueIn: day, state: 'waiting' } },
  ] as const) assert.equal(reported({ ...stranger, ...begun }), undefined, JSON.stringify(begun));
  const met = { ...featuresOf({ deviceKnownFor: 0, has: { passkey: true } }), challenge: { age: minute }, proved: { strongAge: 0, passkeyAge: 0, emailCodeAge: null } };
  assert.deepEqual([decide(met, compiled).by, reported(met)], ['challenge', undefined], 'a challenge that was met is used up');
});

test('a draft that only reports would let through', () => {
  const rules = { checkpoints: { actions: { 'payout.change': payout, 'token.issue': { ...payout, reasons: { always: 'true' }, responses: [{ respond: 'deny' } as const] } } } };
  const watch = '0190a5d3-0000-7000-8000-000000000000';
  assert.deepEqual(shadowAnswer(watch, rules, 'payout.change', stranger).response, 'allow');
  const { response, reasons } = shadowToken(watch, rules, { client: { id: 'c', age: day, authentication: 'key', credentialAge: day }, token: { resource: '', scopes: [], bound: true }, network: { kind: 'usual', place: 'AS1' }, time: { hour: 1, weekday: 1 } });
  assert.deepEqual([response, reasons], ['allow', ['always', 'report-only']]);
});
