import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultTests, planEdited } from './testing.ts';

const signIn = 'journeys/sign-in.yaml';
const contact = (exits: string): readonly [string, string] => (
  ['\n  complete:\n', `\n  contact:\n    step: verify-contact\n    exits: ${exits}\n\n  complete:\n`]);

test('an address may be offered to be added after the end of a sign-in', async () => {
  const { faults } = await planEdited('customer', { [signIn]: [['      skip: complete\n', '      skip: contact\n'], contact('{ verified: complete, skip: complete }')] });
  assert.deepEqual(faults, []);
});

faultTests([
  {
    of: 'an address added before anything was proved',
    edits: { [signIn]: [['      identified: code\n', '      identified: contact\n'], contact('{ verified: code, skip: code }')] },
    file: signIn, line: '  contact:', problem: /before anything was proved/,
  },
  {
    of: 'an address that customers have to add', edits: { [signIn]: [['      skip: complete\n', '      skip: contact\n'], contact('{ verified: complete }')] },
    file: signIn, line: '  contact:', problem: /makes customers set something up \(verify-contact\)/,
  },
]);
