import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

const built = await readFile(join(import.meta.dirname, 'built', 'limen.js'), 'utf8');

test('what a browser loads is one small module that needs nothing else', (context) => {
  const bytes = gzipSync(built).length;
  context.diagnostic(`${built.length} bytes, ${bytes} compressed`);
  assert.ok(bytes <= 5_000, `${bytes} bytes compressed`);
  assert.doesNotMatch(built, /\bimport\b(?!\.meta)/);
});
