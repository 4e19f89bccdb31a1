import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { preferredEncoding, serveAssets, type Asset } from './assets.ts';
import { testWebServer } from './testing.ts';

const style = 'body { color: black; }\n'.repeat(100);
const image = Buffer.alloc(2000, 7);
const assets = new Map<string, Asset>([
  ['page-abc.css', { body: style, contentType: 'text/css; charset=utf-8' }],
  ['small.css', { body: 'a{}', contentType: 'text/css; charset=utf-8' }],
  ['mark.png', { body: image, contentType: 'image/png' }],
]);
const app = testWebServer();
serveAssets(app, '/assets', assets);
after(() => app.close());

const get = (path: string, headers: Record<string, string> = {}) => app.inject({ url: `/assets/${path}`, headers });

test('an asset is served for ever, compressed as the browser likes', async () => {
  const plain = await get('page-abc.css');
  assert.equal(plain.body, style);
  assert.equal(plain.headers['cache-control'], 'public, max-age=31536000, immutable');
  assert.equal(plain.headers.vary, 'accept-encoding');
  const br = await get('page-abc.css', { 'accept-encoding': 'gzip, deflate, br' });
  assert.equal(br.headers['content-encoding'], 'br');
  assert.equal(brotliDecompressSync(br.rawPayload).toString(), style);
  const gz = await get('page-abc.css', { 'accept-encoding': 'gzip, br;q=0' });
  assert.equal(gz.headers['content-encoding'], 'gzip');
  assert.equal(gunzipSync(gz.rawPayload).toString(), style);
  assert.equal(br.headers['content-type'], 'text/css; charset=utf-8');
});

test('what is small or compressed already goes as it is', async () => {
  for (const path of ['small.css', 'mark.png']) {
    assert.equal((await get(path, { 'accept-encoding': 'br' })).headers['content-encoding'], undefined);
  }
  assert.deepEqual((await get('mark.png')).rawPayload, image);
});

test('the browser that has it gets 304', async () => {
  const { headers: { etag } } = await get('page-abc.css', { 'accept-encoding': 'br' });
  const again = await get('page-abc.css', { 'accept-encoding': 'br', 'if-none-match': `"x", ${etag}` });
  assert.deepEqual([again.statusCode, again.body], [304, '']);
  assert.equal((await get('page-abc.css', { 'if-none-match': String(etag) })).statusCode, 200, 'another encoding');
});

test('only what is in the map is there', async () => {
  for (const path of ['nothing.css', '../package.json', '%2e%2e/package.json', '__proto__', '']) {
    assert.equal((await get(path)).statusCode, 404, path);
  }
});

test('a weight of nought forbids an encoding', () => {
  assert.equal(preferredEncoding('br;q=0, gzip;q=0.5'), 'gzip');
  assert.equal(preferredEncoding('br;q=0.000'), 'identity');
  assert.equal(preferredEncoding(''), 'identity');
  assert.equal(preferredEncoding('BR'), 'br');
});
