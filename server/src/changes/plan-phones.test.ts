import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultTests, planEdited, type Edits } from './testing.ts';

const signIn = 'journeys/sign-in.yaml';
const signUp = 'journeys/sign-up.yaml';
const recover = 'journeys/recover.yaml';
const numbers = 'region: DE\ncountries: [DE, AT, CH]\n';
const text = (verified: string, otherWay: string): string => (
  `  text:\n    step: sms-code\n    exits:\n      verified: ${verified}\n      other-way: ${otherWay}\n\n`);
const node = (before: string, added: string): readonly [string, string] => [`\n  ${before}:\n`, `\n${added}  ${before}:\n`];

/** Where an application asked for more, the address is proved as well: beside an app a text is no second factor. */
const enoughByText = '  enough-by-text:\n    step: decide\n    with: { when: satisfied }\n    exits:\n      yes: worth-offering\n      no: code\n\n';

/** Numbers beside addresses at every door of the customers' template, as the guide has it. */
const everywhere: Edits = {
  'phone.yaml': numbers,
  [signIn]: [['      identified: code\n', '      identified: code\n      phone: text\n'], node('code', text('enough-by-text', 'identify')), node('code', enoughByText)],
  [signUp]: [['      identified: prove-address\n', '      identified: prove-address\n      phone: text\n'], node('prove-address', text('account', 'identify'))],
  [recover]: [
    ['      yes: which-way-in\n      no: begun-before\n', '      yes: which-way-in\n      no: by-text\n'],
    node('begun-before', '  by-text:\n    step: decide\n    with: { when: has.phone && !proved.smsCode }\n    exits:\n      yes: text\n      no: begun-before\n\n'),
    node('begun-before', text('enough-to-bind', 'begun-before')),
  ],
};

test('customers may be let in, signed up and helped back by a number beside the address', async () => {
  const { faults, findings } = await planEdited('customer', everywhere);
  assert.deepEqual(faults, []);
  const told = findings.filter(({ code }) => code === 'restricted-authenticator' || code === 'number-alone');
  assert.deepEqual(told.map(({ code, file, at }) => [code, file, at]), [['number-alone', signUp, 'nodes.identify.exits.phone']]);
});

test('employees\' journeys may ask for a text in recovery, and the plan says what it is', async () => {
  const { faults, findings } = await planEdited('workforce', {
    'phone.yaml': numbers,
    [signIn]: [['      correct: second-factor\n', '      correct: text\n'], node('second-factor', text('second-factor', 'second-factor'))],
  });
  assert.deepEqual(faults, []);
  const [{ line, problem } = assert.fail()] = findings.filter(({ code }) => code === 'restricted-authenticator');
  assert.ok(line > 1);
  assert.match(problem, /restricted authenticator/);
});

faultTests([
  {
    of: 'a text where the policy takes no numbers', edits: { ...everywhere, 'phone.yaml': null },
    file: signIn, line: '  text:', problem: /sends a code to a telephone number, and the policy takes none/,
  },
  {
    of: 'a number typed where the policy takes none', edits: { [signIn]: [['      identified: code\n', '      identified: code\n      phone: code\n']] },
    file: signIn, line: '      phone: code', problem: /leads on who types a telephone number/,
  },
  {
    of: 'a region that gets no texts', edits: { ...everywhere, 'phone.yaml': 'region: FR\ncountries: [DE]\n' },
    file: 'phone.yaml', line: 'region: FR', problem: /names a region that is not among its countries/,
  },
  {
    of: 'a country that is none', edits: { ...everywhere, 'phone.yaml': 'region: DE\ncountries: [DE, XX]\n' },
    file: 'phone.yaml', line: 'countries:', problem: /is XX, which no country/,
  },
  {
    of: 'more texts in an hour than in a day',
    edits: { ...everywhere, 'phone.yaml': `${numbers}limits:\n  number: { hour: 9, day: 3 }\n` },
    file: 'phone.yaml', line: '  number:', problem: /more in an hour than in a day/,
  },
  {
    of: 'numbers trusted for ever', edits: { ...everywhere, 'phone.yaml': `${numbers}provedWithin: 99d\n` },
    file: 'phone.yaml', line: 'provedWithin', problem: /from 1d to 90d/,
  },
  {
    of: 'an employee let in by a text alone', kind: 'workforce',
    edits: {
      'phone.yaml': numbers, 'assurance.yaml': [['acr:mfa', 'acr:basic']],
      [signIn]: [['      identified: password\n', '      identified: password\n      phone: text\n'], node('password', text('complete', 'identify'))],
    },
    file: signIn, line: '      verified: complete', problem: /by text message alone, a restricted authenticator/,
  },
  {
    of: 'no way but a text', edits: {
      ...everywhere,
      [signIn]: [['      identified: code\n', '      identified: text\n'], node('code', text('enough', 'refuse'))],
    },
    file: signIn, line: '  refuse:', problem: /turns away for good/,
  },
]);
