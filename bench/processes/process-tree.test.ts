import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canReadProcesses, memoryOf, readStat, treeOf } from './process-tree.ts';

test('a process name may hold spaces and parentheses', () => {
  const fields = ['S', '42', ...Array.from({ length: 9 }, () => '0'), '7', '5', '0'];
  assert.deepEqual(readStat(`17 (a (strange) name) ${fields.join(' ')}`), { parent: 42, ticks: 12 });
});

test('a process is in its own tree, and has memory', { skip: canReadProcesses ? false : 'only Linux tells' }, async () => {
  assert.ok((await treeOf(process.ppid)).includes(process.pid));
  const { rss, pss } = await memoryOf(process.pid);
  assert.ok(rss > 10 && pss > 1 && pss <= rss);
});
