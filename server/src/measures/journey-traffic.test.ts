import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { day, hasCode } from '../kernel/index.ts';
import { fillBag } from './test-bag.ts';
import { someId, testMeasures } from './testing.ts';

const from = new Date('2026-03-01T00:00:00Z');
const to = new Date('2026-03-11T00:00:00Z');
const actor = { kind: 'system' } as const;

test('what is told of each node equals a count over the raw events', async () => {
  const world = await testMeasures(to, ['patients']);
  for (const [n, population] of ['customers', 'patients'].entries()) {
    await fillBag(world, { population, seed: 30 + n, people: 5, runs: 60, from, days: 9 });
  }
  await world.settle();
  let checked = 0;
  for (const journey of ['sign-in', 'recover']) {
    const { nodes } = await world.measures.journeyTraffic(
      { population: 'customers', origin: 'real', journey, from, to: new Date(from.getTime() + 6 * day) });
    const { rows } = await sql<{ node: string; entered: number; gone: number }>`
      select e.open->>'step' as node, count(*) filter (where e.type = 'run.step_entered') as entered,
        count(*) filter (where e.type = 'run.step_left') as gone
      from told e join told began on began.run = e.run and began.type = 'run.started'
        and began.at >= ${from} and began.at < ${from}::timestamptz + interval '6 days'
      where e.population = 'customers' and e.type in ('run.step_entered', 'run.step_left')
        and e.open->>'journey' = ${journey} group by 1`.execute(world.database.db);
    assert.deepEqual(new Map(nodes.filter(({ node }) => node !== '').map(({ node, entered, exits }) => (
      [node, [entered, exits.reduce((sum, { count }) => sum + count, 0)]]))),
    new Map(rows.map(({ node, entered, gone }) => [node, [entered, gone]])));
    checked += rows.length;
  }
  assert.ok(checked >= 10);
});

test('whoever leaves is counted at the last screen, by how they left', async () => {
  const world = await testMeasures(to);
  const walk = async (steps: readonly (readonly [string, string])[], end: 'expired' | string): Promise<void> => {
    const about = { population: 'customers', run: someId(from), actor } as const;
    await world.at(from, { ...about, type: 'run.started', open: { purpose: 'sign-in', journey: 'sign-in', policyVersion: 1, channel: 'web' } });
    for (const [step, exit] of steps) {
      const kind = step === 'enough' ? 'decide' : step;
      await world.at(from, { ...about, type: 'run.step_entered', open: { step, kind, journey: 'sign-in' } });
      if (exit) await world.at(from, { ...about, type: 'run.step_left', open: { step, kind, exit, ms: 5, journey: 'sign-in' } });
    }
    await world.at(to, end === 'expired'
      ? { ...about, type: 'run.expired', open: { purpose: 'sign-in', step: 'x' } }
      : { ...about, type: 'run.refused', open: { purpose: 'sign-in', reason: end } });
  };
  await walk([['identify', 'identified'], ['password', '']], 'expired');
  await walk([['identify', 'identified'], ['password', '']], 'cancelled');
  await walk([['identify', 'passkey'], ['enough', 'no'], ['refuse', '']], 'not-strong-enough');
  await world.settle();
  const { nodes } = await world.measures.journeyTraffic({ population: 'customers', origin: 'real', journey: 'sign-in', from, to });
  assert.deepEqual(nodes, [
    { node: 'identify', entered: 3, exits: [{ exit: 'identified', count: 2 }, { exit: 'passkey', count: 1 }],
      abandoned: { expired: 0, cancelled: 0 }, refused: 1 },
    { node: 'password', entered: 2, exits: [], abandoned: { expired: 1, cancelled: 1 }, refused: 0 },
    { node: 'enough', entered: 1, exits: [{ exit: 'no', count: 1 }], abandoned: { expired: 0, cancelled: 0 }, refused: 0 },
    { node: 'refuse', entered: 1, exits: [], abandoned: { expired: 0, cancelled: 0 }, refused: 0 },
  ]);
});

test('ranges are whole, forward and bounded; populations are known', async () => {
  const { measures } = await testMeasures(to);
  const ask = { population: 'customers', origin: 'real', from, bucket: 'day' } as const;
  const after = (days: number): Date => new Date(from.getTime() + days * day);
  const whole = await measures.board({ ...ask, from: new Date(from.getTime() + 1), to: after(1.5) });
  assert.deepEqual([whole.from, whole.to], [from, after(2)]);
  assert.equal((await measures.board({ ...ask, to: after(400) })).figures[0]!.series!.length, 400);
  assert.equal((await measures.board({ ...ask, bucket: 'hour', to: after(31) })).figures[0]!.series!.length, 744);
  for (const wrong of [{ to: from }, { to: after(-1) }, { to: after(401) }, { to: after(32), bucket: 'hour' as const }]) {
    await assert.rejects(measures.board({ ...ask, ...wrong }), (error) => hasCode(error, 'request.invalid'));
  }
  const unknown = { ...ask, population: 'strangers', to: after(1) };
  await assert.rejects(measures.board(unknown), (error) => hasCode(error, 'population.unknown'));
  await assert.rejects(measures.journeyTraffic({ ...unknown, journey: 'sign-in' }),
    (error) => hasCode(error, 'population.unknown'));
  const { nodes } = await measures.journeyTraffic({ ...ask, journey: '%_\'"', to: after(1) });
  assert.deepEqual(nodes, []);
});
