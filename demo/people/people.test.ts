import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chanceOf } from './chance.ts';
import type { House } from './house.ts';
import { live } from './live.ts';
import { day, window, type Act } from './act.ts';
import { visitsOf } from './rhythm.ts';
import { storyOf, type Town } from './town.ts';

const until = new Date('2026-11-24T09:00:00.000Z');
const hamlet: Town = { seed: 'a', customers: 30, employees: 10, days: 14 };
const told = (acts: readonly Act[]) => acts.map(({ at, keys }) => `${at.toISOString()} ${keys.join()}`);

test('one seed tells one story, another seed another', () => {
  assert.deepEqual(told(storyOf(hamlet, until)), told(storyOf(hamlet, until)));
  assert.notDeepEqual(told(storyOf(hamlet, until)), told(storyOf({ ...hamlet, seed: 'b' }, until)));
});

test('chance of a name is its own, whatever was drawn elsewhere', () => {
  const one = chanceOf('x');
  const before = chanceOf('x').of('ada').next();
  one.next();
  assert.equal(one.of('ada').next(), before);
  const draws = Array.from({ length: 2_000 }, () => one.next());
  assert.ok(Math.abs(draws.reduce((sum, each) => sum + each, 0) / draws.length - 0.5) < 0.05);
});

test('colleagues work on weekdays, and as often as they are said to', () => {
  const span = { from: new Date(until.getTime() - 84 * day), until };
  const times = Array.from({ length: 100 }, (_, number) => visitsOf(chanceOf(`v${number}`), 'workforce', 4, span)).flat();
  const weekend = times.filter((at) => at.getUTCDay() % 6 === 0).length;
  assert.ok(weekend / times.length < 0.1, `${weekend} of ${times.length}`);
  assert.ok(Math.abs(times.length / 100 - 4 * 84 / 30 * 0.98) < 2, String(times.length / 100));
});

test('acts of one person keep their order, and none begins while one a window older is under way', async () => {
  const underWay = new Set<number>();
  const begun: number[] = [];
  let furthest = 0;
  // A house where every act takes one turn of the loop more than the one before it, and nobody is at home.
  const nobody = async (): Promise<undefined> => undefined;
  const house = {
    at: async (time: Date) => {
      const at = time.getTime();
      begun.push(at);
      underWay.add(at);
      furthest = Math.max(furthest, at - Math.min(...underWay));
      for (let turns = begun.length % 7; turns >= 0; turns -= 1) await new Promise((resolve) => { setImmediate(resolve); });
      underWay.delete(at);
      return [];
    },
    begin: nobody, send: nobody,
  } as unknown as House;
  const done = await live(hamlet, { house, until, onProgress: () => undefined, signal: new AbortController().signal });
  assert.equal(done, storyOf(hamlet, until).length);
  assert.equal(begun.length, done);
  assert.ok(furthest <= window, String(furthest));
});
