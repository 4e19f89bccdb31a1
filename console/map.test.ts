import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editedFiles, planFiles } from '../server/src/changes/testing.ts';
import { actionText, declareAction, declareTokenAction, faultsOf, nameProblem, readMap } from './src/map/map-draft.ts';
import { placePoints } from './src/map/place-points.ts';

const text = `# What deserves a second look.
actions:
  payout.change:
    # Shown to the customer.
    about: Change of the payout account
    valueAtRisk: high
    frictionTolerance: medium
    reasons:
      device-unknown: device.knownFor < duration("24h") # a day
    responses:
      # The first that fits.
      - respond: challenge
        with: passkey-or-totp
        within: 5m
        when: has.passkey
      - respond: delay
        for: 24h
  checkout: { about: Order, valueAtRisk: elevated, frictionTolerance: low, reasons: {}, responses: [ { respond: notify } ] }
`;
const charter = 'roles:\n  experience: Head of shop\n  security: null\n';
const files = [{ path: 'checkpoints.yaml', text }, { path: 'charter.yaml', text: charter }];
const mapOf = (changed: string) => {
  const read = readMap([{ path: 'checkpoints.yaml', text: changed }, files[1]!]);
  if ('problem' in read) assert.fail(read.problem);
  return read;
};
const payout = (changed: string) => mapOf(changed).actions.find(([name]) => name === 'payout.change')![1];
const comments = (of: string): readonly string[] => of.split('\n').filter((line) => line.trim().startsWith('#'));

test('the map is read from the files as an operator wrote them', () => {
  const { roles, currency } = mapOf(text);
  assert.deepEqual([roles, currency, payout(text).valueAtRisk], [{ experience: 'Head of shop', security: null }, undefined, 'high']);
  assert.deepEqual(mapOf('').actions, [], 'no file is a map with nothing on it');
});

test('what is changed on the map changes that in the file and nothing else', () => {
  const { set } = actionText(text, 'payout.change');
  const changed = set(['stakes', 'loss'], 900);
  assert.equal(payout(changed).stakes?.loss, 900);
  assert.deepEqual(comments(changed), comments(text));
  assert.equal(actionText(changed, 'payout.change').set(['stakes', 'loss'], undefined), text, 'what is taken back leaves no trace');
});

test('a cell gets a row of its own with its first change, and gives it back', () => {
  const row = payout(text).responses;
  const { setBand } = actionText(text, 'payout.change');
  const changed = setBand('critical', { isOwn: false, row }, [0], { respond: 'review', within: '24h' });
  assert.deepEqual(payout(changed).bands?.critical?.map(({ respond }) => respond), ['review', ...row.slice(1).map(({ respond }) => respond)]);
  assert.deepEqual(payout(changed).responses, row);
  assert.equal(actionText(changed, 'payout.change').dropBand('critical'), text);
});

test('an action is declared with what it needs, also where there is no file yet', () => {
  for (const before of ['', text]) {
    const [name, checkpoint] = mapOf(declareAction(before, 'refund.ask', 'Ask for money back')).actions.at(-1)!;
    assert.deepEqual([name, checkpoint.about, checkpoint.responses.map(({ respond }) => respond)], ['refund.ask', 'Ask for money back', ['challenge', 'delay']]);
  }
  assert.deepEqual(comments(declareAction(text, 'refund.ask', 'x')), comments(text));
  assert.deepEqual(['refund.ask', 'Refund', 'payout.change', 'a..b'].map((name) => nameProblem(name, ['payout.change']) === undefined), [true, false, false, false]);
});

test('the checkpoint of machines is declared with what notes and stops nothing, and its one row is changed in place', () => {
  const declared = declareTokenAction('');
  const [[name, checkpoint]] = mapOf(declared).actions as [readonly [string, ReturnType<typeof payout>]];
  assert.deepEqual([name, checkpoint.reasons, checkpoint.responses, checkpoint.bands], ['token.issue', { 'network-new': 'network.isNew' }, [{ respond: 'notify' }], undefined]);
  const changed = actionText(declared, name).set(['responses', 0], { respond: 'review', within: '24h' });
  assert.match(changed, /responses:\n +- respond: review\n +within: 24h\n$/);
  const read = readMap([{ path: 'checkpoints.yaml', text: declared }, { path: 'tokens.yaml', text: 'accessToken: 5m\n' }]);
  assert.equal('problem' in read ? read.problem : read.accessToken, '5m');
});

test('what the map of machines declares and changes can be published', async () => {
  const planned = async (changed: string) => planFiles('workload', await editedFiles('workload', { 'checkpoints.yaml': changed })).faults.map(({ at, problem }) => `${at} ${problem}`);
  const declared = declareTokenAction('');
  const { set } = actionText(declared, 'token.issue');
  const stricter = actionText(set(['responses', 0], { respond: 'review', within: '24h', when: 'network.kind == "private"' }), 'token.issue').set(['responses', 1], { respond: 'deny' });
  assert.deepEqual([await planned(declared), await planned(stricter)], [[], []]);
  assert.match((await planned(set(['responses', 0, 'when'], 'network.isNew'))).join(), /condition on the last response/);
});

test('what cannot be a map says why', () => {
  for (const [wrong, why] of [['actions: [', /./], ['actions: 5', /actions is/], ['actions: { a: 5 }', /^a says nothing/],
    ['actions: { a: { valueAtRisk: huge } }', /^a: valueAtRisk is one of low/],
    ['actions: { a: { valueAtRisk: low, frictionTolerance: low, responses: [5] } }', /^a: every response says respond/]] as const) {
    const read = readMap([{ path: 'checkpoints.yaml', text: wrong }]);
    assert.match('problem' in read ? read.problem : 'read', why, wrong);
  }
});

test('problems of a plan stand at the action that they are about', () => {
  const fault = (at: string, file = 'checkpoints.yaml') => ({ file, line: 1, at, problem: 'is wrong' });
  const faults = [fault('actions.payout.change.responses.0'), fault('actions.payout.changes.about'), fault('actions.payout.change'), fault('actions.payout.change.x', 'risk.yaml')];
  assert.deepEqual(faultsOf(faults, 'payout.change').map(({ at }) => at), ['actions.payout.change.responses.0', 'actions.payout.change']);
});

test('every action has a place of its own on the plot, by tolerance and by loss, and none hides another', () => {
  const one = (name: string, loss: number) => ({ name, loss, tolerance: 'medium' as const });
  const { points, ticks } = placePoints([one('a', 500), one('b', 500), one('c', 5), { ...one('d', 500), tolerance: 'low' }], 240);
  const top = (name: string): number => points.find((each) => each.name === name)!.top;
  assert.ok(top('a') < top('c') && Math.abs(top('a') - top('b')) >= 24);
  assert.equal(top('d'), Math.min(top('a'), top('b')), 'another column is another place');
  assert.ok(points.every((each) => each.top >= 0 && each.top <= 240 - 24));
  assert.deepEqual(ticks.map(({ loss }) => loss), [1, 10, 100, 1_000]);
});
