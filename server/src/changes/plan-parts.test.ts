import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultTests, planEdited } from './testing.ts';

const signIn = 'journeys/sign-in.yaml';
const part = (name: string): string => `journeys/${name}.yaml`;
/** A part that proves the address by code. */
const proveAddress = `purpose: part
timeLimit: 30m
start: code
nodes:
  code:
    step: email-code
    exits: { verified: end, back: gave-up }
  gave-up:
    step: refuse
    with: { reason: try-later }
  end:
    step: complete
`;
const saysHello = `purpose: part
timeLimit: 30m
start: hello
nodes:
  hello:
    step: message
    with: { title: { en: Hello }, text: { en: Hello } }
    exits:
      read: end
  end:
    step: complete
`;
const byPart = (journey: string): string => `  code:
    step: sub-journey
    with: { journey: ${journey} }
    exits:
      done: enough
      refused: identify
`;
const code = `  code:
    step: email-code
    exits:
      verified: enough
      password: password
      back: identify
`;
const onlyCalls = (journey: string): string => `purpose: part
timeLimit: 30m
start: in
nodes:
  in:
    step: sub-journey
    with: { journey: ${journey} }
    exits: { done: end }
  end:
    step: complete
`;
/** Nothing leads to the password any more where the part has taken the place of the code. */
const passwordFirst = ['      identified: code\n', '      identified: password\n'] as const;

test('a sign-in whose proof lies in a part is as good as one that has it itself', async () => {
  const { faults } = await planEdited('customer', {
    [signIn]: [[code, byPart('prove-address')], passwordFirst], [part('prove-address')]: proveAddress,
  });
  assert.deepEqual(faults, []);
});

faultTests([
  {
    of: 'a part that refuses, in a sign-in that has no way for that',
    edits: {
      [signIn]: [[code, byPart('prove-address').replace('      refused: identify\n', '')], passwordFirst],
      [part('prove-address')]: proveAddress.replace('verified: end', 'verified: gave-up'),
    },
    file: part('prove-address'), line: 'gave-up:\n', problem: /turns away for good somebody with nothing at hand/,
  },
  {
    of: 'a part that proves nothing',
    edits: {
      [signIn]: [[code, byPart('prove-address').replace('done: enough', 'done: complete')], passwordFirst],
      [part('prove-address')]: saysHello,
    },
    file: part('prove-address'), line: 'read: end', problem: /leads to complete when nothing was proved/,
  },
  {
    of: 'a part that goes through itself', edits: { [signIn]: [[code, byPart('round')], passwordFirst], [part('round')]: onlyCalls('round') },
    file: part('round'), line: 'journey: round', problem: /goes through round, which comes back to round/,
  },
  {
    of: 'two parts that go through each other',
    edits: { [signIn]: [[code, byPart('one')], passwordFirst], [part('one')]: onlyCalls('two'), [part('two')]: onlyCalls('one') },
    file: part('two'), line: 'journey: one', problem: /goes through one, which comes back to two/,
  },
  {
    of: 'parts six deep',
    edits: {
      [signIn]: [[code, byPart('a1')], passwordFirst],
      ...Object.fromEntries([1, 2, 3, 4, 5].map((each) => [part(`a${each}`), onlyCalls(`a${each + 1}`)])),
      [part('a6')]: proveAddress,
    },
    file: signIn, line: 'journey: a1', problem: /more than 5 deep/,
  },
  {
    of: 'a part that nobody goes through', edits: { [part('prove-address')]: proveAddress },
    file: part('prove-address'), line: '  code:', problem: /cannot be reached/, remedy: /Go through it by a sub-journey/,
  },
  {
    of: 'a node of a part that nothing leads to',
    edits: {
      [signIn]: [[code, byPart('prove-address')], passwordFirst],
      [part('prove-address')]: proveAddress.replace('back: gave-up', 'back: end'),
    },
    file: part('prove-address'), line: '  gave-up:', problem: /cannot be reached/,
  },
  {
    of: 'a call of what is no part', edits: { [signIn]: [[code, byPart('recover')], passwordFirst] },
    file: signIn, line: 'journey: recover', problem: /is a journey of its own and no part/,
  },
  {
    of: 'a call of what is not there', edits: { [signIn]: [[code, byPart('prove-adress')], passwordFirst], [part('prove-address')]: proveAddress },
    file: signIn, line: 'journey: prove-adress', problem: /is not there/, remedy: /prove-address/,
  },
  {
    of: 'an exit to a part', edits: { [signIn]: [['      identified: code\n', '      identified: journey:prove-address\n']], [part('prove-address')]: proveAddress },
    file: signIn, line: 'identified: journey:prove-address', problem: /is a part: it would not know where to go on/,
  },
]);
