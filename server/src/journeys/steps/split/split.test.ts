import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wayOf } from './index.ts';

const dealt = (name: string, weighted: Parameters<typeof wayOf>[1], runs = 4_000) =>
  Map.groupBy(Array.from({ length: runs }, (_, run) => wayOf(`${name}/${run}`, weighted)), (way) => way);

test('runs are dealt by weight, to within what chance allows', () => {
  const ways = dealt('shorter-form', [['a', 1], ['b', 3]]);
  assert.ok(Math.abs(ways.get('a')!.length - 1_000) < 120, `${ways.get('a')!.length}`);
});

test('the same run goes the same way, and another experiment deals anew', () => {
  const half = [['a', 1], ['b', 1]] as const;
  const both = Array.from({ length: 400 }, (_, run) => [wayOf(`one/${run}`, half), wayOf(`two/${run}`, half)] as const);
  assert.equal(wayOf('one/7', half), wayOf('one/7', half));
  const same = both.filter(([one, two]) => one === two).length;
  assert.ok(same > 140 && same < 260, `${same}`);
});

test('what has no weight gets nobody', () => {
  assert.deepEqual([...dealt('off', [['a', 0], ['b', 5], ['c', 0]]).keys()], ['b']);
  assert.equal(wayOf('nothing', [['a', 0], ['b', 0]]), 'a');
});
