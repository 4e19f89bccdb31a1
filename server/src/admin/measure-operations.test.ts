import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureRoutes } from '../../../contract/admin/index.ts';
import { someId, testMeasures } from '../measures/testing.ts';
import { measureOperations } from './measure-operations.ts';

const from = new Date('2026-03-01T00:00:00Z');
const range = { from: '2026-03-01', to: '2026-03-05T00:00:00+01:00', origin: 'real' } as const;
const route = (operation: string) => measureRoutes.find((each) => each.operation === operation)!;

test('what each operation answers is as the contract says, for every kind of population', async () => {
  const world = await testMeasures(new Date('2026-03-06T00:00:00Z'));
  const about = { population: 'customers', run: someId(from), actor: { kind: 'system' } } as const;
  await world.at(from,
    { ...about, type: 'run.started', open: { purpose: 'sign-in', journey: 'sign-in', policyVersion: 1, channel: 'web' } },
    { ...about, type: 'run.step_entered', open: { step: 'identify', kind: 'identify', journey: 'sign-in' } },
    { ...about, type: 'run.completed', open: { purpose: 'sign-in', ms: 4_321 } });
  await world.settle();
  const operations = measureOperations(world);
  const call = { body: undefined, actor: { kind: 'operator', id: 'local' }, signal: new AbortController().signal } as const;
  const { measures } = await operations['measure.catalogue']({ ...call, params: undefined, query: { kind: 'workload' } });
  route('measure.catalogue').response.parse({ measures, quantileError: 0.02, smallSample: 30 });
  assert.ok(measures.length > 0 && measures.every(({ population }) => population === 'workload'));
  for (const population of ['customers', 'workforce', 'workloads']) {
    for (const bucket of ['hour', 'day'] as const) {
      const board = await operations['measure.board']({ ...call, params: { population }, query: { ...range, bucket } });
      route('measure.board').response.parse(board);
      assert.ok(board.to.startsWith(bucket === 'day' ? '2026-03-05T00' : '2026-03-04T23'));
    }
  }
  const traffic = await operations['measure.journey-traffic'](
    { ...call, params: { population: 'customers', journey: 'sign-in' }, query: range });
  route('measure.journey-traffic').response.parse(traffic);
  assert.deepEqual(traffic.nodes.map(({ node, entered }) => [node, entered]), [['identify', 1]]);
});

test('what comes in is bounded by the contract', () => {
  const query = route('measure.board').query!;
  assert.ok(query.safeParse({ from: '2026-03-01', to: '2026-03-02T10:00:00Z' }).success);
  for (const wrong of [{}, { from: 'yesterday', to: '2026-03-02' }, { from: '2026-02-30', to: '2026-03-02' },
    { ...range, bucket: 'minute' }, { ...range, origin: 'both' }, { ...range, more: '1' }]) {
    assert.ok(!query.safeParse(wrong).success, JSON.stringify(wrong));
  }
});
