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
    'shop-sign-in': {
      purpose: 'sign-in', timeLimit: '15m', start: 'first', applications: ['shop'],
      nodes: { first: { step: 'identify', with: {}, exits: {} } },
    },
    raise: { purpose: 'step-up', timeLimit: '5m', start: 'proof', nodes: { proof: { step: 'passkey', with: {}, exits: {} } } },
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

test('an application goes its own way where it has one for the purpose, and everybody\'s where it has none', () => {
  assert.equal(journeyFor(policy, 'sign-in', 'shop').journey, 'shop-sign-in');
  assert.equal(journeyFor(policy, 'sign-in', 'intranet').journey, 'sign-in');
  assert.equal(journeyFor(policy, 'sign-in').journey, 'sign-in');
  assert.equal(journeyFor(policy, 'sign-up', 'shop').journey, 'join');
});

test('what the signed-in come back for is gone through as step-up where the policy has nothing else for it', () => {
  assert.equal(journeyFor(policy, 'delete').journey, 'raise');
  const own = { ...policy, journeys: { ...policy.journeys, leave: { ...policy.journeys['raise']!, purpose: 'delete' as const } } };
  assert.equal(journeyFor(own, 'delete').journey, 'leave');
  assert.equal(journeyFor(own, 'profile-edit').journey, 'raise');
});
