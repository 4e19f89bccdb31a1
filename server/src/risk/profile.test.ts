import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fade, forgottenAfterDays } from './fading.ts';
import { frequencyAt, frequencies, historyBucketAt, historyBuckets } from './history.ts';
import { chanceOfOwner, weightsOf } from './likelihood.ts';
import { emptyProfile, isOwn, learn, prune, weightOn, type Profile } from './profile.ts';
import { trustAtOnce } from './trust.ts';
import type { Traits } from './traits.ts';

const at = (address: string, prefix = 'p1', asn = 'AS1'): Traits => (
  { network: [address, prefix, asn, 'NO'], client: ['a', 'b', 's', 'd'], hour: 9, marked: true });
const even = Float64Array.of(0.1, 0.1, 0.2, 0.9);

function chanceOfNetwork({ chains: { network }, total }: Profile, chain: readonly string[], day: number, shares = even): number {
  const weights = new Float64Array(4);
  weightsOf(network, chain, day, weights);
  return chanceOfOwner(network, weights, shares, weightOn(total, day), day);
}

test('weights fade to 1/e in 90 days, are gone after 180, and a clock that ran back adds nothing', () => {
  assert.equal(fade(0), 1);
  assert.equal(fade(90).toFixed(4), Math.exp(-1).toFixed(4));
  assert.ok(fade(forgottenAfterDays) > 0);
  assert.equal(fade(forgottenAfterDays + 1), 0);
  assert.equal(fade(-30), 1);
});

test('a profile keeps counts and no rows, and no more values than it has room for', () => {
  const profile = emptyProfile();
  for (let login = 0; login < 5_000; login += 1) learn(profile, at(`a${login}`, `p${login % 300}`), 20_000 + Math.floor(login / 50));
  assert.equal(profile.logins, 5_000);
  for (const levels of Object.values(profile.chains)) for (const { values } of levels) assert.ok(values.size <= 24);
});

test('what was seen most stays when there is no room', () => {
  const profile = emptyProfile();
  for (let login = 0; login < 30; login += 1) learn(profile, at('home'), 20_000);
  for (let login = 0; login < 100; login += 1) learn(profile, at(`away ${login}`), 20_001);
  assert.ok(profile.chains.network[0]!.values.has('home'));
});

test('a login of the past learnt late counts as old, not as new', () => {
  const profile = emptyProfile();
  learn(profile, at('now'), 20_000);
  learn(profile, at('then'), 19_900);
  assert.equal(profile.lastDay, 20_000);
  assert.ok(weightOn(profile.total, 20_000) < 1.4);
});

test('nobody becomes the owner by one login that nothing confirmed', () => {
  const profile = emptyProfile();
  for (let login = 0; login < 10; login += 1) learn(profile, at('home'), 20_000);
  learn(profile, at('thief', 'p9', 'AS9'), 20_000, 0.1);
  const chance = (address: string, prefix: string, asn: string) => chanceOfNetwork(profile, [address, prefix, asn, 'NO'], 20_000);
  assert.ok(chance('thief', 'p9', 'AS9') < chance('home', 'p1', 'AS1') / 20);
});

test('a confirmed sign-in is learnt whole, any other not at all until nobody has objected', () => {
  assert.deepEqual([true, false].map((confirmed) => trustAtOnce({ confirmed })), [1, 0]);
  assert.deepEqual([0, 90, 100].map((days) => isOwn(fade(days))), [true, true, false], 'one makes something one\'s own for three months');
});

test('logins count by their trust, and what was trusted nothing leaves nothing', () => {
  const profile = emptyProfile();
  learn(profile, at('home'), 20_000);
  const before = structuredClone(profile);
  learn(profile, at('thief', 'p9', 'AS9'), 20_001, 0);
  assert.deepEqual(profile, before);
  learn(profile, at('home'), 20_002, 0.3);
  assert.equal(profile.logins, 1.3);
});

test('hours fade as all else does, and what is older than 180 days is not kept', () => {
  const profile = emptyProfile();
  for (let login = 0; login < 10; login += 1) learn(profile, { ...at('old'), hour: 3 }, 20_000);
  learn(profile, at('new'), 20_090);
  assert.equal(profile.hours[3]!.toFixed(3), (10 * fade(90)).toFixed(3));
  for (let day = 20_091; day < 20_900; day += 30) {
    learn(profile, at('new'), day);
    prune(profile, day);
  }
  assert.deepEqual([...profile.chains.network[0]!.values.keys()], ['new']);
  assert.ok(profile.hours[3]! < 0.001);
});

test('chances of all addresses, seen and unseen, add up to one at most', () => {
  const profile = emptyProfile();
  for (let login = 0; login < 12; login += 1) learn(profile, at(`a${login % 5}`), 20_000 + login);
  // Ten addresses share prefix p1 evenly; p1 is all of AS1, AS1 all of the country.
  const shares = Float64Array.of(0.1, 1, 1, 1);
  let sum = 0;
  for (let address = 0; address < 10; address += 1) {
    sum += chanceOfNetwork(profile, [`a${address}`, 'p1', 'AS1', 'NO'], 20_012, shares);
  }
  assert.ok(sum > 0.8 && sum <= 1.05, String(sum));
});

test('whoever changes networks all the time gives more to a new one than whoever never does', () => {
  const [restless, settled] = [emptyProfile(), emptyProfile()];
  for (let login = 0; login < 20; login += 1) {
    learn(restless, at(`a${login}`, `p${login}`, `AS${login}`), 20_000);
    learn(settled, at('home'), 20_000);
  }
  const unseen = ['x', 'px', 'ASx', 'NO'] as const;
  const [more, less] = [restless, settled].map((profile) => chanceOfNetwork(profile, unseen, 20_000));
  assert.ok(more! > 20 * less!);
});

test('histories and rhythms have the buckets that are calibrated', () => {
  assert.deepEqual([1, 2, 3, 4, 5, 9, 10, 19, 20, 900].map((n) => historyBuckets[historyBucketAt(n)]),
    ['1', '2', '3-4', '3-4', '5-9', '5-9', '10-19', '10-19', '20+', '20+']);
  const rhythm = (logins: number, days: number) => frequencies[frequencyAt({ ...emptyProfile(), logins, firstDay: 0, lastDay: days })];
  assert.deepEqual([rhythm(11, 10), rhythm(11, 70), rhythm(11, 200), rhythm(11, 500)], ['daily', 'weekly', 'monthly', 'rarely']);
});
