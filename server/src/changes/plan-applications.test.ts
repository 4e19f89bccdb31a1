import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { faultTests, planEdited } from './testing.ts';

const text = (kind: string, journey: string): Promise<string> => (
  readFile(join(import.meta.dirname, '../../../policies', kind, 'journeys', `${journey}.yaml`), 'utf8'));
const [signIn, stepUp, enrol] = await Promise.all([
  text('customer', 'sign-in'), text('customer', 'step-up'), text('workforce', 'enrol')]);
const workSignIn = await text('workforce', 'sign-in');
const of = (journey: string, ...applications: readonly string[]): string => (
  journey.replace('\nstart:', `\napplications: [${applications.join(', ')}]\nstart:`));

test('an application has a journey of its own beside everybody\'s, and each of the two is proved', async () => {
  const shop = of(signIn, 'shop', 'outlet');
  const fine = await planEdited('customer', { 'journeys/shop-sign-in.yaml': shop });
  assert.deepEqual(fine.faults, []);
  // The same dead end as in everybody's journey, planted in the application's own alone.
  const stuck = shop.replace('yes: journey:recover\n', 'yes: refuse\n');
  assert.notEqual(stuck, shop);
  const { faults } = await planEdited('customer', { 'journeys/shop-sign-in.yaml': stuck });
  assert.ok(faults.length > 0 && faults.every(({ file }) => file === 'journeys/shop-sign-in.yaml'), JSON.stringify(faults));
});

test('what the signed-in come back for may have a journey of its own, which is proved as step-up is', async () => {
  for (const purpose of ['profile-edit', 'credential-reset', 'check-up', 'delete']) {
    const own = stepUp.replace('purpose: step-up', `purpose: ${purpose}`);
    const file = `journeys/${purpose}.yaml`;
    assert.deepEqual((await planEdited('customer', { [file]: own })).faults, [], purpose);
    const stuck = own.replace('lost: journey:recover\n', 'lost: refuse\n').replace('yes: journey:recover\n', 'yes: refuse\n');
    const { faults } = await planEdited('customer', { [file]: stuck });
    assert.ok(faults.some(({ rule, file: at }) => rule === 'dead-end' && at === file), purpose);
  }
});

test('a condition on what somebody came for is proved for all that step-up stands in for', async () => {
  const gate = '  only-some:\n    step: decide\n    with: { when: purpose != "delete" }\n    exits: { yes: by-passkey, no: refuse }\n\n';
  const { faults } = await planEdited('customer', {
    'journeys/step-up.yaml': [['start: by-passkey', 'start: only-some'], ['nodes:\n', `nodes:\n${gate}`]],
  });
  assert.ok(faults.some(({ rule, problem }) => rule === 'dead-end' && problem.includes('only-some (no) > refuse')),
    JSON.stringify(faults));
});

faultTests([
  {
    of: 'two journeys of one application', file: 'journeys/second.yaml', line: 'applications: [kiosk, shop]',
    edits: { 'journeys/first.yaml': of(signIn, 'shop'), 'journeys/second.yaml': of(signIn, 'kiosk', 'shop') },
    problem: /names shop, as journeys\/first.yaml does/,
  },
  {
    of: 'a journey for some and none for everybody else', file: 'journeys/delete.yaml', line: 'applications: [shop]',
    edits: { 'journeys/delete.yaml': of(stepUp.replace('purpose: step-up', 'purpose: delete'), 'shop') },
    problem: /leaves everybody else without a journey to delete/, remedy: /names no applications/,
  },
  {
    of: 'an application that would enrol people', kind: 'workforce', file: 'journeys/other.yaml',
    edits: { 'journeys/other.yaml': of(enrol, 'intranet') }, line: 'applications: [intranet]',
    problem: /none of them asks anybody to enrol/,
  },
  {
    of: 'an employee who would delete themselves', kind: 'workforce', file: 'journeys/leave.yaml', line: 'purpose: delete',
    edits: { 'journeys/leave.yaml': workSignIn.replace('purpose: sign-in', 'purpose: delete') },
    problem: /is delete, which is not for a workforce population/,
  },
  {
    of: 'an application twice', file: 'journeys/first.yaml', edits: { 'journeys/first.yaml': of(signIn, 'shop', 'shop') },
    line: 'applications: [shop, shop]', problem: /each only once/,
  },
]);
