/**
 * `npm run bench -- stuffing`: a list of 20,000 stolen pairs is tried at the customers' journeys while people sign in.
 * `--write` writes docs/reference/stuffing.md,
 * `--minutes` ends it early.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseArgs } from 'node:util';
import { root } from '../../tools/root.ts';
import { stuffingPage } from './report.ts';
import { stuff } from './story.ts';

const within = (text: string, least: number, most: number): number => Math.max(least, Math.min(most, Math.floor(Number(text)) || least));

/** Runs with the arguments after `stuffing`. */
async function runStuffing(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { write: { type: 'boolean', default: false }, attempts: { type: 'string', default: '20000' }, people: { type: 'string', default: '400' }, minutes: { type: 'string', default: '120' } },
  });
  const size = { attempts: within(values.attempts, 100, 1_000_000), people: within(values.people, 20, 20_000), within: 60_000 * within(values.minutes, 1, 1_440) };
  const began = performance.now();
  const found = await stuff(size, 'limen', (text) => { console.error(`  ${text}`); });
  const page = stuffingPage(found, {
    command: ['npm run bench -- stuffing', ...args].join(' '), day: new Date().toISOString().slice(0, 10), size,
    minutes: (performance.now() - began) / 60_000,
  });
  console.log(page);
  if (values.write) await writeFile(join(root, 'docs/reference/stuffing.md'), page);
}

// Its database is one of those for tests, which end with the test that they were opened for.
test('stuffing', () => runStuffing(process.argv.slice(2)));
