import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fetchFrom } from './test-fetch.ts';
import { startTestServer } from './testing.ts';

const folder = await mkdtemp(join(tmpdir(), 'limen-console-'));
after(() => rm(folder, { recursive: true, force: true }));
await mkdir(join(folder, 'assets'));
await writeFile(join(folder, 'index.html'), '<!doctype html><title>Built</title>');
await writeFile(join(folder, 'scheme.js'), 'document.title;');
await writeFile(join(folder, 'built-from'), 'not to be served');
await writeFile(join(folder, 'assets', 'main-abc123.js'), `console.log("${'x'.repeat(2_000)}");`);

const people = 'http://people.example.test';
const built = await startTestServer({ consoleFolder: folder, populationUrls: new Map([['customers', people]]) });
const bare = await startTestServer({ consoleFolder: join(folder, 'nowhere') });

const get = (server: typeof built, path: string, headers: Record<string, string> = {}) => (
  fetchFrom(() => server.config.port)(`${server.config.url}${path}`, { headers }));

test('every page of the console is the one document, under a policy of its own', async () => {
  for (const path of ['/console/', '/console/p/customers/people?search=x', '/console/index.html', '/console/built-from']) {
    const page = await get(built, path);
    assert.match(await page.text(), /<title>Built/, path);
    assert.equal(page.headers.get('cache-control'), 'no-cache');
    const policy = page.headers.get('content-security-policy')!;
    assert.match(policy, /default-src 'none'; script-src 'self'; style-src 'self'/);
    assert.doesNotMatch(policy, /unsafe|https?:/);
  }
  assert.equal((await get(built, '/console')).headers.get('location'), '/console/');
});

test('files that carry a hash are kept for ever and sent small; others are asked for again', async () => {
  const asset = await get(built, '/console/assets/main-abc123.js', { 'accept-encoding': 'br, gzip' });
  assert.deepEqual([asset.status, asset.headers.get('content-encoding')], [200, 'br']);
  assert.match(asset.headers.get('cache-control')!, /max-age=31536000, immutable/);
  assert.equal((await get(built, '/console/assets/main-gone.js')).status, 404);
  const script = await get(built, '/console/scheme.js');
  assert.match(script.headers.get('content-type')!, /^text\/javascript/);
  const etag = script.headers.get('etag')!;
  assert.equal((await get(built, '/console/scheme.js', { 'if-none-match': etag })).status, 304);
});

test('a console that was not built says how to build it', async () => {
  const page = await get(bare, '/console/p/customers/people');
  assert.equal(page.status, 503);
  assert.match(await page.text(), /node tools\/build-console\.mjs/);
});

test('console and admin API are on the console\'s host alone', async () => {
  const ask = (path: string, method = 'GET') => (
    fetchFrom(() => built.config.port)(`${people}${path}`, { method, headers: { origin: people, 'sec-fetch-site': 'same-origin' } }));
  for (const path of ['/console', '/console/', '/console/scheme.js', '/console/sign-in', '/console/callback', '/console/signed-out', '/api/v1/me']) {
    assert.equal((await ask(path)).status, 404, path);
  }
  assert.equal((await ask('/console/sign-out', 'POST')).status, 404);
  assert.equal((await ask('/.well-known/openid-configuration')).status, 200);
});
