import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeMachine } from './machine.ts';

test('a machine is described in full', () => {
  const machine = describeMachine();
  assert.ok(machine.cores > 0);
  assert.match(machine.memory, /^\d+\.\d GiB$/);
  assert.match(machine.node, /^v\d+\./);
  assert.match(machine.postgresql, /^\d+\.\d+\.\d+, embedded$/);
});
