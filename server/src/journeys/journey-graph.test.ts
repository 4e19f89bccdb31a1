import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PolicyContent } from '../../../contract/policy/index.ts';
import { follow, isWired, journeyFor } from './journey-graph.ts';

const policy = {
  population: { slug: 'customers', kind: 'customer', name: 'Customers' },
  journeys: {
    'sign-in': {
      purpose: 'sign-in', timeLimit: '15m', start: 'who',
      nodes: {
        who: { step: 'identify', with: {}, exits: { identified: 'code', other: 'journey:join', passkey: 'gone' } },
        code: { step: 'email-code', with: {}, exits: {} },
      },
    },
    join: { purpose: 'sign-up', timeLimit: '15m', start: 'first', nodes: { first: { step: 'identify', with: {}, exits: {} } } },
  },
} as unknown as PolicyContent;

test('exits lead to nodes of the same journey and to the start of another', () => {
  const who = { journey: 'sign-in', node: 'who' };
  assert.deepEqual(follow(policy, who, 'identified'), { journey: 'sign-in', node: 'code' });
  assert.deepEqual(follow(policy, who, 'other'), { journey: 'join', node: 'first' });
  assert.equal(isWired(policy, who, 'back'), false);
});

test('an exit that leads nowhere is an error that names the place', () => {
  assert.throws(() => follow(policy, { journey: 'sign-in', node: 'code' }, 'verified'), /sign-in\/code leaves by verified/);
  assert.throws(() => journeyFor(policy, 'enrol'), /customers has no journey for enrol/);
});
