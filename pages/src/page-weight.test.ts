import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { brandTexts, largestBrandFile, type Brand } from '../../contract/policy/index.ts';
import { pageAssets } from './assets.ts';
import { brandStylesheet } from './brand-stylesheet.ts';
import { locales } from './locale.ts';
import { renderScreen } from './render-screen.ts';
import { sampleFrame, sampleScreens } from './samples.ts';

const limit = 25 * 1024;
const compressed = (content: string | Buffer): number => gzipSync(content).length;

/** Bytes of a page with everything that it loads, each compressed by itself as on the wire. */
function weight(name: string, locale: string, branding = sampleFrame(name, locale).branding): number {
  const frame = { ...sampleFrame(name, locale), branding };
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

test('a look with every slot filled keeps the sign-in page below 25 KB; its files are bounded by themselves', (context) => {
  const texts = Object.fromEntries(Object.keys(brandTexts.shape).map((slot) => (
    [slot, slot.endsWith('Url') ? `https://shop.example/${slot}/${'a'.repeat(200)}` : slot.endsWith('Title') ? 'Harbour '.repeat(7) : 'Harbour & Sons '.repeat(13)])));
  const look: Brand = {
    ...sampleFrame('identify', 'en').branding, accentDark: '#ffb27a', corners: 'round', typeface: 'humanist', texts: { any: brandTexts.parse(texts) },
    font: `${'f'.repeat(43)}.woff2`, logo: { light: `${'l'.repeat(43)}.svg`, dark: `${'d'.repeat(43)}.png`, withName: true },
  };
  const bytes = Math.max(...locales.map((locale) => weight('identify', locale, look)));
  assert.ok(bytes <= limit, `${bytes} bytes`);
  // A browser loads one logo, as it is shown, and a typeface after the words are there.
  const [logo, font] = [Math.max(largestBrandFile.svg, largestBrandFile.png), largestBrandFile.woff2];
  context.diagnostic(`the page: ${bytes} bytes; besides it at most ${logo} for the logo and ${font} for the typeface`);
  assert.ok(logo <= 64 * 1024 && font <= 100 * 1024);
});

test('an asset is served under a name that its content gives', () => {
  for (const [path, { hash, contentType }] of pageAssets) {
    assert.match(path, new RegExp(`^/assets/[a-z-]+\\.${hash}\\.(css|js|svg)$`));
    assert.match(contentType, /^(text\/css|text\/javascript|image\/svg\+xml)/);
  }
});
