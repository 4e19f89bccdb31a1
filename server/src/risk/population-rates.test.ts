import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { day, minute, movableClock } from '../kernel/index.ts';
import { testDatabase, type TestDatabase } from '../storage/testing.ts';
import { createRatesKeeper, type RatesKeeper } from './population-rates.ts';
import { deleteSeenOnceBefore, mostKept } from './rate-store.ts';
import type { Traits } from './traits.ts';

const clock = movableClock(new Date('2026-03-02T19:00:00Z'));
const warned: unknown[] = [];
let database: TestDatabase;
before(async () => { database = await testDatabase(); });

const server = (): RatesKeeper => createRatesKeeper({ database, clock, log: { warn: (...told: unknown[]) => { warned.push(told); } } });
const from = (address: string): Traits => ({ network: [address, 'p1', 'AS1', 'NO'], hour: 9 });
const seen = async (keeper: RatesKeeper, population: string, address: string): Promise<number> => (
  (await keeper.of(population)).genuine.network[0]!.counts.get(address) ?? 0);

/** What was asked for beside a request is there once this server has done what waits. */
async function readAgain(keeper: RatesKeeper, population: string): Promise<unknown> {
  const served = await keeper.of(population);
  for (let turns = 0; turns < 1_000; turns += 1) {
    const now = await keeper.of(population);
    if (now !== served) return now;
    await database.pool.query('select 1');
  }
  return undefined;
}

test('what another server counted is read beside the requests, also after the clock was set back', async () => {
  const [one, other] = [server(), server()];
  assert.equal(await seen(other, 'a', 'x'), 0);
  one.count('a', from('x'), false);
  await one.flush();
  const served = await other.of('a');
  clock.advance(11 * minute);
  assert.equal(await other.of('a'), served, 'nobody waits for it');
  assert.ok(await readAgain(other, 'a'));
  assert.equal((await seen(other, 'a', 'x')).toFixed(2), '1.00');
  one.count('a', from('x'), false);
  await one.flush();
  clock.advance(-day);
  assert.equal(await seen(other, 'a', 'x'), (await other.of('a')).genuine.network[0]!.total);
  assert.ok(await readAgain(other, 'a'));
  assert.equal((await seen(other, 'a', 'x')).toFixed(2), '2.00');
  clock.advance(day);
});

test('every server writes by itself, when the next one comes', async () => {
  const one = server();
  one.count('b', from('x'), false);
  clock.advance(2 * minute);
  one.count('b', from('x'), false);
  await one.flush();
  const { rows } = await database.pool.query('select count from risk_rate where population = $1 and value = $2', ['b', 'x']);
  assert.deepEqual(rows, [{ count: 2 }]);
});

test('counts fade to 1/e in 90 days, in what is read and in what is written', async () => {
  const one = server();
  for (let login = 0; login < 10; login += 1) one.count('c', from('x'), false);
  await one.flush();
  clock.advance(90 * day);
  assert.equal((await seen(server(), 'c', 'x')).toFixed(2), (10 / Math.E).toFixed(2));
  one.count('c', from('x'), false);
  await one.flush();
  assert.equal((await seen(server(), 'c', 'x')).toFixed(2), (10 / Math.E + 1).toFixed(2));
});

test('what could not be written waits on, and what there is no room for is told', async () => {
  const one = server();
  one.count('d', from('x'), false);
  await database.pool.query('alter table risk_rate rename to gone');
  await assert.rejects(one.flush());
  await database.pool.query('alter table gone rename to risk_rate');
  await one.flush();
  assert.equal((await seen(server(), 'd', 'x')).toFixed(2), '1.00');
  warned.length = 0;
  for (let address = 0; address < 20_100; address += 1) one.count('d', from(`y${address}`), true);
  await one.flush();
  assert.match(JSON.stringify(warned), /"dropped":10103/);
});

test('an attack that shows a new value each time takes no room from what people do', async () => {
  const one = server();
  for (let address = 0; address < 11_000; address += 1) one.count('e', from(`y${address}`), true);
  one.count('e', from('x'), false);
  await one.flush();
  assert.equal((await seen(server(), 'e', 'x')).toFixed(2), '1.00');
});

/** Many values of an attack at once, each shown so often. */
const flood = (population: string, many: number, count: number, seenAt: Date) => database.pool.query(`
  insert into risk_rate (population, hostile, chain, level, value, count, seen_at, standing)
  select $1, true, 'network', 0, $5 || n, $3, $4, ln($3) + extract(epoch from $4::timestamptz) / 7776000 from generate_series(1, $2) n`,
[population, many, count, seenAt, `${count}-`]);
const kept = async (population: string, like: string): Promise<number> => {
  const { rows } = await database.pool.query<{ kept: number }>(
    'select count(*)::int as kept from risk_rate where population = $1 and level = 0 and value like $2', [population, like]);
  return rows[0]!.kept;
};

test('a level is bounded, and what was seen again and again outlasts what was seen once', async () => {
  const one = server();
  await flood('f', 100, 5, new Date(clock().getTime() - 30 * day));
  await flood('f', mostKept.hostile, 1, clock());
  one.count('f', from('z'), true);
  await one.flush();
  assert.deepEqual([await kept('f', '%'), await kept('f', '5-%'), await kept('f', 'z')], [mostKept.hostile, 100, 1]);
  const { hostile: { network: [addresses] } } = await server().of('f');
  assert.deepEqual([addresses!.counts.size, addresses!.counts.get('5-1')?.toFixed(2)], [mostKept.hostile, (5 * Math.exp(-1 / 3)).toFixed(2)]);
});

test('what an attack showed once is forgotten after a day; what it showed again, and what people did, is not', async () => {
  const one = server();
  one.count('g', from('once'), true);
  for (let twice = 0; twice < 2; twice += 1) one.count('g', from('twice'), true);
  one.count('g', from('person'), false);
  await one.flush();
  const left = async () => [await kept('g', 'once'), await kept('g', 'twice'), await kept('g', 'person')];
  await deleteSeenOnceBefore(database.db, new Date(clock().getTime() - day), 100_000);
  assert.deepEqual(await left(), [1, 1, 1]);
  clock.advance(day + minute);
  await deleteSeenOnceBefore(database.db, new Date(clock().getTime() - day), 100_000);
  assert.deepEqual(await left(), [0, 1, 1]);
  clock.advance(-day - minute);
});
