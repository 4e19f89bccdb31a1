import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureCatalogue, measureFamilies, measureKeys } from '../../../../contract/measures/index.ts';
import { figuresOf } from './figures-of-kind.ts';
import { shareOf, wilson } from './take-figure.ts';

test('Wilson\'s interval is the published one', () => {
  // Newcombe, Statistics in Medicine 17 (1998), table I: 81 of 263, 15 of 148, 0 of 20 and 1 of 29.
  const published = [[81, 263, 0.2553, 0.3662], [15, 148, 0.0624, 0.1605], [0, 20, 0, 0.1611], [1, 29, 0.0061, 0.1718]];
  for (const [count, of, low, high] of published as [number, number, number, number][]) {
    const interval = wilson(count, of)!;
    assert.ok(Math.abs(interval.low - low) < 5e-5 && Math.abs(interval.high - high) < 5e-5, `${count} of ${of}`);
  }
  assert.equal(wilson(0, 0), null);
  assert.equal(shareOf(0, 0), null);
});

test('each definition belongs to one family and one kind, says what it is silent on, and has a figure', () => {
  assert.deepEqual([...measureFamilies].sort(),
    ['access-risk', 'fraud-takeover', 'journey', 'lifecycle-hygiene', 'recovery']);
  for (const key of measureKeys) {
    const { population, family, silentOn, definition, unit, denominator, parts } = measureCatalogue[key];
    assert.ok(key.startsWith(`${population}.`) && measureFamilies.includes(family), key);
    assert.ok(definition.endsWith('.') && silentOn.length > 10, key);
    assert.ok(unit === 'count' || denominator !== null, `${key} is of something`);
    const figure = figuresOf(population).find(([each]) => each === key)?.[1];
    assert.ok(figure, key);
    if (figure.kind === 'count') assert.equal(figure.parts !== undefined, parts !== null, key);
    assert.equal(figure.kind === 'share', unit === 'share' && figure.kind !== 'moment', key);
  }
});
