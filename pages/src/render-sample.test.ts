import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderSample } from './render-sample.ts';

const look = {
  kind: 'customer', slug: 'anglers', locale: 'ar', branding: { name: '<b>Quay</b>', accent: '#123456' },
} as const;

test('a sample has the looks that it is given, stands still, and takes what is written as text', () => {
  for (const step of ['identify', 'passkey', 'email-code', 'enrol-passkey', 'refuse']) {
    const page = renderSample(step, look)!;
    assert.match(page, /dir="rtl"/);
    assert.match(page, /\/anglers\/brand\.css/);
    assert.match(page, /&lt;b&gt;Quay/);
    assert.doesNotMatch(page, /<script|<b>Quay| autofocus/);
  }
});

test('a step that shows nothing has no sample', () => {
  for (const step of ['decide', 'split', 'notify', 'nowhere']) assert.equal(renderSample(step, look), undefined);
});
