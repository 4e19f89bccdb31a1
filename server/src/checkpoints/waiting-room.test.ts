/** Who takes room from whom. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownClient } from './checkpoints.ts';
import { lacksRoom } from './waiting-room.ts';

const room = { here: 3, inAll: 5 };
const lacks = (here: number, elsewhere: number, client = 'shop') => lacksRoom({ here, elsewhere }, room, client, 'too-many-waiting');

test('an application fills its own part, and whoever finds no room is told whose it is', () => {
  assert.deepEqual([lacks(0, 0), lacks(2, 0), lacks(3, 0)], [undefined, undefined, 'too-many-waiting']);
  assert.deepEqual([lacks(0, 3), lacks(1, 3), lacks(2, 3), lacks(3, 3)], [undefined, undefined, 'too-many-elsewhere', 'too-many-waiting']);
});

test('what people do to their own account waits for no application', () => {
  assert.deepEqual([lacks(0, 9, ownClient), lacks(2, 9, ownClient), lacks(3, 0, ownClient)], [undefined, undefined, 'too-many-waiting']);
});
