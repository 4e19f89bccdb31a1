import assert from 'node:assert/strict';
import { test } from 'node:test';
import { branding, brandFilesOf, brandFor, brandText, contrastReadings } from './index.ts';

const whole = branding.parse({
  name: 'Harbour', accent: '#b4531f', corners: 'sharp',
  texts: {
    any: { footer: 'Harbour Ltd', signInTitle: 'Harbour' }, de: { signInTitle: 'Willkommen', signInLead: 'Schön, dass Sie da sind.' },
  },
  applications: {
    shop: { name: 'Harbour shop', texts: { any: { signInTitle: 'Shop' }, ar: { footer: 'المرفأ' } } }, constructor: { accent: '#0050a0' },
  },
});

test('a slot says its language\'s words, else those for any, else nothing', () => {
  const brand = brandFor(whole);
  assert.equal(brandText(brand, 'de', 'signInTitle'), 'Willkommen');
  assert.equal(brandText(brand, 'de', 'footer'), 'Harbour Ltd');
  assert.equal(brandText(brand, 'ja', 'signInTitle'), 'Harbour');
  assert.equal(brandText(brand, 'ja', 'signInLead'), undefined);
  assert.equal(brandText(brand, 'constructor', 'footer'), 'Harbour Ltd');
  assert.equal(brandText({ name: 'x', accent: '#000000' }, 'de', 'footer'), undefined);
});

test('an application\'s own look wins slot by slot, and leaves the rest', () => {
  const shop = brandFor(whole, 'shop');
  assert.deepEqual([shop.name, shop.accent, shop.corners, shop.application], ['Harbour shop', '#b4531f', 'sharp', 'shop']);
  assert.equal(brandText(shop, 'de', 'signInTitle'), 'Shop');
  assert.equal(brandText(shop, 'de', 'signInLead'), 'Schön, dass Sie da sind.');
  assert.equal(brandText(shop, 'ar', 'footer'), 'المرفأ');
  assert.equal(brandText(shop, 'ar', 'signInTitle'), 'Shop');
  assert.equal(brandText(shop, 'ja', 'footer'), 'Harbour Ltd');
});

test('an application without a look of its own has the population\'s', () => {
  for (const application of ['other', 'toString', undefined]) {
    assert.deepEqual({ ...brandFor(whole, application) }, { ...brandFor(whole) });
    assert.equal('applications' in brandFor(whole, application), false);
  }
  assert.equal(brandFor(whole, 'constructor').accent, '#0050a0');
});

test('every file of a look is found, with the field that names it', () => {
  const name = (letter: string, kind: string): string => `${letter.repeat(43)}.${kind}`;
  const found = brandFilesOf(branding.parse({
    name: 'x', accent: '#000000', logo: { light: name('a', 'svg'), dark: name('b', 'png') },
    applications: { shop: { font: name('c', 'woff2') } },
  }));
  assert.deepEqual(found.map(({ name: file, at }) => [file[0], at.join('.')]), [['a', 'logo.light'], ['b', 'logo.dark'], ['c', 'applications.shop.font']]);
});

test('contrast is told for buttons and links, light and dark, and what is used reaches what is needed', () => {
  for (const accent of ['#ffe600', '#000000', '#ffffff', '#808080', '#b4531f']) {
    const readings = contrastReadings({ accent });
    assert.deepEqual(readings.map(({ scheme, use }) => `${scheme} ${use}`), ['light button', 'light link', 'dark button', 'dark link']);
    for (const { usedRatio, needed, ratio, used, given, use } of readings) {
      assert.ok(usedRatio >= needed, `${accent} ${usedRatio}`);
      if (use === 'button' && ratio >= needed) assert.equal(used, given);
    }
  }
  const [light, , dark] = contrastReadings({ accent: '#000000', accentDark: '#ffffff' });
  assert.deepEqual([light!.given, dark!.given], ['#000000', '#ffffff']);
});
