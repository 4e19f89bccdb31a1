import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitPlatt, sigmoid, type Labelled } from './calibration.ts';

/** For each sum of evidence as many of both as the true probability asks for. */
const observed = (a: number, b: number): Labelled[] => Array.from({ length: 41 }, (_, at) => (at - 20) / 4).flatMap((z) => [
  { z, hostile: true, weight: 1_000 * sigmoid(a + b * z) }, { z, hostile: false, weight: 1_000 * (1 - sigmoid(a + b * z)) },
]);

test('a fit finds what the data was made with', () => {
  for (const [a, b] of [[0, 1], [-1.5, 0.6], [2, 1.8]] as const) {
    const fit = fitPlatt(observed(a, b), undefined, 1e-6);
    assert.ok(Math.abs(fit.a - a) < 1e-3 && Math.abs(fit.b - b) < 1e-3, JSON.stringify(fit));
  }
});

test('little data changes little of the prior, none changes nothing', () => {
  assert.deepEqual(fitPlatt([]), { a: 0, b: 1 });
  const fit = fitPlatt([{ z: 0, hostile: true, weight: 0.1 }], { a: -2, b: 1 }, 20);
  assert.ok(fit.a > -2 && fit.a < -1.98);
});

test('evidence never turns round, even where what was seen says so', () => {
  const reversed = observed(0, 1).map((each) => ({ ...each, hostile: !each.hostile }));
  assert.equal(fitPlatt(reversed).b, 0.01);
});
