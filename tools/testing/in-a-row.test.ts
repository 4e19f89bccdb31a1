/** Files that share a process: what one does wrong is told as its own, and the others go on. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { groupTests } from '../test-files.ts';

const folder = await mkdtemp(join(tmpdir(), 'limen-in-a-row-'));
after(() => rm(folder, { recursive: true, force: true }));
const address = (name: string): string => JSON.stringify(new URL(`./${name}.ts`, import.meta.url).href);

/** Runs these files in a process of their own; what it says, and its exit code. */
async function inARow(files: Record<string, string>): Promise<{ said: string; code: number }> {
  const paths = await Promise.all(Object.entries(files).map(async ([name, text]) => {
    const path = join(folder, `${name}.mjs`);
    await writeFile(path, `import test, { after } from 'node:test';\nimport { atFileEnd } from ${address('file-end')};\n${text}\n`);
    return path;
  }));
  const start = join(folder, 'start.mjs');
  await writeFile(start, `import { runInARow } from ${address('in-a-row')};\nawait runInARow(${JSON.stringify(paths)});\n`);
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  return new Promise((resolve) => {
    const child = execFile(process.execPath, ['--test-reporter=tap', start], { env }, (_error, said) => { resolve({ said, code: child.exitCode ?? -1 }); });
  });
}

test('one file after another: the second is read when all of the first has ended, in the order of a file by itself', async () => {
  const says = (text: string): string => `console.log(${JSON.stringify(text)})`;
  const one = `${says('one is read')};
    atFileEnd(async () => ${says('what one opened first')});
    test('first', () => ${says('first')});
    await new Promise((done) => setImmediate(done));
    atFileEnd(async () => ${says('what one opened later')});
    after(() => ${says('hook of one')});
    test('after an await', () => ${says('after an await')});`;
  const { said, code } = await inARow({ one, two: `${says('two is read')}; test('second', () => ${says('second')});` });
  assert.equal(code, 0, said);
  const order = ['one is read', 'first', 'after an await', 'what one opened later', 'what one opened first', 'hook of one', 'two is read', 'second'];
  assert.deepEqual(said.split('\n').filter((line) => order.includes(line)), order);
  assert.match(said, /^# pass 5$/m);
});

test('a test that fails, a file that cannot be read, and an end that fails are each told of their file alone', async () => {
  const { said, code } = await inARow({
    fails: `test('no', () => { throw new Error('wrong'); });`, unreadable: `import './nowhere.mjs';`,
    late: `test('fine', () => undefined); await new Promise((done) => setImmediate(done)); test('late', () => { throw new Error('late'); });`,
    ends: `test('fine', () => undefined); atFileEnd(() => Promise.reject(new Error('open still')));`, sound: `test('fine', () => undefined);`,
  });
  assert.equal(code, 1, said);
  const told = said.split('\n').filter((line) => /^(not )?ok \d/.test(line)).map((line) => line.replace(/^(not ok|ok) \d+ - .*\/(\w+)\.mjs.*$/, '$1 $2'));
  assert.deepEqual(told, ['not ok fails', 'not ok unreadable', 'not ok late', 'not ok ends', 'ok sound']);
});

test('neighbours share a process; what is long, builds or measures has its own', () => {
  const files = ['pages/pages.browser.test.ts', 'bench/smoke.test.ts', 'server/src/app/b.test.ts', 'server/src/app/c.test.ts', 'server/src/web/d.test.ts'];
  assert.deepEqual(groupTests(files), [[files[0]], [files[1]], [files[2], files[3]], [files[4]]]);
  assert.deepEqual(groupTests(Array.from({ length: 25 }, (_, at) => `server/src/web/${at}.test.ts`)).map(({ length }) => length), [12, 12, 1]);
});
