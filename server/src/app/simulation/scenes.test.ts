import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stolenPassword } from '../../../../demo/people/index.ts';
import type { Undo } from '../ground.ts';
import { composeSimulation } from './compose-simulation.ts';
import { createSimulatedHouse } from './simulated-house.ts';
import { startSimulatedServer, until } from './testing.ts';

const { server } = await startSimulatedServer();

test('the same stolen password is let in to browse and stopped at the payout; its owner on a new phone gets through with one prompt', async (t) => {
  const undo: Undo = [];
  t.after(async () => { for (const each of undo.reverse()) await each(); });
  const parts = await composeSimulation({
    target: server.config.databaseUrl!.reveal(), masterKey: server.config.masterKey!.reveal(), logLevel: 'silent', otherwise: until,
  }, undo);
  const { origin } = new URL(server.config.url);
  const house = createSimulatedHouse(parts, { customers: origin, workforce: origin });
  const { beats } = await stolenPassword(house, 'scene', 1, new Date(until.getTime() - 40 * 86_400_000));
  const told = (whose: string) => beats.filter(({ who }) => who === whose).map(({ answer, screens }) => `${answer}/${screens}`);
  // Address, the offer of a code by mail, password: the same for both; what differs comes where money could leave.
  assert.deepEqual(told('thief'), ['signed in/3', 'allow/0', 'challenge/0']);
  assert.deepEqual(told('owner'), ['signed in/3', 'allow/0', 'allow/1']);
});
