import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseLocale, directionOf, localeOf } from './locale.ts';

test('the application wins over the browser', () => {
  assert.equal(chooseLocale('de-DE,de;q=0.9', 'sv-SE ar-EG en'), 'ar');
});

test('the browser is asked by its weights, and a weight of nothing is a no', () => {
  assert.equal(chooseLocale('en;q=0.3, de;q=0.8, ar;q=0'), 'de');
  assert.equal(chooseLocale('ar;q=0, en;q=0.1, de;q=0'), 'en');
  assert.equal(chooseLocale('es-MX, fr-CA;q=0.9'), 'es');
  assert.equal(chooseLocale('sv, ar-EG;q=0.5'), 'ar');
  assert.equal(chooseLocale('pt-PT, ja;q=0.9'), 'pt');
  assert.equal(chooseLocale('sv, ja-JP;q=0.5'), 'ja');
});

test('nothing usable gives English', () => {
  for (const header of [undefined, '', '*', ';;;,,', 'xx', `${'x'.repeat(5_000)},de`]) {
    assert.equal(chooseLocale(header), 'en');
  }
  assert.equal(chooseLocale(undefined, 'tlh'), 'en');
  assert.equal(localeOf(null), 'en');
});

test('Arabic runs from right to left', () => {
  assert.equal(directionOf(localeOf('ar-EG')), 'rtl');
  assert.equal(directionOf(localeOf('de')), 'ltr');
});
