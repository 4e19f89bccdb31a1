import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byPlace, idleShare, profilePage, selfTimes, type CpuProfile } from './profile.ts';

const frame = (functionName: string, url: string, lineNumber: number) => ({ functionName, url, lineNumber });
const recorded: CpuProfile = {
  nodes: [
    { id: 1, callFrame: frame('(idle)', '', -1) }, { id: 2, callFrame: frame('find', 'file:///house/server/src/clients/a.ts', 9) },
    { id: 3, callFrame: frame('find', 'file:///house/server/src/clients/a.ts', 9) },
    { id: 4, callFrame: frame('query', 'file:///house/node_modules/pg/lib/client.js', 0) },
    { id: 5, callFrame: frame('(garbage collector)', '', -1) },
  ],
  samples: [1, 2, 3, 4, 5], timeDeltas: [1_000, 30, 30, 30, 10],
};
const times = selfTimes(recorded, '/house');

test('a function\'s own time is its share of what was not idle, wherever it was called from', () => {
  assert.deepEqual(times.map(({ name, where, share }) => [name, where, share]), [
    ['find', 'server/src/clients/a.ts:10', 0.6], ['query', 'node_modules/pg/lib/client.js:1', 0.3], ['(garbage collector)', '', 0.1],
  ]);
});

test('shares are summed up by package and folder', () => {
  assert.deepEqual(byPlace(times), [
    { place: 'server/src/clients', share: 0.6 }, { place: 'node_modules/pg', share: 0.3 }, { place: '(garbage collector)', share: 0.1 },
  ]);
  assert.match(profilePage({ title: 'Tokens', day: '2026-03-01', command: 'x', times, idle: idleShare(recorded), tried: 'A cache.' }), /which was 90\.9 % of it[\s\S]*## What was tried\n\nA cache\./);
});
