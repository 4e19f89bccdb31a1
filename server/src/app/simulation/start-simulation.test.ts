import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until as waitUntil } from '../test-waiting.ts';
import { startSimulation } from './start-simulation.ts';
import { smallTown, startSimulatedServer } from './testing.ts';

const { server } = await startSimulatedServer();
const { pool } = server.ground.database;

test('the process tells how far it is, ends when it is told to, and leaves the server as it was', async () => {
  const said: string[] = [];
  const simulation = await startSimulation(server, (text) => { said.push(text); }, smallTown);
  await waitUntil('people are at it', () => said.length > 0);
  await simulation!.stop();
  assert.equal(await simulation!.ended, 'stopped');
  assert.match(said[0]!, /^Made-up people live their lives: \d{4}-\d\d-\d\d, \d+ %$/);
  assert.equal((await fetch(`${server.config.url}/health/live`)).status, 200);
});

test('the next one begins anew and fills; after it there is nothing to start', async () => {
  const simulation = await startSimulation(server, () => undefined, smallTown);
  assert.equal(await simulation!.ended, 'filled');
  const { rows } = await pool.query<{ people: number }>(`select count(*)::int as people from principal where origin = 'simulated'`);
  assert.ok(rows[0]!.people >= 60);
  assert.equal(await startSimulation(server, () => undefined, smallTown), undefined);
});
