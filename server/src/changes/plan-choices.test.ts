import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultTests, planEdited } from './testing.ts';

const signIn = 'journeys/sign-in.yaml';
const choose = (exits: string): readonly [string, string] => (
  ['\n  complete:\n', `\n  choose:\n    step: choose-method\n    exits: ${exits}\n\n  complete:\n`]);
const toChoice = ['      identified: code\n', '      identified: choose\n'] as const;

test('a sign-in where people choose is as good as one that leads them', async () => {
  const { faults } = await planEdited('customer', {
    [signIn]: [toChoice, choose('{ password: password, email-code: code, back: identify, other-way: journey:recover }')],
  });
  assert.deepEqual(faults, []);
});

faultTests([
  {
    of: 'a choice of what was lost, with nothing else but to be turned away',
    edits: { [signIn]: [toChoice, choose('{ passkey: passkey, password: password, other-way: turned-away }'),
      ['\n  complete:\n', '\n  turned-away:\n    step: refuse\n    with: { reason: try-later }\n\n  complete:\n']] },
    file: signIn, line: '  turned-away:', problem: /turns away for good somebody with nothing at hand/,
  },
  {
    of: 'a choice that comes back to itself for who has nothing left to choose',
    edits: { [signIn]: [['      yes: offer-passkey\n      no: complete', '      yes: choose\n      no: choose'],
      choose('{ totp: totp, other-way: worth-offering }')] },
    file: signIn, line: '  choose:', problem: /comes back to itself without a screen/,
  },
]);
