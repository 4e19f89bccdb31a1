import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LimenError, movableClock, second } from '../kernel/index.ts';
import { createBulkhead } from './bulkhead.ts';
import { createLimiter } from './limiter.ts';

const start = new Date('2027-01-01T00:00:00Z');

function waitOf(work: () => void): number {
  try {
    work();
    return 0;
  } catch (error) {
    assert.ok(error instanceof LimenError && error.code === 'request.rate_limited');
    return error.retryAfter!;
  }
}

test('a bucket gives its burst, then refills, and says when', () => {
  const clock = movableClock(start);
  const limiter = createLimiter({ clock, burst: 3, perSecond: 0.5 });
  assert.deepEqual([1, 2, 3, 4].map(() => waitOf(() => limiter.take('a'))), [0, 0, 0, 2]);
  assert.equal(waitOf(() => limiter.take('b')), 0, 'another key has a bucket of its own');
  clock.advance(2 * second);
  assert.deepEqual([1, 2].map(() => waitOf(() => limiter.take('a'))), [0, 2]);
  clock.advance(3600 * second);
  assert.equal(waitOf(() => limiter.take('a', 3)), 0, 'never more than the burst');
  assert.equal(waitOf(() => limiter.take('a', 3)), 6);
});

test('to look takes nothing, and says as much as to take would', () => {
  const clock = movableClock(start);
  const limiter = createLimiter({ clock, burst: 2, perSecond: 0.5 });
  assert.deepEqual([1, 2, 3].map(() => waitOf(() => limiter.look('a'))), [0, 0, 0]);
  limiter.take('a', 2);
  assert.deepEqual([waitOf(() => limiter.look('a')), waitOf(() => limiter.take('a')), waitOf(() => limiter.look('b'))], [2, 2, 0]);
  clock.advance(2 * second);
  assert.equal(waitOf(() => limiter.look('a')), 0);
});

test('being refused does not push the end of the wait away', () => {
  const clock = movableClock(start);
  const limiter = createLimiter({ clock, burst: 1, perSecond: 0.1 });
  limiter.take('a');
  for (let i = 0; i < 9; i += 1) {
    clock.advance(second);
    assert.equal(waitOf(() => limiter.take('a')), 9 - i);
  }
  clock.advance(second);
  assert.equal(waitOf(() => limiter.take('a')), 0);
});

test('a clock that goes backwards gives nothing away', () => {
  const clock = movableClock(start);
  const limiter = createLimiter({ clock, burst: 1, perSecond: 1 });
  limiter.take('a');
  clock.set(new Date(start.getTime() - 3600 * second));
  assert.equal(waitOf(() => limiter.take('a')), 1);
});

test('the least recently used key is forgotten beyond the bound', () => {
  const limiter = createLimiter({ clock: movableClock(start), burst: 1, perSecond: 1, keys: 2 });
  limiter.take('a');
  limiter.take('b');
  waitOf(() => limiter.take('a'));
  limiter.take('c');
  assert.equal(waitOf(() => limiter.take('a')), 1, 'still known');
  assert.equal(waitOf(() => limiter.take('b')), 0, 'forgotten');
});

test('a bulkhead runs so many, queues so many and turns the rest away', async () => {
  const bulkhead = createBulkhead(2, 1);
  const order: string[] = [];
  const gates = new Map<string, PromiseWithResolvers<void>>();
  const job = (name: string) => bulkhead.run(async () => {
    order.push(name);
    const gate = Promise.withResolvers<void>();
    gates.set(name, gate);
    await gate.promise;
    return name;
  });
  const first = job('first');
  const second_ = job('second');
  const third = job('third');
  await assert.rejects(job('fourth'), (error) => error instanceof LimenError && error.code === 'server.busy');
  assert.deepEqual(order, ['first', 'second']);
  gates.get('first')!.reject(new Error('failed'));
  await assert.rejects(first, /failed/);
  await Promise.resolve();
  assert.deepEqual(order, ['first', 'second', 'third'], 'a failure frees its place too');
  gates.get('second')!.resolve();
  gates.get('third')!.resolve();
  assert.deepEqual(await Promise.all([second_, third]), ['second', 'third']);
  assert.equal(await bulkhead.run(async () => 'later'), 'later');
});
