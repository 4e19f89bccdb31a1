import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultTests, planEdited } from './testing.ts';

const file = 'checkpoints.yaml';
/** The last response of the customers' template, as it stands there. */
const last = '- respond: delay\n        for: 24h';

const strong = '- respond: challenge\n        with: passkey-or-totp\n        within: 5m\n        when: >-\n          (has.passkey || has.totp) && recovered.factorAge >= duration("72h")\n          && (factor.boundFor >= duration("72h") || !recovery.isUnderWay && contact.removedAge >= duration("72h"))\n';

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
    of: 'a response whose condition is no yes or no', edits: { [file]: [[strong, '- respond: challenge\n        with: passkey-or-totp\n        within: 5m\n        when: account.age\n']] },
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
    of: 'a condition of a band that asks for what there is not', edits: { [file]: [['when: has.passkey && factor', 'when: has.ring && factor']] },
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
    of: 'an action that no machine asks for', kind: 'workload', edits: { [file]: [['token.issue:', 'payout.change:']] }, file, line: 'payout.change:',
    problem: /asked by nobody/, remedy: /token\.issue/,
  },
  {
    of: 'the checkpoint of machines among people', edits: { [file]: [['profile.edit:', 'token.issue:']] }, file, line: 'token.issue:',
    problem: /nobody asks in this population/,
  },
  {
    of: 'a machine that is to prove itself again', kind: 'workload', edits: { [file]: [['respond: notify', 'respond: challenge\n        with: passkey\n        within: 5m']] },
    file, line: 'respond: challenge', problem: /has just done/, remedy: /notify, review or deny/,
  },
  {
    of: 'a machine that is to wait', kind: 'workload', edits: { [file]: [['respond: notify', 'respond: delay\n        for: 24h']] }, file, line: 'respond: delay',
    problem: /nobody to tell/, remedy: /notify, review or deny/,
  },
  {
    of: 'a machine whose device is asked for', kind: 'workload', edits: { [file]: [['network.isNew', 'device.managed']] }, file, line: 'network-new:',
    problem: /condition that cannot be used/, remedy: /token\.scopes/,
  },
  {
    of: 'risk of machines', kind: 'workload', edits: { [file]: [['    reasons:', '    looksTwiceFrom: high\n    reasons:']] }, file, line: 'looksTwiceFrom: high',
    problem: /of people alone/,
  },
]);

test('machines may be refused, looked at, and let go by what they ask for', async () => {
  const { faults } = await planEdited('workload', { [file]: [['- respond: notify', `- respond: deny
        when: "'payments.write' in token.scopes && !token.bound"
      - respond: review
        within: 24h
        when: network.kind == "hosting" && token.resource == "https://ledger.example/"
      - respond: notify`]] });
  assert.deepEqual(faults, []);
});

test('an employee may be denied, and be asked for what employees have', async () => {
  const { faults } = await planEdited('workforce', { [file]: employees.replace('email-code', 'passkey-or-totp') });
  assert.deepEqual(faults, []);
});
