import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDecision } from './ask-decision.ts';

test('only a plain yes is a yes', () => {
  assert.deepEqual(readDecision({ decision: true }), { kind: 'go-on' });
  for (const decision of ['true', 1, undefined, null]) {
    assert.deepEqual(readDecision({ decision }), { kind: 'refused', codes: [] });
  }
});

test('a no says how to go on: what to confirm, how long to wait, or why not', () => {
  assert.deepEqual(
    readDecision({ decision: false, context: { acr_values: 'a b', max_age: 300, prompt: 'login' } }),
    { kind: 'confirm', wish: { acrValues: 'a b', maxAge: 300, prompt: 'login' } });
  assert.deepEqual(
    readDecision({ decision: false, context: { delay_until: '2027-01-01T00:00:00Z' } }),
    { kind: 'wait', until: new Date('2027-01-01T00:00:00Z') });
  assert.deepEqual(
    readDecision({ decision: false, context: { reason_admin: { codes: ['cancelled'] } } }),
    { kind: 'refused', codes: ['cancelled'] });
});
