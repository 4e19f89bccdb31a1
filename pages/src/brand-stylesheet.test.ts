import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { contrast, parseColour } from '../../contract/policy/colour.ts';
import { surfaces } from '../../contract/policy/index.ts';
import { brandStylesheet, brandStylesheetPath } from './brand-stylesheet.ts';

const accents = ['#b4531f', '#3f5f8c', '#ffffff', '#000000', '#ffe600', '#00ff66', '#ff00ff', '#808080', '#1a1a40'];

/** Values of one scheme's rule, by name. */
function rule(css: string, scheme: 'light' | 'dark'): Record<string, string> {
  const part = css.split('@media')[scheme === 'light' ? 0 : 1]!;
  return Object.fromEntries([...part.matchAll(/--([a-z-]+):(#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value]));
}

test('whatever the accent, buttons and links can be read, in light and in dark', () => {
  for (const accent of accents) {
    const css = brandStylesheet({ name: 'x', accent });
    for (const scheme of ['light', 'dark'] as const) {
      const colours = rule(css, scheme);
      const [button, label, link] = ['accent', 'on-accent', 'accent-text'].map((name) => parseColour(colours[name]!));
      assert.ok(contrast(button!, label!) >= 4.5, `${accent} ${scheme}: label`);
      for (const ground of surfaces[scheme].map(parseColour)) {
        assert.ok(contrast(link!, ground) >= 4.5, `${accent} ${scheme}: link`);
        assert.ok(contrast(button!, ground) >= 3, `${accent} ${scheme}: button`);
      }
    }
  }
});

test('an accent that can be seen stays as it was given', () => {
  assert.equal(rule(brandStylesheet({ name: 'x', accent: '#b4531f' }), 'light')['accent'], '#b4531f');
});

test('the surfaces are those of the stylesheet', () => {
  const css = readFileSync(new URL('styles/pages.css', import.meta.url), 'utf8');
  const found = (name: string) =>
    [...css.matchAll(new RegExp(`--${name}: (#[0-9a-f]{6})`, 'g'))].map(([, value]) => value);
  assert.deepEqual([found('paper')[0], found('surface')[0]], surfaces.light);
  assert.deepEqual([found('paper')[1], found('surface')[1]], surfaces.dark);
});

test('the path changes with the colours and with nothing else', () => {
  const one = brandStylesheetPath('customers', { name: 'A', accent: '#b4531f' });
  assert.equal(one, brandStylesheetPath('customers', { name: 'B', accent: '#b4531f' }));
  assert.notEqual(one, brandStylesheetPath('customers', { name: 'A', accent: '#b45320' }));
  assert.match(one, /^\/customers\/brand\.css\?v=[\w-]{8}$/);
});
