import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Report, Row } from './benchmark.ts';
import { benchmarks } from './benchmarks/index.ts';
import { performancePage, resultTable, table } from './page.ts';

const row: Row = {
  what: 'client-credentials token', ours: '1,000/s', reference: '2,000/s', reached: '0.50 ×', target: '≥ 0.6 ×', met: false,
  spread: '0.48 – 0.52',
};
const report: Report = {
  machine: { cpu: 'Example 9000', cores: 2, memory: '8.0 GiB', kernel: 'Linux 6.1', node: 'v24', postgresql: '18, embedded', load: '0.1' },
  day: '2026-03-01', command: 'npm run bench -- --write',
  results: [{ benchmark: benchmarks[0]!, found: { rows: [row], notes: ['A note.'] } }],
};

test('a table has a line for each row, and no cell breaks it', () => {
  assert.equal(table(['a', 'b'], [['1', 'x|y']]), '| a | b |\n|---|---|\n| 1 | x\\|y |');
});

test('what is missed stands out', () => {
  assert.match(resultTable([row]), /\| \*\*missed\*\* \|/);
  assert.match(resultTable([{ ...row, met: true }]), /\| met \|/);
});

test('the page tells the machine, the day, the command, the figures and where a profile is', () => {
  const page = performancePage(report, new Set(['token']));
  for (const text of ['Example 9000, 2 cores', '2026-03-01', '`npm run bench -- --write`', '0.48 – 0.52', 'A note.', 'profiles/token.md']) {
    assert.ok(page.includes(text), text);
  }
  assert.ok(!performancePage(report, new Set()).includes('profiles/'));
});
