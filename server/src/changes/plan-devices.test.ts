import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testAuthority } from '../../../tools/testing/certificates.ts';
import { faultTests, planEdited } from './testing.ts';

const file = 'devices.yaml';
const authority = testAuthority();
const devices = (...all: readonly (readonly [name: string, pem: string])[]): string => `authorities:\n${all.map(([name, pem]) => (
  `  - name: ${name}\n    certificate: |\n${pem.trim().split('\n').map((line) => `      ${line}`).join('\n')}\n`)).join('')}`;

faultTests([
  {
    of: 'managed devices of customers', edits: { [file]: devices(['Ours', authority.pem]) }, file, line: 'authorities:',
    problem: /nobody manages them but themselves/, remedy: /Remove/,
  },
  {
    of: 'managed devices of machines', kind: 'workload', edits: { [file]: devices(['Ours', authority.pem]) }, file, line: 'authorities:',
    problem: /doesn't have/,
  },
  {
    of: 'an authority that is no certificate', kind: 'workforce', edits: { [file]: 'authorities:\n  - name: Ours\n    certificate: hello\n' }, file, line: 'certificate: hello',
    problem: /no certificate/, remedy: /PEM/,
  },
  {
    of: 'a device in the place of an authority', kind: 'workforce', edits: { [file]: devices(['Ours', authority.issue().pem]) }, file, line: 'certificate:',
    problem: /may issue none/,
  },
  {
    of: 'two authorities of one name', kind: 'workforce', edits: { [file]: devices(['Ours', authority.pem], ['"Ours"', testAuthority().pem]) }, file,
    line: '- name: "Ours"', problem: /name of another/,
  },
]);

test('employees\' devices are managed by the authorities that the policy names', async () => {
  const { faults, content } = await planEdited('workforce', { [file]: devices(['Ours', authority.pem], ['Theirs', testAuthority().pem]) });
  assert.deepEqual(faults, []);
  assert.deepEqual(content?.devices?.authorities.map(({ name }) => name), ['Ours', 'Theirs']);
});
