import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

const folder = await mkdtemp(join(tmpdir(), 'limen-password-'));
after(() => rm(folder, { recursive: true }));
const program = join(import.meta.dirname, '../../../main.ts');

async function limen(...args: readonly string[]): Promise<{ code: number; out: string; told: string }> {
  const child = spawn(process.execPath, [program, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, told] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (part: string) => { out += part; });
  child.stderr.setEncoding('utf8').on('data', (part: string) => { told += part; });
  const [code] = await once(child, 'close') as [number];
  return { code, out, told };
}

test('a file of hashes becomes a list without any server, and what is none is told with its line', async () => {
  const hashes = ['0'.repeat(40), `${'0'.repeat(39)}1`, 'A'.repeat(40)];
  await writeFile(join(folder, 'hashes.txt'), hashes.map((hash, at) => `${hash}:${at + 1}`).join('\n'));
  const made = await limen('password', 'build-list', 'hashes.txt', 'own.list', '--seen', '2', '--json');
  assert.equal(made.code, 0, made.told);
  const { entries, size } = JSON.parse(made.out) as { entries: number; size: number };
  assert.deepEqual([entries, size], [2, (await readFile(join(folder, 'own.list'))).length]);
  await writeFile(join(folder, 'hashes.txt'), [...hashes].reverse().join('\n'));
  const wrong = await limen('password', 'build-list', 'hashes.txt', 'own.list');
  assert.equal(wrong.code, 2);
  assert.match(wrong.told, /hashes\.txt: line 2 comes before the one above it; sort the file first/);
  const missing = await limen('password', 'build-list', 'nowhere.txt', 'own.list');
  assert.equal(missing.code, 2);
  assert.match(missing.told, /nowhere\.txt/);
});
