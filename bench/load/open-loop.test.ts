import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openLoop } from './open-loop.ts';

test('nobody waits for those before: all have come while the first is still under way', async () => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => { release = resolve; });
  let come = 0;
  const results = await openLoop({ perSecond: 1_000, count: 20 }, async (number, late) => {
    come += 1;
    assert.ok(late >= 0);
    if (come === 20) release();
    await held;
    return number;
  });
  assert.deepEqual(results, Array.from({ length: 20 }, (_, number) => number));
});

test('one failure is the failure of it all', async () => {
  await assert.rejects(openLoop({ perSecond: 1_000, count: 50 }, async (number) => {
    if (number === 3) throw new Error('wrong answer');
  }), /wrong answer/);
});
