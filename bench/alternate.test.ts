import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alternate, noteOf, rowOf, type Side } from './alternate.ts';

const effort = { rounds: 3, seconds: 1, most: 10, people: 1, principals: 1 };

function side(name: string, counts: number[], told: string[]): Side {
  return {
    run: async () => {
      told.push(name);
      return { count: counts.shift()!, seconds: 2, latencies: [1, 2, 3] };
    },
    rest: async () => {
      told.push(`${name} rests`);
      return 500;
    },
  };
}

test('sides take turns, each rests before the other begins, and the first round of each does not count', async () => {
  const told: string[] = [];
  const found = await alternate(side('a', [1, 60, 50, 90], told), side('b', [1, 100, 100, 100], told), effort, () => undefined);
  assert.deepEqual(told.slice(0, 6), ['a', 'a rests', 'b', 'b rests', 'a', 'a rests']);
  assert.equal(told.length, 16);
  assert.deepEqual(found.ours, [30, 25, 45]);
  assert.deepEqual(found.reference, [50, 50, 50]);
  assert.match(noteOf(found), /2 ms at the median and 3 ms at the 99th percentile.* 0\.5 s/);
});

test('a row is met by the median of the ratios', () => {
  const compared = { ours: [30, 25, 45], reference: [50, 50, 50], latencies: [], afterwork: [] };
  assert.deepEqual(rowOf(compared, { what: 'it', least: 0.6 }), {
    what: 'it', ours: '30.0/s', reference: '50.0/s', reached: '0.60 ×', target: '≥ 0.6 ×', met: true, spread: '0.50 – 0.90',
  });
  assert.equal(rowOf(compared, { what: 'it', least: 0.61 }).met, false);
});
