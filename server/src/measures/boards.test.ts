import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { measureCatalogue, measureKeys, quantileError, type MeasureKey } from '../../../contract/measures/index.ts';
import { day, hour } from '../kernel/index.ts';
import type { FigureTaken, Origin } from './measures.ts';
import { fillBag } from './test-bag.ts';
import { recounts, type Counted } from './test-count.ts';
import { testMeasures, type TestMeasures } from './testing.ts';

const from = new Date('2026-03-01T00:00:00Z');
const now = new Date('2026-03-11T12:00:00Z');
/** Of the built-in workforce: 12 hours, and two factors. */
const recount = recounts('12 hours', ['urn:limen:acr:mfa', 'urn:limen:acr:phr']);

const bags = [
  { population: 'customers', seed: 11, people: 30, runs: 120 },
  { population: 'customers', origin: 'simulated', seed: 12, people: 10, runs: 40 },
  { population: 'patients', seed: 13, people: 8, runs: 20 },
  { population: 'trio', seed: 14, people: 3, runs: 5 },
  { population: 'workforce', seed: 15, people: 40, runs: 120 },
  { population: 'workforce', origin: 'simulated', seed: 16, people: 8, runs: 20 },
] as const;
const boards = [...bags.map(({ population, ...rest }) => [population, 'origin' in rest ? rest.origin : 'real'] as const),
  ['nobody', 'real'] as const];
let world: TestMeasures;

before(async () => {
  world = await testMeasures(now, ['patients', 'trio', 'nobody']);
  for (const bag of bags) await fillBag(world, { ...bag, from, days: 10 });
  await world.settle();
});

const kindOf = (population: string): string => (population === 'workforce' ? 'workforce' : 'customer');

async function compare(
  key: MeasureKey, figure: FigureTaken, ask: { population: string; origin: Origin; from: Date; to: Date },
): Promise<Counted> {
  const expected = await recount[key]!(
    { db: world.database.db, population: ask.population, simulated: ask.origin === 'simulated', from: ask.from, to: ask.to, now });
  const name = `${key} of ${ask.population}, ${ask.origin}`;
  assert.equal(figure.numerator, expected.numerator, name);
  assert.equal(figure.sample, expected.sample ?? expected.numerator, `${name}: sample`);
  if (expected.parts) {
    assert.deepEqual(Object.fromEntries(figure.parts!.map((part) => [part.name, part.count])), expected.parts, name);
  }
  if (expected.value === null) {
    assert.equal(figure.value, null, name);
  } else if (expected.value !== undefined) {
    const off = Math.abs(figure.value! - expected.value) / expected.value;
    assert.ok(off <= quantileError + 0.001, `${name}: ${figure.value} for ${expected.value}`);
  } else if (measureCatalogue[key].unit === 'share') {
    assert.equal(figure.value, expected.sample === 0 ? null : expected.numerator / expected.sample!, name);
  } else {
    assert.equal(figure.value, expected.numerator, name);
  }
  return expected;
}

for (const key of measureKeys.filter((each) => !each.startsWith('workload.'))) {
  test(`${key} equals a count over the raw events`, async () => {
    let largest = 0;
    for (const [population, origin] of boards.filter(([each]) => kindOf(each) === measureCatalogue[key].population)) {
      const ask = { population, origin, from, to: new Date(from.getTime() + 8 * day) };
      const board = await world.measures.board({ ...ask, bucket: 'day' });
      const figure = board.figures.find((each) => each.key === key)!;
      const expected = await compare(key, figure, ask);
      largest = Math.max(largest, expected.numerator);
      if (figure.series) {
        assert.deepEqual(figure.series.map(({ at }) => at), board.figures[0]!.series!.map(({ at }) => at));
        const third = { ...ask, from: figure.series[2]!.at, to: figure.series[3]!.at };
        const { value, sample } = figure.series[2]!;
        const one = await world.measures.board({ ...third, bucket: 'hour' });
        const same = one.figures.find((each) => each.key === key)!;
        await compare(key, same, third);
        assert.deepEqual([same.value, same.sample], [value, sample], 'hours add up to their day');
      }
    }
    assert.ok(largest > 0, 'the bag has something to count');
  });
}

test('a population of which nothing is told has a board of noughts and nothings', async () => {
  const { figures } = await world.measures.board(
    { population: 'nobody', origin: 'real', from, to: now, bucket: 'day' });
  for (const { key, value, numerator, sample, interval } of figures) {
    assert.deepEqual([numerator, sample, interval], [0, 0, null], key);
    const { denominator, unit } = measureCatalogue[key];
    assert.equal(value, denominator === null || unit === 'count' ? 0 : null, key);
  }
});

test('a share of few is shown with how little it says', async () => {
  const { figures } = await world.measures.board({ population: 'trio', origin: 'real', from, to: now, bucket: 'day' });
  const { sample, value, interval } = figures.find(({ key }) => key === 'customer.sign-in.completed')!;
  assert.ok(sample > 0 && sample < 6);
  assert.ok(interval!.low <= value! && value! <= interval!.high && interval!.high - interval!.low > 0.4);
});

test('an event that comes late counts in the hour in which it happened', async () => {
  const at = new Date(from.getTime() + 3 * day + 5 * hour);
  const ask = { population: 'patients', origin: 'real', from: at, to: new Date(at.getTime() + hour), bucket: 'hour' } as const;
  const failed = async (): Promise<number> => (
    await world.measures.board(ask)).figures.find(({ key }) => key === 'customer.attempt.failed')!.numerator;
  const earlier = await failed();
  await world.at(new Date(at.getTime() + 1), {
    type: 'credential.refused', population: 'patients', actor: { kind: 'system' },
    open: { kind: 'password', reason: 'wrong' } });
  await world.settle();
  assert.equal(await failed(), earlier + 1);
});
