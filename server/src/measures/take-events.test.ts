import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Database } from '../storage/index.ts';
import { countedTypes } from './count-event.ts';
import type { Board } from './measures.ts';
import { createJourneyPurposes } from './journey-purposes.ts';
import { takeEvents } from './take-events.ts';
import { fillBag } from './test-bag.ts';
import { someId, testMeasures, type TestMeasures } from './testing.ts';

const from = new Date('2026-03-01T00:00:00Z');
const now = new Date('2026-03-05T00:00:00Z');
const ask = { population: 'customers', origin: 'real', from, to: now, bucket: 'hour' } as const;
const bag = { population: 'customers', people: 6, runs: 25, from, days: 3 } as const;

const figureOf = (board: Board, key: string): number => board.figures.find((each) => each.key === key)!.numerator;

test('what is delivered again counts once, whole or from the middle on', async () => {
  const world = await testMeasures(now);
  await fillBag(world, { ...bag, seed: 5 });
  await world.settle();
  const earlier = await world.measures.board(ask);
  assert.ok(figureOf(earlier, 'customer.sign-in.started') > 5);
  const all = await world.house.events.read({ types: countedTypes, limit: 1_000 });
  await takeEvents(takerOf(world), 'real', all);
  await takeEvents(takerOf(world), 'real', all.slice(50));
  assert.deepEqual(await world.measures.board(ask), earlier);
});

test('a batch that two servers have at once counts once', async () => {
  const world = await testMeasures(now);
  await world.settle();
  const batch = await failures(world, 20);
  const other = await world.database.another();
  await Promise.all([
    takeEvents(takerOf(world), 'real', batch), takeEvents(takerOf(world, other), 'real', batch), takeEvents(takerOf(world, other), 'real', batch)]);
  const board = await world.measures.board(ask);
  assert.equal(figureOf(board, 'customer.attempt.failed'), 20);
  assert.equal(board.position, batch.at(-1)!.position);
});

test('a batch that fails half-way counts not at all, and whole when it comes again', async () => {
  const world = await testMeasures(now);
  await world.settle();
  const batch = await failures(world, 5);
  const { position } = await world.measures.board(ask);
  const broken = [...batch, { ...batch[0]!, position: batch.at(-1)!.position! + 1, run: 'no-id' }];
  await assert.rejects(takeEvents(takerOf(world), 'real', broken));
  assert.equal((await world.measures.board(ask)).position, position);
  await takeEvents(takerOf(world), 'real', batch);
  assert.equal(figureOf(await world.measures.board(ask), 'customer.attempt.failed'), 5);
});

test('the two chains have positions of their own and never meet in a figure', async () => {
  const world = await testMeasures(now);
  await fillBag(world, { ...bag, seed: 6, origin: 'simulated' });
  await world.settle();
  const [real, simulated] = await Promise.all((['real', 'simulated'] as const)
    .map((origin) => world.measures.board({ ...ask, origin })));
  assert.equal(figureOf(real!, 'customer.sign-in.started'), 0);
  assert.ok(figureOf(simulated!, 'customer.sign-in.started') > 5);
  assert.ok(figureOf(simulated!, 'customer.attempt.failed') > 5);
  assert.equal(figureOf(real!, 'customer.attempt.failed'), 0);
});

test('old hours go before old days, and runs that nobody ended go too', async () => {
  const world = await testMeasures(now);
  await fillBag(world, { ...bag, seed: 7 });
  await world.settle();
  const days = { ...ask, bucket: 'day' } as const;
  const earlier = await world.measures.board(days);
  world.clock.set(new Date('2026-05-01T00:00:00Z'));
  await world.measures.jobs[0]!.run();
  assert.equal(figureOf(await world.measures.board(ask), 'customer.sign-in.started'), 0);
  const later = await world.measures.board(days);
  assert.equal(figureOf(later, 'customer.sign-in.started'), figureOf(earlier, 'customer.sign-in.started'));
  const { rowCount } = await world.database.pool.query('select from measure_run');
  assert.equal(rowCount, 0);
});

const takerOf = ({ house, database: own }: TestMeasures, database: Database = own) => (
  { database, journeyPurposes: createJourneyPurposes(house.policies) });

/** Events that the log has not delivered yet, as it would deliver them. */
async function failures(world: TestMeasures, count: number) {
  const { position } = await world.measures.board(ask);
  return Array.from({ length: count }, (_, n) => ({
    id: someId(from), at: from, position: position + n + 1, type: 'credential.refused', population: 'customers',
    principal: null, actor: { kind: 'system' }, session: null, run: null, client: null,
    open: { kind: 'password', reason: 'wrong' }, origin: 'real',
  } as const));
}
