import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { sql } from 'kysely';
import { day, hour, minute, movableClock } from '../kernel/index.ts';
import { testDatabase } from '../storage/testing.ts';
import { attackShare, usualRate } from './attack-share.ts';
import { createBrakes } from './index.ts';
import { addSketch, countIn, countOf, emptySketch, packSketch, unpackSketch } from './sketch.ts';
import { triesFor } from './work.ts';

const database = await testDatabase();
const clock = movableClock(new Date('2026-03-01T12:00:00Z'));
/** As the server's own: keyed by population, and nothing of what it was told can be read from it. */
const keyed = (population: string, value: string): string =>
  createHmac('sha256', population).update(value).digest('base64url').slice(0, 16);
const asns: Readonly<Record<string, string>> = { '203.0.113.': 'AS1', '198.51.100.': 'AS2', '192.0.2.': 'AS3' };
const findNetwork = (address: string) => ({ asn: asns[address.replace(/\d+$/, '')] });
const server = async () => createBrakes({ database: await database.another(), findNetwork, keyed, clock });
const [one, two] = [await server(), await server()];

let populations = 0;
const newPopulation = (): string => `people-${populations += 1}`;
const password = 'nine purple otters juggle';
/** So many people sign in, each at an address of their own, three in forty of them with a wrong password first. */
function peopleSignIn(brakes: typeof one, population: string, count: number, network = '192.0.2.'): void {
  for (let person = 0; person < count; person += 1) {
    const about = { population, address: `${network}${person % 250}`, account: `person-${person}`, marked: person % 2 === 0 };
    if (person % 40 < 3) brakes.tried({ ...about, password: `typo of ${person}`, right: false });
    brakes.tried({ ...about, password: `${password} ${person}`, right: true });
  }
}
function attack(brakes: typeof one, population: string, count: number, network = '203.0.113.', tried?: string): void {
  for (let at = 0; at < count; at += 1) {
    brakes.tried({
      population, address: `${network}${at % 50}`, account: `victim-${at}`, password: tried ?? `leaked ${at}`, right: false, marked: false,
    });
  }
}

test('at rest there is no attack anywhere, for nobody: not for a new address, a new network or three typos', async () => {
  const population = newPopulation();
  peopleSignIn(one, population, 200);
  for (let typo = 0; typo < 3; typo += 1) {
    one.tried({ population, address: '198.51.100.9', account: 'somebody', password: `typo ${typo}`, right: false, marked: false });
  }
  for (const address of ['192.0.2.1', '198.51.100.9', '198.51.100.10', '2001:db8::1', undefined, 'no address']) {
    assert.equal(await one.workFor(population, address), 0, String(address));
  }
});

test('an attack is seen in its network, on whichever server, and hardly in the networks that people come from', async () => {
  const population = newPopulation();
  peopleSignIn(one, population, 300);
  attack(two, population, 300);
  await Promise.all([one.flush(), two.flush()]);
  clock.advance(minute);
  for (const brakes of [one, two]) {
    const hostile = await brakes.around(population, '203.0.113.200', 'anybody');
    const genuine = await brakes.around(population, '192.0.2.1', 'anybody');
    assert.ok(hostile.attackShare > 0.85, String(hostile.attackShare));
    assert.ok(genuine.attackShare < 0.15, String(genuine.attackShare));
    assert.ok(await brakes.workFor(population, '203.0.113.3') > 700);
    assert.equal(await brakes.workFor(population, '192.0.2.1'), 0);
    // Nothing is known of this network but what is known of all.
    const unknown = await brakes.around(population, '2001:db8::1', 'anybody');
    assert.ok(unknown.attackShare > 0.2 && unknown.attackShare < 0.7, String(unknown.attackShare));
  }
});

