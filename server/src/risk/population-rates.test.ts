import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { day, minute, movableClock } from '../kernel/index.ts';
import { testDatabase, type TestDatabase } from '../storage/testing.ts';
import { createRatesKeeper, type RatesKeeper } from './population-rates.ts';
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
  assert.match(JSON.stringify(warned), /"dropped":103/);
});
