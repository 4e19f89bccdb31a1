import assert from 'node:assert/strict';
import { test } from 'node:test';
import { roundsOf } from './rounds.ts';

const rounds = (ways: Readonly<Record<string, string>>) => (
  roundsOf(Object.keys(ways), (each) => [...ways[each]!])
    .map(({ members, isClosed }) => `${[...members].sort().join('')}${isClosed ? ' closed' : ''}`).sort());

test('rounds are found, each with whether a way leads out', () => {
  assert.deepEqual(rounds({ a: 'b', b: 'c', c: 'a' }), ['abc closed']);
  assert.deepEqual(rounds({ a: 'b', b: 'ac', c: '' }), ['ab']);
  assert.deepEqual(rounds({ a: 'bd', b: 'c', c: 'b', d: 'd', e: 'a' }), ['bc closed', 'd closed']);
  assert.deepEqual(rounds({ a: 'b', b: 'cx', c: 'bd', d: 'e', e: 'd' }), ['bc', 'de closed']);
  assert.deepEqual(rounds({ a: 'bc', b: 'd', c: 'd', d: '' }), []);
});

test('a way as long as anybody writes it is gone through', () => {
  const all = Array.from({ length: 50_000 }, (_, index) => index);
  const [round, ...others] = roundsOf(all, (each) => [(each + 1) % all.length]);
  assert.equal(round?.members.length, all.length);
  assert.equal(others.length, 0);
});
