import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasCode } from '../kernel/index.ts';
import { groupsOf } from './groups.ts';

test('when too many wait, the next one is told so, and nothing is lost', async () => {
  let release = (): void => undefined;
  const gate = new Promise<void>((resolve) => { release = resolve; });
  const add = groupsOf<number, number>(async (group) => {
    await gate;
    return group.map((each) => each + 1);
  }, { longestQueue: 2, largest: 1 });
  const waiting = [add(1), add(2), add(3)];
  await assert.rejects(add(4), (error) => hasCode(error, 'server.busy'));
  release();
  assert.deepEqual(await Promise.all(waiting), [2, 3, 4]);
});
