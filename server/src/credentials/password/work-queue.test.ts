import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasCode, type LimenError } from '../../kernel/index.ts';
import { createWorkQueue } from './work-queue.ts';

test('work runs a few at a time in its order, and what the queue cannot hold is refused at once', async () => {
  const queue = createWorkQueue({ atOnce: 2, waiting: 3 });
  const begun: number[] = [];
  const gates = Array.from({ length: 5 }, () => Promise.withResolvers<void>());
  const runs = gates.map((gate, index) => queue.run(async () => {
    begun.push(index);
    await gate.promise;
    return index;
  }));
  await assert.rejects(queue.run(async () => 5), (error) =>
    hasCode(error, 'server.busy') && (error as LimenError).retryAfter === 2);
  assert.deepEqual(begun, [0, 1]);
  gates[1]!.resolve();
  assert.equal(await runs[1], 1);
  await Promise.resolve();
  assert.deepEqual(begun, [0, 1, 2]);
  for (const gate of gates) gate.resolve();
  assert.deepEqual(await Promise.all(runs), [0, 1, 2, 3, 4]);
  assert.equal(await queue.run(async () => 6), 6);
});

test('work that fails frees its place', async () => {
  const queue = createWorkQueue({ atOnce: 1, waiting: 1 });
  const failing = queue.run(async () => { throw new Error('broken'); });
  const next = queue.run(async () => 'done');
  await assert.rejects(failing, /broken/);
  assert.equal(await next, 'done');
});
