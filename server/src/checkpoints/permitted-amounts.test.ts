import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day, minute, newId, systemRandomness } from '../kernel/index.ts';
import { testDatabase } from '../storage/testing.ts';
import { insertDecisions } from './decision-store.ts';
import { sumPermitted } from './permitted-amounts.ts';
import { decisionOf } from './testing.ts';

const now = new Date('2026-03-30T12:00:00Z');
const database = await testDatabase();
const principal = newId(now, systemRandomness);
const permitted = (more: Partial<Parameters<typeof decisionOf>[0]> & { value?: number; currency?: string } = {}, many = 1) => {
  const { value = 100, currency = 'EUR', ...parts } = more;
  return insertDecisions(database.db, Array.from({ length: many }, () => decisionOf({
    population: 'customers', principal, at: new Date(now.getTime() - minute), action: 'checkout', response: 'allow',
    features: { amount: { value, currency } } as never, ...parts,
  })));
};
const sum = (client = 'shop') => sumPermitted(database.db, { population: 'customers', principal, client, action: 'checkout', since: new Date(now.getTime() - day) });

test('each yes of an application within a day adds up, in whichever currency; another application\'s, action\'s, a no and a day before don\'t', async () => {
  assert.equal(await sum(), 0);
  await permitted();
  await permitted({ value: 20, currency: 'USD', response: 'notify' });
  for (const other of [
    { client: 'other' }, { action: 'gift' }, { response: 'deny' }, { at: new Date(now.getTime() - day - minute) },
    { principal: newId(now, systemRandomness) }, { features: {} },
  ] as const) await permitted(other);
  assert.deepEqual([await sum(), await sum('other')], [120, 100]);
});

test('a large one is not forgotten behind a thousand small ones: what is too much to be added up is not known', async () => {
  await permitted({ value: 900, client: 'busy' });
  await permitted({ value: 0.01, client: 'busy' }, 999);
  assert.equal((await sum('busy'))?.toFixed(2), '909.99');
  await permitted({ value: 0.01, client: 'busy' });
  assert.equal(await sum('busy'), null);
});
