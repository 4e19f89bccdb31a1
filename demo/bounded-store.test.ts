import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createBoundedStore } from './bounded-store.ts';

function storeAt(start: number) {
  const at = { now: start };
  return { at, store: createBoundedStore<string>({ clock: () => new Date(at.now), most: 3, lifetimeMs: 1000 }) };
}

test('there are never more than so many; the oldest go first', () => {
  const { store } = storeAt(0);
  for (const key of ['a', 'b', 'c', 'a', 'd']) store.set(key, key);
  assert.equal(store.size, 3);
  assert.deepEqual(['a', 'b', 'c', 'd'].map((key) => store.get(key)), ['a', undefined, 'c', 'd']);
});

test('a thing goes after its time', () => {
  const { at, store } = storeAt(0);
  store.set('a', 'first');
  at.now = 999;
  assert.equal(store.get('a'), 'first');
  at.now = 1000;
  assert.equal(store.get('a'), undefined);
  assert.equal(store.take('a'), undefined);
});

test('what was taken is gone, and so is all that matches', () => {
  const { store } = storeAt(0);
  store.set('a', 'ann');
  store.set('b', 'ben');
  store.set('c', 'ann');
  assert.equal(store.take('b'), 'ben');
  assert.equal(store.take('b'), undefined);
  assert.equal(store.removeWhere((value) => value === 'ann'), 2);
  assert.equal(store.size, 0);
});
