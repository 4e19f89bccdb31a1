import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { ensureConsole } from './build-console.mjs';

const place = await mkdtemp(join(tmpdir(), 'limen-build-console-'));
after(() => rm(place, { recursive: true, force: true }));

/** In place of the real build: counts how often it ran. */
const builds = `
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
appendFileSync('ran', 'x');
mkdirSync('console/dist', { recursive: true });
writeFileSync('console/dist/built-from', 'x');
`;
const ensure = () => ensureConsole(place, process.execPath);
const ran = async (): Promise<number> => (await readFile(join(place, 'ran'), 'utf8')).length;
const change = (path: string) => utimes(join(place, path), new Date(), new Date());

test('the console is built where it is missing or older than its sources, and left alone otherwise', async () => {
  assert.equal(await ensure(), 'absent');
  await mkdir(join(place, 'console', 'src'), { recursive: true });
  await mkdir(join(place, 'contract', 'admin'), { recursive: true });
  const old = new Date(1_700_000_000_000);
  for (const [path, content] of [['console/build.ts', builds], ['console/src/main.tsx', ''], ['contract/admin/index.ts', ''], ['package-lock.json', '{}']] as const) {
    await writeFile(join(place, path), content);
    await utimes(join(place, path), old, old);
  }
  for (const folder of ['console', 'console/src', 'contract', 'contract/admin']) await utimes(join(place, folder), old, old);
  assert.deepEqual([await ensure(), await ensure(), await ran()], ['built', 'current', 1]);
  let expected = 1;
  for (const path of ['console/src/main.tsx', 'contract/admin/index.ts', 'package-lock.json', 'console/src']) {
    await utimes(join(place, 'console/dist/built-from'), old, new Date(old.getTime() + 1_000));
    assert.equal(await ensure(), 'current', path);
    await change(path);
    assert.deepEqual([await ensure(), await ran()], ['built', expected += 1], path);
    await utimes(join(place, path), old, old);
  }
});

test('a build that fails is told of and keeps nobody from starting', async () => {
  const old = new Date(1_700_000_000_000);
  await utimes(join(place, 'console/dist/built-from'), old, old);
  await writeFile(join(place, 'console', 'build.ts'), 'throw new Error("a page is missing")');
  assert.equal(await ensure(), 'failed');
});
