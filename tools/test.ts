/**
 * `npm test`: everything that must hold, the checks of `npm run check` among it (as `tools/check/house.test.ts`).
 * `npm test -- <path>...` runs the tests below those paths only. `--times` tells what each file took.
 *
 * One embedded PostgreSQL serves all test files; it is stopped and removed at the end, however the end comes. Files that
 * are neighbours share a process (`test-files.ts` says which), one after another.
 *
 * Up to three files that failed are run once more, alone: a machine under load must not hold up a change that is sound.
 * What passed only then is named at the end, since it is a fault of the test.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startTestCluster } from '../server/src/storage/embedded/testing.ts';
import { root } from './root.ts';
import { findTests, groupTests } from './test-files.ts';

/** Two cores, and tests that wait for a browser or a database: a third keeps both busy. */
const concurrency = 3;
/** A test that hangs is ended and counted as failed. */
const millisecondsPerTest = 300_000;
const millisecondsInAll = 45 * 60_000;
const mostRunAgain = 3;

/** Most of what a test file does first is to read modules, which makes much that lives on: a small nursery is copied again and again. */
const heap = ['--max-semi-space-size=32'];
/** As `npm start` has it: what Node made of the TypeScript is kept for the next process. */
const compileCache = join(root, 'node_modules/.cache/limen-compile');

const [failedFiles, inARow] = ['failed-files', 'in-a-row'].map((name) => new URL(`./testing/${name}.ts`, import.meta.url).href);

const { values: { times }, positionals } = parseArgs({ allowPositionals: true, options: { times: { type: 'boolean' } } });
const files = await findTests(positionals);
if (files.length === 0) {
  console.error('No test file is at the paths given.');
  process.exit(2);
}

let runner: ChildProcess | undefined;
let stopping: NodeJS.Signals | undefined;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    stopping ??= signal;
    endRunner('SIGTERM');
  });
}

// Ctrl-C reaches the programs that make the cluster too, so being stopped may look like a failure.
const cluster = await startTestCluster().catch((error: unknown) => {
  if (stopping) process.exit(128 + constants.signals[stopping]);
  throw error;
});
const notes = await mkdtemp(join(tmpdir(), 'limen-test-'));
try {
  process.exitCode = stopping ? 128 + constants.signals[stopping] : await runAll();
  if (times) console.log(await timesOf());
} finally {
  await Promise.all([cluster.stop(), rm(notes, { recursive: true, force: true })]);
}

async function runAll(): Promise<number> {
  const code = await run(groupTests(files), concurrency);
  const failed = code === 1 && !stopping ? await filesThatFailed() : [];
  if (failed.length === 0 || failed.length > mostRunAgain || files.length <= mostRunAgain) return code;
  const names = failed.join(', ');
  console.log(`\nOnce more, alone: ${names}\n`);
  const second = await run(failed.map((file) => [file]), 1);
  console.log(second === 0
    ? `\nFailed in the whole run and passed alone: ${names}. What needs a quiet machine is a fault of the test, to be mended.`
    : `\nFailed in the whole run and alone: ${names}.`);
  return second;
}

/** Of a process that ended before its files had: all of them. */
async function filesThatFailed(): Promise<string[]> {
  const names = (await readFile(join(notes, 'failed'), 'utf8')).split('\n').filter((line) => line !== '');
  const found = names.flatMap((name) => files.includes(name) ? [name] : groupTests(files).find((group) => name === entranceOf(group)) ?? []);
  return [...new Set(found)];
}

/** What each file took, the longest first. */
async function timesOf(): Promise<string> {
  const lines = (await readFile(join(notes, 'times'), 'utf8').catch(() => '')).trimEnd().split('\n').map((line) => line.split('\t'));
  const sorted = lines.toSorted((a, b) => Number(b[1]) - Number(a[1]));
  const inSeconds = (text = ''): string => (Number(text) / 1_000).toFixed(2).padStart(10);
  return ['   seconds processor (of the test process itself)', ...sorted.map(([file, wall, used]) => `${inSeconds(wall)}${inSeconds(used)} ${file}`)].join('\n');
}

/** The file that node's test runner is given for a group. It takes them by the alphabet, so the name begins with the turn. */
function entranceOf([first = '']: readonly string[]): string {
  return join(notes, `${String(files.indexOf(first)).padStart(4, '0')}-${first.replaceAll('/', '-')}.mjs`);
}

/** Runs node's own test runner, in a process group of its own so that it can be ended with all that it started. */
async function run(groups: readonly (readonly string[])[], lanes: number): Promise<number> {
  const paths = await Promise.all(groups.map(async (group) => {
    const path = entranceOf(group);
    await writeFile(path, `import { runInARow } from ${JSON.stringify(inARow)};\nawait runInARow(${JSON.stringify(group)});\n`);
    return path;
  }));
  const child = spawn(process.execPath, [
    ...heap, '--test', `--test-concurrency=${lanes}`, `--test-timeout=${millisecondsPerTest}`,
    '--test-reporter=spec', '--test-reporter-destination=stdout',
    `--test-reporter=${failedFiles}`, `--test-reporter-destination=${join(notes, 'failed')}`, ...paths,
  ], {
    stdio: ['ignore', 'inherit', 'inherit'], detached: true,
    env: {
      NODE_COMPILE_CACHE: compileCache, ...process.env, LIMEN_TEST_DATABASE: JSON.stringify(cluster.connection),
      ...times ? { LIMEN_TEST_TIMES: join(notes, 'times') } : {},
    },
  });
  runner = child;
  const watchdog = setTimeout(() => {
    console.error(`The tests took longer than ${millisecondsInAll / 60_000} minutes and are ended.`);
    endRunner('SIGKILL');
  }, millisecondsInAll);
  const [code] = await once(child, 'exit') as [number | null];
  clearTimeout(watchdog);
  endRunner('SIGKILL');
  return stopping ? 128 + constants.signals[stopping] : code ?? 1;
}

function endRunner(signal: NodeJS.Signals): void {
  if (!runner?.pid) return;
  try {
    process.kill(-runner.pid, signal);
  } catch {
    // The whole group has ended already.
  }
}
