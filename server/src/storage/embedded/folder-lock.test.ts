import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { hasCode } from '../../kernel/index.ts';
import { lockFolder } from './folder-lock.ts';

const folder = await mkdtemp(join(tmpdir(), 'limen-lock-'));
const lockFile = join(folder, 'server.lock');
after(() => rm(folder, { recursive: true, force: true }));

async function takers(count: number) {
  const taken = await Promise.allSettled(Array.from({ length: count }, () => lockFolder(folder)));
  const refused = taken.filter((each) => each.status === 'rejected');
  assert.ok(refused.every(({ reason }) => hasCode(reason, 'storage.in_use')), String(refused[0]?.reason));
  return taken.filter((each) => each.status === 'fulfilled').map(({ value }) => value);
}

test('of many who take a folder at once one gets it, also where a dead server left its lock', async () => {
  for (const left of [undefined, '', '1', '999999999 1\n', 'rubbish\n']) {
    if (left !== undefined) await writeFile(lockFile, left);
    const [lock, ...others] = await takers(12);
    assert.deepEqual(others, [], left);
    assert.equal((await takers(3)).length, 0);
    await lock!.release();
    assert.deepEqual(await readdir(folder), []);
  }
});

test('a lock that somebody else has taken meanwhile is not released', async () => {
  const [lock] = await takers(1);
  await writeFile(lockFile, '999999999 1\n');
  await lock!.release();
  assert.deepEqual(await readdir(folder), ['server.lock']);
});
