import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closedLoop } from './closed-loop.ts';

test('never more at once than asked for, and no more in all', async () => {
  let running = 0;
  let highest = 0;
  const { done, results } = await closedLoop({ seconds: 60, most: 20, atOnce: 3 }, async () => {
    running += 1;
    highest = Math.max(highest, running);
    await new Promise((resolve) => { setImmediate(resolve); });
    running -= 1;
    return 'done';
  });
  assert.equal(done.count, 20);
  assert.equal(done.latencies.length, 20);
  assert.equal(results.length, 20);
  assert.equal(highest, 3);
});

test('one failure is the failure of it all', async () => {
  let begun = 0;
  await assert.rejects(closedLoop({ seconds: 60, most: 1_000, atOnce: 2 }, async () => {
    begun += 1;
    if (begun === 5) throw new Error('wrong answer');
    await new Promise((resolve) => { setImmediate(resolve); });
  }), /wrong answer/);
  assert.ok(begun < 10);
});
