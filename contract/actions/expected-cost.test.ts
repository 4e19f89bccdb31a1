import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectedCost, worthFrom } from './expected-cost.ts';

const allow = { efficacy: 0, friction: 0 };
const sms = { efficacy: 0.96, friction: 1 };

test('the worked example of the research: the same login is silent at browsing and asked again at a payout', () => {
  // Friction of 2.50 each time; a loss of 500 is worth asking from 0.0052 on, one of 50 from 0.0495 on.
  assert.equal(worthFrom({ loss: 500, value: 2.5 }, sms, allow).toFixed(4), '0.0052');
  assert.equal(worthFrom({ loss: 50, value: 2.5 }, sms, allow).toFixed(4), '0.0495');
});

test('at the threshold both responses cost the same, below it the milder one costs less', () => {
  const stakes = { loss: 300, value: 4 };
  const from = worthFrom(stakes, sms, allow);
  const costs = (probability: number) => [expectedCost(probability, stakes, sms), expectedCost(probability, stakes, allow)] as const;
  const [asked, let_] = costs(from);
  assert.ok(Math.abs(asked - let_) < 1e-9);
  assert.ok(costs(from * 0.9)[0] > costs(from * 0.9)[1]);
  assert.ok(costs(from * 1.1)[0] < costs(from * 1.1)[1]);
});

test('what stops nothing more is never worth it, what bothers nobody always is', () => {
  assert.equal(worthFrom({ loss: 500, value: 1 }, { efficacy: 0, friction: 0.1 }, allow), 1);
  assert.equal(worthFrom({ loss: 500, value: 1 }, { efficacy: 0.5, friction: 0 }, allow), 0);
});