test('the share is that of the tries which were the attack\'s, and is gone some hours after it', async () => {
  const population = newPopulation();
  peopleSignIn(one, population, 400, '198.51.100.');
  peopleSignIn(one, population, 100, '203.0.113.');
  attack(one, population, 300);
  await one.flush();
  const { attackShare: share } = await one.around(population, undefined, '');
  // 300 of some 840; people themselves are wrong at times.
  assert.ok(share > 0.25 && share < 0.4, String(share));
  clock.advance(7 * hour);
  assert.equal((await one.around(population, '203.0.113.1', '')).attackShare, 0);
});

test('failures are told of an account, an address, and how many accounts that tried', async () => {
  const population = newPopulation();
  attack(one, population, 100);
  for (let guess = 0; guess < 5; guess += 1) {
    one.tried({ population, address: '198.51.100.1', account: 'ada', password: `guess ${guess}`, right: false, marked: false });
  }
  await one.flush();
  assert.deepEqual((await two.around(population, '203.0.113.7', 'victim-7')).failures, { account: 1, address: 2, accountsOfAddress: 2 });
  assert.deepEqual((await two.around(population, '198.51.100.1', 'ada')).failures, { account: 5, address: 5, accountsOfAddress: 1 });
  clock.advance(3 * hour);
  assert.deepEqual((await two.around(population, '198.51.100.1', 'ada')).failures, { account: 0, address: 0, accountsOfAddress: 0 });
});

test('signing in to an account of one\'s own over and over makes no network look better', async () => {
  const population = newPopulation();
  peopleSignIn(one, population, 300);
  attack(one, population, 200);
  for (let again = 0; again < 500; again += 1) {
    one.tried({ population, address: '203.0.113.5', account: 'mine', password, right: true, marked: false });
  }
  await one.flush();
  assert.ok((await one.around(population, '203.0.113.5', '')).attackShare > 0.7);
});

test('a password that is tried at many accounts is known as such, on both servers, for that day', async () => {
  const population = newPopulation();
  peopleSignIn(one, population, 200);
  attack(one, population, 60, '203.0.113.', 'Winter-2026-is-here');
  attack(two, population, 40, '198.51.100.', 'Winter-2026-is-here');
  await Promise.all([one.flush(), two.flush()]);
  // Each learns of the other's when it next writes.
  for (const brakes of [one, two]) {
    brakes.tried({ population, account: 'x', password: 'another', right: false, marked: false });
    await brakes.flush();
  }
  for (const brakes of [one, two]) {
    // Two servers count an account each: 100 of some 315 tries.
    const popularity = await brakes.popularityOf(population, 'Winter-2026-is-here');
    assert.ok(popularity > 0.25 && popularity < 0.4, String(popularity));
    assert.equal(await brakes.popularityOf(population, `${password} 3`), 0);
  }
  for (let again = 0; again < 100; again += 1) {
    one.tried({ population, account: 'stubborn', password: 'the same every time', right: false, marked: false });
  }
  assert.equal(await one.popularityOf(population, 'the same every time'), 0, 'one account is no spray');
  clock.advance(day);
  assert.equal(await one.popularityOf(population, 'Winter-2026-is-here'), 0);
});

test('what an attack left is removed as fast as it came: more than any one part of the work takes', async () => {
  const population = newPopulation();
  const old = Math.floor(clock().getTime() / hour) - 25;
  await sql`insert into brake_slice (population, level, slice, hour, succeeded, failed, accounts)
    select ${population}, 'address', n::text, ${old}, 0, 1, 1 from generate_series(1, 45000) n`.execute(database.db);
  assert.ok(await one.tidy() >= 45_000);
});

