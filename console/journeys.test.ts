import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare } from './src/journeys/compare.ts';
import { emptyJourney, leadingTo, nameProblem, readDraft, renameStep } from './src/journeys/draft-text.ts';
import { inForceWithin, periodOf } from './src/journeys/traffic-days.ts';

const journeyOf = (text: string) => {
  const read = readDraft(text);
  if (!('journey' in read)) assert.fail(JSON.stringify(read));
  return read.journey;
};
const text = `purpose: sign-in
timeLimit: 30m
start: identify
nodes:
  # who it is
  identify: { step: identify, exits: { identified: code, other: out } }
  code:
    step: email-code
    exits: { verified: done, back: identify } # the way back
  done: { step: complete }
  out: { step: refuse, with: { reason: try-later } }
`;

test('two versions are laid over each other: what came, what went, what is another, on steps and lines', () => {
  const newer = text.replace('timeLimit: 30m', 'timeLimit: 20m').replace('verified: done', 'verified: offer')
    .replace('  out: { step: refuse, with: { reason: try-later } }\n', '  offer: { step: enrol-passkey, exits: { enrolled: done } }\n')
    .replace(', other: out', '');
  const { journey, marks, changes } = compare(journeyOf(text), journeyOf(newer));
  assert.deepEqual(Object.fromEntries(marks.nodes), { identify: 'changed', code: 'changed', offer: 'added', out: 'removed' });
  assert.deepEqual(Object.fromEntries(marks.edges), {
    'identify>out': 'removed', 'code>done': 'removed', 'code>offer': 'added', 'offer>done': 'added',
  });
  assert.equal(journey.nodes['code']!.exits['verified (before)'], 'done', 'what is gone is still drawn');
  assert.deepEqual(changes.map(({ kind, node, words }) => `${kind} ${node ?? '-'} ${words}`).sort(), [
    'added offer step enrol-passkey', 'changed - timeLimit: 30m → 20m', 'changed code exit verified: done → offer',
    'removed identify exit other: out', 'removed out step refuse',
  ]);
  assert.deepEqual(compare(journeyOf(text), journeyOf(text)).changes, []);
  assert.ok([...compare(undefined, journeyOf(text)).marks.nodes.values()].every((mark) => mark === 'added'));
});

test('a step that is renamed takes its references and the comments along', () => {
  const renamed = renameStep(renameStep(text, 'identify', 'who'), 'done', 'through');
  const { start, nodes } = journeyOf(renamed);
  assert.equal(start, 'who');
  assert.deepEqual(nodes['code']!.exits, { verified: 'through', back: 'who' });
  assert.match(renamed, /# who it is\n {2}who:/);
  assert.match(renamed, /# the way back/);
  assert.equal(renameStep(renamed, 'nowhere', 'x'), renamed);
  assert.match(nameProblem('Who', []) ?? '', /Lower-case/);
  assert.match(nameProblem('who', ['who']) ?? '', /one of that name/);
  assert.equal(nameProblem('who-2', ['who']), undefined);
});

test('whatever leads to a journey is named, also by a part that is gone through, and by what cannot be read', () => {
  const journeys = new Map([
    ['recover', emptyJourney('recover')], ['sign-in', text.replace('other: out', 'other: "journey:recover"')],
    ['step-up', 'purpose: step-up\ntimeLimit: 5m\nstart: a\nnodes: { a: { step: sub-journey, with: { journey: recover } } }\n'],
    ['broken', 'nodes: ['], ['enrol', emptyJourney('enrol')],
  ]);
  assert.deepEqual(leadingTo('recover', journeys), ['sign-in', 'step-up', 'broken']);
});

test('a period is whole days in order, and names each version that was in force in it', () => {
  assert.deepEqual(periodOf('2026-01-01', '2026-01-31'), { from: '2026-01-01', to: '2026-02-01' });
  for (const [from, till] of [['2026-01-02', '2026-01-01'], ['2024-01-01', '2026-01-01'], ['x', '2026-01-01'], [undefined, undefined]]) {
    assert.equal(periodOf(from, till), undefined);
  }
  const version = (number: number, publishedAt: string) => ({ version: number, publishedAt, digest: '', publishedBy: '' });
  const all = [version(3, '2026-03-01T00:00:00Z'), version(2, '2026-01-15T00:00:00Z'), version(1, '2025-12-01T00:00:00Z')];
  const within = (from: string, to: string) => inForceWithin(all, { from, to }).map((each) => each.version);
  assert.deepEqual(within('2026-01-01', '2026-02-01'), [2, 1]);
  assert.deepEqual(within('2026-02-01', '2026-02-05'), [2]);
  assert.deepEqual(within('2025-01-01', '2025-02-01'), []);
});
