import assert from 'node:assert/strict';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { firstAdministratorLink } from './administrator-link.ts';
import { sayReady } from './banner.ts';
import { consoleHouse } from './test-administrator.ts';
import { startTestServer } from './testing.ts';

const server = await startTestServer();
const house = consoleHouse(server);
const file = join(server.config.dataFolder, 'administrator-link');

test('while nobody owns the workforce a start gives a link: to a terminal, else to a file of its user alone', async () => {
  const shown = await firstAdministratorLink(server, { isTTY: true });
  assert.ok(shown && 'url' in shown);
  await assert.rejects(stat(file), { code: 'ENOENT' });
  await writeFile(file, 'left behind', { mode: 0o644 });
  const kept = await firstAdministratorLink(server, {});
  assert.deepEqual(kept, { file });
  assert.equal((await stat(file)).mode & 0o777, 0o600);
  const url = (await readFile(file, 'utf8')).trim();
  assert.equal((await house.browser().visit(url)).status, 200);
  // The newest alone works.
  assert.equal((await house.browser().visit(shown.url)).status, 404);
  const said: string[] = [];
  const terminal = { write: (text: string) => said.push(text) };
  sayReady(terminal, server, undefined, kept);
  assert.ok(said.join('').includes(file) && !said.join('').includes(url));
  sayReady(terminal, server, undefined, shown);
  assert.ok(said.join('').includes(shown.url));
});

test('once somebody owns it, a start gives none and removes what lay there', async () => {
  await house.employee({ workforce: ['owner'] });
  assert.equal(await firstAdministratorLink(server, {}), undefined);
  await assert.rejects(stat(file), { code: 'ENOENT' });
});
