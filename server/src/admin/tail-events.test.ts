import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testEventLog } from '../events/testing.ts';
import { testDatabase } from '../storage/testing.ts';
import { followEvents } from './tail-events.ts';

/** A log with a follower of one type of event, and a way to say that events were numbered. */
async function followed(limit: number) {
  const database = await testDatabase();
  const events = testEventLog(database);
  const leaving = new AbortController();
  let say: (() => void) | undefined;
  const happen = (...kids: string[]): Promise<void> => database.transaction((tx) => events.append(tx, ...kids.map((kid) => (
    { type: 'key.created', population: null, actor: { kind: 'system' }, open: { kind: 'cookie', kid } } as const))));
  const following = followEvents({
    events, onNumbered: (handle) => {
      say = handle;
      return () => { say = undefined; };
    },
  }, { limit, types: ['key.created'] }, leaving.signal);
  return {
    events, happen, leave: () => leaving.abort(), isListening: () => say !== undefined,
    settle: async () => {
      await events.settle();
      say?.();
    },
    next: async () => {
      const { value, done } = await following.next();
      return done ? 'end' : value.open.kid;
    },
  };
}

test('an event comes once, when it has its number, and those before the follower came stay away', async () => {
  const { happen, settle, next, leave } = await followed(1);
  await happen('a', 'b');
  await settle();
  await happen('c');
  const first = next();
  // Nothing else can be the next: c has no number yet, a and b are not the last event.
  await settle();
  assert.equal(await first, 'c');
  const second = next();
  await happen('d', 'e');
  await settle();
  assert.equal(await second, 'd');
  assert.equal(await next(), 'e');
  leave();
  assert.equal(await next(), 'end');
});

test('what was numbered while the follower was busy is not waited for', async () => {
  const { happen, settle, next } = await followed(10);
  await happen('a');
  await settle();
  assert.equal(await next(), 'a');
  await happen('b');
  await settle();
  assert.equal(await next(), 'b');
});

test('a follower that waits leaves at once, and nothing is kept for it', async () => {
  const { next, leave, isListening } = await followed(10);
  const waiting = next();
  leave();
  assert.equal(await waiting, 'end');
  assert.equal(isListening(), false);
});
