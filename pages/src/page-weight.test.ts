import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { pageAssets } from './assets.ts';
import { brandStylesheet } from './brand-stylesheet.ts';
import { locales } from './locale.ts';
import { renderScreen } from './render-screen.ts';
import { sampleFrame, sampleScreens } from './samples.ts';

const limit = 25 * 1024;
const compressed = (content: string | Buffer): number => gzipSync(content).length;

/** Bytes of a page with everything that it loads, each compressed by itself as on the wire. */
function weight(name: string, locale: string): number {
  const frame = sampleFrame(name, locale);
  const page = renderScreen(frame);
  const paths = [...page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path!);
  assert.ok(paths.length >= 3, 'stylesheet, script and icon were not found');
  const loaded = paths.map((path) => {
    const asset = pageAssets.get(path);
    assert.ok(asset, `${path} is not served`);
    return compressed(asset.body);
  });
  return compressed(page) + compressed(brandStylesheet(frame.branding)) + loaded.reduce((sum, each) => sum + each, 0);
}

test('every screen with all that it loads stays below 25 KB', () => {
  for (const name of Object.keys(sampleScreens)) {
    for (const locale of locales) {
      const bytes = weight(name, locale);
      assert.ok(bytes <= limit, `${name} in ${locale} has ${bytes} bytes`);
    }
  }
});

test('an asset is served under a name that its content gives', () => {
  for (const [path, { hash, contentType }] of pageAssets) {
    assert.match(path, new RegExp(`^/assets/[a-z-]+\\.${hash}\\.(css|js|svg)$`));
    assert.match(contentType, /^(text\/css|text\/javascript|image\/svg\+xml)/);
  }
});
