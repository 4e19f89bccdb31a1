import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inBatches } from './in-batches.ts';

function heap(size: number) {
  let left = size;
  let parts = 0;
  return {
    parts: () => parts,
    take: async (): Promise<number> => {
      const taken = Math.min(left, 10);
      left -= taken;
      parts += 1;
      return taken;
    },
  };
}

test('it goes on until a part finds less than it could have done', async () => {
  for (const [size, parts] of [[0, 1], [9, 1], [10, 2], [35, 4]] as const) {
    const { take, parts: made } = heap(size);
    assert.deepEqual([await inBatches(take, { full: 10 }), made()], [size, parts]);
  }
});

test('it ends when the time is over, after the part that it is at', async () => {
  const { take, parts } = heap(1_000);
  assert.deepEqual([await inBatches(take, { full: 10, within: 0 }), parts()], [10, 1]);
});

test('what fails is told, and nothing comes after it', async () => {
  const { take, parts } = heap(100);
  const work = async (): Promise<number> => (parts() === 2 ? Promise.reject(new Error('lost')) : take());
  await assert.rejects(inBatches(work, { full: 10 }), /lost/);
  assert.equal(parts(), 2);
});
