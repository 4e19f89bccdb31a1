import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

for (const name of ['limen', 'step-up', 'server']) test(`${name}.js is one small module that needs nothing else`, async (context) => {
  const built = await readFile(join(import.meta.dirname, 'built', `${name}.js`), 'utf8');
  const bytes = gzipSync(built).length;
  context.diagnostic(`${built.length} bytes, ${bytes} compressed`);
  assert.ok(bytes <= 5_000, `${bytes} bytes compressed`);
  assert.doesNotMatch(built, /\bimport\b(?!\.meta)/);
});
