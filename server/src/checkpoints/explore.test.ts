import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startingWorth, worthsOf, type KnownWorths } from '../../../contract/actions/index.ts';
import { checkpoint as checkpointShape } from '../../../contract/policy/checkpoints.ts';
import { mostExplored } from '../../../contract/policy/exploration.ts';
import type { Checkpoint } from '../../../contract/policy/index.ts';
import { day, hour, hmac, minute } from '../kernel/index.ts';
import { compileCheckpoint } from './compile-checkpoint.ts';
import { decide } from './decide.ts';
import { asUsual, drawOf, explore, seedRange } from './explore.ts';
import type { Features } from './features.ts';
import { weigh } from './weigh.ts';

const base: Checkpoint = {
  about: 'Send a gift card', valueAtRisk: 'elevated', frictionTolerance: 'medium', stakes: { loss: 50, friction: 2.5 },
  reasons: { 'device-unknown': 'device.knownFor < duration("24h")' },
  responses: [{ respond: 'challenge', with: 'email-code', within: '5m', when: 'has.email' }, { respond: 'deny' }],
};
const known: Features = {
  device: { knownFor: 30 * day }, authentication: { age: minute, acr: 'urn:limen:acr:basic' }, session: { age: hour },
  account: { age: 100 * day }, recovered: null, has: { passkey: false, totp: false, password: true, email: true },
  email: { verifiedFor: 90 * day }, contact: null, proved: { strongAge: null, emailCodeAge: null }, challenge: null, pending: null,
  risk: { probability: 0.01, band: 'low', sum: -4.6, contributions: [], missing: [], history: '20+', frequency: 'weekly', model: 'test' },
};
const unknown: Features = { ...known, device: { knownFor: 0 } };

/** Draws as the server makes them, from a key of the test's own. */
const draws = Array.from({ length: 20_000 }, (_, at) => drawOf(hmac(Buffer.alloc(32, 7), `session-${at} gift.send`).toString('base64url')));

function made(checkpoint: Checkpoint, features: Features, seed: number, worths: KnownWorths = startingWorth) {
  const compiled = compileCheckpoint(checkpoint);
  const drawn = explore(decide(features, compiled), features, compiled, seed);
  return { ...drawn, weighing: weigh(drawn.decision, drawn, { features, checkpoint, worths }) };
}

for (const [name, exploration, features, usual, other] of [
  ['who would be challenged is let go', { letGo: 0.03 }, unknown, 'email-code', 'allow'],
  ['who would be let go is challenged', { challenge: 0.02 }, known, 'allow', 'email-code'],
] as const) {
  test(`the recorded propensities are what happens: ${name}`, () => {
    const checkpoint: Checkpoint = { ...base, exploration };
    const part = Object.values(exploration)[0]!;
    let explored = 0;
    for (const seed of draws) {
      const { decision, weighing } = made(checkpoint, features, seed);
      const by = Object.fromEntries(weighing.answers.map(({ answer, propensity }) => [answer, propensity]));
      assert.deepEqual([by[usual], by[other]], [1 - part, part]);
      assert.equal(weighing.answers.reduce((sum, { propensity }) => sum + propensity, 0), 1);
      assert.equal(weighing.seed, seed);
      assert.equal(weighing.explored, decision.reasons.includes('explored'));
      explored += Number(weighing.explored);
    }
    // Four standard deviations of a binomial: a wrong propensity of half a point would be seen.
    const spread = 4 * Math.sqrt(draws.length * part * (1 - part));
    assert.ok(Math.abs(explored - draws.length * part) < spread, `${explored} of ${draws.length * part} ± ${spread}`);
    // The estimate of inverse propensity weighting gives back the number of all, which it can't by wrong propensities.
    assert.ok(Math.abs(explored / part / draws.length - 1) < spread / (draws.length * part));
  });
}

test('draws are even over their range', () => {
  const cells = Array.from({ length: 20 }, () => 0);
  for (const seed of draws) cells[Math.floor((seed / seedRange) * 20)]! += 1;
  const expected = draws.length / 20;
  const chiSquare = cells.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  // 19 degrees of freedom: above 43.8 once in a thousand keys, and the key is always the same.
  assert.ok(chiSquare < 43.8, String(chiSquare));
});

test('the same seed gives the same decision again, from what is recorded', () => {
  const checkpoint: Checkpoint = { ...base, exploration: { letGo: 0.05 } };
  for (const seed of draws.slice(0, 500)) {
    const first = made(checkpoint, unknown, seed);
    const recorded = JSON.parse(JSON.stringify({ features: unknown, seed: first.weighing.seed })) as { features: Features; seed: number };
    assert.deepEqual(made(checkpoint, recorded.features, recorded.seed).decision, first.decision);
  }
});

test('without exploration each answer is certain, and nothing is drawn', () => {
  const compiled = compileCheckpoint(base);
  const usual = decide(unknown, compiled);
  const drawn = explore(usual, unknown, compiled, 0);
  assert.deepEqual(drawn, asUsual(usual));
  const { answers, seed, explored } = weigh(usual, drawn, { features: unknown, checkpoint: base, worths: startingWorth });
  assert.deepEqual([answers.map(({ answer, propensity }) => [answer, propensity]), seed, explored],
    [[['allow', 0], ['email-code', 1], ['deny', 0]], null, false]);
});