test('nothing that is stored can be read, and after a day nothing is stored', async () => {
  const population = newPopulation();
  attack(one, population, 30, '203.0.113.', 'Winter-2026-is-here');
  await one.flush();
  const { rows } = await sql<{ text: string }>`select s::text as text from brake_slice s where population = ${population}
    union all select k.day || encode(k.cells, 'escape') from brake_sketch k where population = ${population}`.execute(database.db);
  assert.ok(rows.length > 30);
  assert.ok(!rows.some(({ text }) => /203\.0\.113|victim|Winter|AS1/.test(text)));
  clock.advance(2 * day);
  assert.ok(await one.tidy() > 30);
  const { rows: [left] } = await sql<{ count: number }>`select (select count(*) from brake_slice) + (select count(*) from brake_sketch) as count`
    .execute(database.db);
  assert.equal(left!.count, 0);
});

test('the estimate says nothing on little, stays between 0 and 1, and is not fooled by an attack that covers everything', () => {
  assert.equal(attackShare([{ succeeded: 0, failed: 40 }], 0.9), 0, 'too little');
  assert.equal(attackShare([], 0.9), 0);
  assert.equal(attackShare([{ succeeded: 0, failed: 1e6 }], undefined), 0);
  assert.equal(usualRate([{ succeeded: 3, failed: 0 }]), undefined);
  assert.equal(usualRate([{ succeeded: 10, failed: 5_000 }]), 0.7, 'nobody is attacked so little that it tells what is usual');
  const under = attackShare([{ succeeded: 10, failed: 5_000 }], usualRate([{ succeeded: 10, failed: 5_000 }]));
  assert.ok(under > 0.95 && under <= 1, String(under));
  const [people, typos] = [{ succeeded: 180, failed: 20 }, { succeeded: 0, failed: 3 }];
  const all = { succeeded: 180, failed: 23 };
  assert.equal(attackShare([typos, typos, typos, all], 0.9), attackShare([typos, all], 0.9), 'three typos are three, however many slices they lie in');
  assert.ok(attackShare([typos, people], 0.9) < 0.3);
  const better = attackShare([{ succeeded: 900, failed: 0 }, { succeeded: 900, failed: 100 }], 0.8);
  assert.equal(better, 0);
});

test('a sketch never counts too little, adds up, and comes back from the database as it was', () => {
  const [here, there] = [emptySketch(), emptySketch()];
  for (let at = 0; at < 5_000; at += 1) countIn(at % 2 ? here : there, `value ${at % 1_000}`);
  addSketch(here, there);
  let over = 0;
  for (let at = 0; at < 1_000; at += 1) {
    const count = countOf(here, `value ${at}`);
    assert.ok(count >= 5);
    over += count - 5;
  }
  assert.ok(over / 1_000 < 1, `${over / 1_000} too high on average`);
  const again = unpackSketch(packSketch(here), here.total);
  assert.equal(countOf(again, 'value 7'), countOf(here, 'value 7'));
  assert.equal(again.total, 5_000);
  assert.equal(unpackSketch(Buffer.alloc(12), 9).total, 0, 'one of another size is begun anew');
});

test('work grows with the share, from nothing below the floor to a bound', () => {
  assert.equal(triesFor(0), 0);
  assert.equal(triesFor(0.29), 0);
  assert.equal(triesFor(Number.NaN), 0);
  const grown = [0.3, 0.5, 0.7, 0.9, 1].map(triesFor);
  assert.deepEqual(grown, grown.toSorted((a, b) => a - b));
  assert.equal(grown.at(-1), 1_000);
  assert.equal(triesFor(9), 1_000);
});

test('whoever changes the free half of an IPv6 address with each try is still one', async () => {
  const population = newPopulation();
  for (let at = 1; at <= 9; at += 1) {
    one.tried({ population, address: `2001:db8:1:2:${at}::1`, account: `victim-${at}`, password: `leaked ${at}`, right: false, marked: false });
  }
  const { failures } = await one.around(population, '2001:db8:1:2:ffff::9', 'anybody');
  // One may be on its way into the database.
  assert.ok(failures.address >= 8 && failures.accountsOfAddress >= 8, JSON.stringify(failures));
  assert.equal((await one.around(population, '2001:db8:1:3::9', 'anybody')).failures.address, 0);
});
