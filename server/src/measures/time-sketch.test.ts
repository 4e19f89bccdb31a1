import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quantileError } from '../../../contract/measures/index.ts';
import { drawn } from './testing.ts';
import { binOf, quantile, timeOf } from './time-sketch.ts';

test('every time is at most the stated error from what stands for its bin', () => {
  for (let ms = 1; ms < 86_400_000; ms = Math.ceil(ms * 1.003)) {
    const off = Math.abs(timeOf(binOf(ms)) - ms) / ms;
    assert.ok(off <= quantileError + 1e-9, `${ms}: ${off}`);
  }
});

test('what is nought, negative or longer than a day falls into the first or the last bin', () => {
  assert.equal(binOf(0), 0);
  assert.equal(binOf(-5), 0);
  assert.equal(binOf(1e12), binOf(86_400_000));
  assert.ok(binOf(86_400_000) <= 457);
});

test('quantiles of a skewed heap are within the stated error of the exact ones', () => {
  const draw = drawn(77);
  const times = Array.from({ length: 5_000 }, () => Math.ceil(800 * Math.exp(3 * draw() * draw() * 2)));
  const bins = new Map<number, number>();
  for (const ms of times) bins.set(binOf(ms), (bins.get(binOf(ms)) ?? 0) + 1);
  times.sort((a, b) => a - b);
  for (const q of [0.01, 0.5, 0.95, 0.99, 1]) {
    const exact = times[Math.ceil(q * times.length) - 1]!;
    const off = Math.abs(quantile(bins, q)! - exact) / exact;
    assert.ok(off <= quantileError + 1 / exact, `${q}: ${off}`);
  }
});

test('of nobody there is no time, and of one it is theirs', () => {
  assert.equal(quantile(new Map(), 0.5), null);
  assert.equal(quantile(new Map([[binOf(1_000), 1]]), 0.95), Math.round(timeOf(binOf(1_000))));
});