test('what is of high value is never let go by a draw, and is closed in a session that was', () => {
  for (const valueAtRisk of ['high', 'critical'] as const) {
    const checkpoint: Checkpoint = { ...base, valueAtRisk, exploration: { letGo: 0.05 } };
    assert.equal(made(checkpoint, unknown, 0).decision.response, 'challenge');
    const { response, reasons } = decide({ ...known, explored: true }, compileCheckpoint(checkpoint));
    assert.deepEqual([response, reasons], ['deny', ['session-explored']]);
  }
  // What costs little stays open, and is not drawn about again.
  const again = made({ ...base, exploration: { letGo: 0.05 } }, { ...unknown, explored: true }, 0);
  assert.deepEqual([again.decision.response, again.weighing.explored], ['challenge', false]);
});

test('nothing but a challenge is taken back, and nothing but an unasked yes is asked for', () => {
  const both: Checkpoint = { ...base, exploration: { letGo: 0.02, challenge: 0.03 } };
  const nobody = { ...unknown, has: { ...unknown.has, email: false } };
  assert.deepEqual([made(both, nobody, 0).decision.response, made(both, nobody, 0).weighing.explored], ['deny', false]);
  const shown = { ...unknown, challenge: { age: minute }, proved: { strongAge: null, emailCodeAge: 0 } };
  assert.deepEqual(made(both, shown, 0).decision.reasons, ['device-unknown', 'challenge-met']);
  // Asked by a draw, and shown: it goes on, as it would have without the draw, so the session was not let go by one.
  const met = made(both, { ...known, challenge: { age: minute }, proved: { strongAge: null, emailCodeAge: 0 } }, 0);
  assert.deepEqual([met.decision.response, met.decision.reasons], ['allow', ['explored', 'challenge-met']]);
  assert.equal(met.weighing.explored, false);
  assert.equal(met.weighing.answers.find(({ answer }) => answer === 'allow')!.propensity, 1);
  assert.deepEqual([made(both, known, 0).weighing.explored, made(both, unknown, 0).weighing.explored], [true, true]);
});

test('a policy can explore no more than a twentieth of an action', () => {
  const faulty = (exploration: object) => !checkpointShape.safeParse({ ...base, exploration }).success;
  assert.ok(faulty({ letGo: mostExplored + 0.001 }));
  assert.ok(faulty({ letGo: 0.03, challenge: 0.03 }));
  assert.ok(faulty({ deny: 0.01 }));
  assert.ok(!faulty({ letGo: 0.02, challenge: 0.03 }));
});

test('expected costs are told where the risk is known, and only there', () => {
  const { answers } = made(base, unknown, 0).weighing;
  const cost = Object.fromEntries(answers.map((each) => [each.answer, each.cost]));
  // p = .01, L = 50, V = 2.50 / .065: .01·50 = .5; .01·50·.04 + .99·2.50 = 2.495; .99·38.4615 = 38.0769.
  assert.deepEqual(cost, { allow: 0.5, 'email-code': 2.495, deny: 38.0769 });
  assert.ok(made(base, { ...unknown, risk: null }, 0).weighing.answers.every((each) => each.cost === null));
});

test('costs go by what was measured here where that is enough, and say so', () => {
  const worths = worthsOf([{ name: 'email-code', ended: 998, passed: 899, disowned: 29, disownedPassed: 0 }]);
  const { answers, measured } = made(base, unknown, 0, worths).weighing;
  // 100 of 1,000 lost, no longer 6.5 %: .01·50·.04 + .99·(2.50/.065)·.1 = 3.8277. 29 disowned are too few, so 96 % stay.
  assert.equal(answers.find(({ answer }) => answer === 'email-code')!.cost, 3.8277);
  assert.deepEqual(measured, { 'email-code': { ...startingWorth['email-code'], friction: 0.1, frictionFrom: 'measured', ended: 998, disowned: 29 } });
  assert.deepEqual(made(base, unknown, 0).weighing.measured, {});
});

test('what a question is about is what would be lost, in the currency of the policy alone', () => {
  const compiled = compileCheckpoint(base);
  const lossOf = (amount: Features['amount'], currency?: string) => {
    const features: Features = { ...unknown, ...(amount ? { amount } : {}) };
    const usual = decide(features, compiled);
    const { stakes: { loss }, answers } = weigh(usual, asUsual(usual), { features, checkpoint: base, worths: startingWorth, currency });
    return [loss, answers.find(({ answer }) => answer === 'allow')!.cost];
  };
  assert.deepEqual(lossOf({ value: 800, currency: 'EUR' }, 'EUR'), [{ amount: 800, from: 'request' }, 8]);
  assert.deepEqual(lossOf({ value: 800, currency: 'EUR' }, 'USD'), [{ amount: 50, from: 'policy' }, 0.5]);
  // Without a currency in the file its amounts are in US dollars.
  assert.deepEqual(lossOf({ value: 20, currency: 'USD' }), [{ amount: 20, from: 'request' }, 0.2]);
  assert.deepEqual(lossOf(undefined, 'EUR'), [{ amount: 50, from: 'policy' }, 0.5]);
});
