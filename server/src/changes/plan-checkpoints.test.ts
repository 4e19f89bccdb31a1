import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultTests, planEdited } from './testing.ts';

const file = 'checkpoints.yaml';
/** The last response of the customers' template, as it stands there. */
const last = '- respond: delay\n        for: 24h';

const strong = '- respond: challenge\n        with: passkey-or-totp\n        within: 5m\n        when: (has.passkey || has.totp) && recovered.factorAge >= duration("72h")\n';

const employees = `actions:
  payroll.change:
    about: Change of the account that pay goes to
    valueAtRisk: high
    frictionTolerance: medium
    reasons: { authentication-old: authentication.age > duration("5m") }
    responses:
      - { respond: challenge, with: email-code, within: 5m, when: has.email }
      - { respond: deny }
`;

faultTests([
  {
    of: 'a reason that asks for a fact that checkpoints do not have',
    edits: { [file]: [['device.knownFor < duration("24h")', 'device.isManaged']] }, file,
    line: 'device-unknown:', problem: /condition that cannot be used/, remedy: /device\.knownFor/,
  },
  {
    of: 'a response whose condition is no yes or no', edits: { [file]: [['when: (has.passkey || has.totp) && recovered.factorAge >= duration("72h")', 'when: account.age']] },
    file, line: 'when: account.age', problem: /condition that cannot be used/,
  },
  {
    of: 'a last response that not everybody meets', edits: { [file]: [[last, `${last}\n        when: has.email`]] }, file,
    line: 'when: has.email\n', problem: /would be stuck/, remedy: /delay/,
  },
  {
    of: 'a response that leaves the rest unreachable', edits: { [file]: [[strong, '- respond: challenge # everybody\n        with: passkey-or-totp\n        within: 5m\n']] }, file,
    line: '- respond: challenge # everybody', problem: /never asked/,
  },
  {
    of: 'a delay longer than anybody waits', edits: { [file]: [['for: 24h', 'for: 31d']] }, file, line: 'for: 31d',
    problem: /longer than anybody waits/, remedy: /30d/,
  },
  {
    of: 'a proof that counts for too long', edits: { [file]: [['within: 5m', 'within: 2h']] }, file, line: 'within: 2h',
    problem: /says little/, remedy: /1h/,
  },
  {
    of: 'a review longer than anybody waits', edits: { [file]: [['within: 72h', 'within: 15d']] }, file, line: 'within: 15d',
    problem: /longer than anybody waits/, remedy: /14d/,
  },
  {
    of: 'a last response of a band that not everybody meets', edits: { [file]: [['within: 72h', 'within: 72h\n          when: has.email']] },
    file, line: 'when: has.email\n', problem: /would be stuck/,
  },
  {
    of: 'a condition of a band that asks for what there is not', edits: { [file]: [['when: has.passkey && recovered', 'when: has.ring && recovered']] },
    file, line: 'when: has.ring', problem: /condition that cannot be used/,
  },
  {
    of: 'a reason that has the name of one of ours', edits: { [file]: [['authentication-old:', 'challenge-met:']] }, file,
    line: 'challenge-met:', problem: /Limen itself gives/,
  },
  {
    of: 'a response that there is not', edits: { [file]: [['respond: notify', 'respond: shrug']] }, file, line: 'respond: shrug',
    problem: /allow, notify, challenge, delay, review or deny/,
  },
  {
    of: 'a customer for whom there is no way', edits: { [file]: [[last, '- respond: deny # everybody']] }, file, line: '- respond: deny # everybody',
    problem: /without any way/, remedy: /delay/,
  },
  {
    of: 'a code by mail asked of an employee', kind: 'workforce', edits: { [file]: employees }, file,
    line: '- { respond: challenge', problem: /SP 800-63B-4/, remedy: /passkey-or-totp/,
  },
  {
    of: 'checkpoints for machines', kind: 'workload', edits: { [file]: employees }, file, line: 'actions:',
    problem: /asks something of people/, remedy: /Remove/,
  },
]);

test('an employee may be denied, and be asked for what employees have', async () => {
  const { faults } = await planEdited('workforce', { [file]: employees.replace('email-code', 'passkey-or-totp') });
  assert.deepEqual(faults, []);
});
