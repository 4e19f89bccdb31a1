import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { sql } from 'kysely';
import type { MeasureKey } from '../../../contract/measures/index.ts';
import type { NewClient } from '../clients/index.ts';
import type { NewEvent } from '../events/index.ts';
import { day } from '../kernel/index.ts';
import type { FigureTaken, Origin } from './measures.ts';
import { testMeasures, type TestMeasures } from './testing.ts';

const start = new Date('2026-01-01T00:00:00Z');
const now = new Date('2026-08-01T00:00:00Z');
const actor = { kind: 'operator', id: 'local' } as const;
const ago = (days: number): Date => new Date(now.getTime() - days * day);
let world: TestMeasures;

const job = (id: string): NewClient => ({
  population: 'workloads', id, name: id, owner: 'data team', purpose: 'Counts', grantTypes: ['client_credentials'],
  authMethod: 'client_secret_basic', scopes: ['read'], resources: ['https://api.example'],
});

const token = (
  client: string, grant = 'client_credentials', population = 'workloads', origin?: 'simulated',
): NewEvent => ({
  type: 'token.issued', population, client, actor: { kind: 'client', id: client }, origin,
  open: { grant, kinds: ['access_token'] },
});
const refusal = (error: string): NewEvent => ({
  type: 'token.refused', population: 'workloads', actor: { kind: 'system' }, open: { error } });

before(async () => {
  world = await testMeasures(start);
  const { database, clients, clock } = world;
  const make = async (id: string, days: number): Promise<void> => {
    clock.set(ago(days));
    await database.transaction((tx) => clients.create(tx, job(id), actor));
  };
  for (const [id, days] of [['old', 200], ['rotated', 150], ['idle', 120], ['young', 20], ['gone', 100]] as const) {
    await make(id, days);
  }
  clock.set(ago(40));
  await database.transaction((tx) => clients.rotateSecret(tx, 'workloads', 'rotated', actor));
  await database.transaction((tx) => clients.disable(tx, 'workloads', 'gone', actor, 'over'));
  await world.at(ago(0.5), token('old'), token('old', 'refresh_token'), refusal('invalid_client'));
  // Comes later than a younger one, so it must not count as the last use.
  await world.at(ago(60), token('old'), refusal('invalid_scope'), refusal('invalid_scope'));
  await world.at(ago(100), token('idle'), token('shop', 'authorization_code', 'customers'));
  await world.at(ago(3), token('rotated', 'client_credentials', 'workloads', 'simulated'));
  clock.set(now);
  await world.settle();
});

async function figure(key: MeasureKey, origin: Origin = 'real'): Promise<FigureTaken> {
  const ask = { population: 'workloads', origin, from: ago(90), to: now, bucket: 'day' } as const;
  return (await world.measures.board(ask)).figures.find((each) => each.key === key)!;
}
const some = ({ parts }: FigureTaken): Record<string, number> => (
  Object.fromEntries(parts!.filter(({ count }) => count > 0).map(({ name, count }) => [name, count])));

/** Days since the last event of these types, for each client that was not switched off. */
async function lastTold(types: readonly string[], origin: Origin): Promise<ReadonlyMap<string, number | null>> {
  const { rows } = await sql<{ client: string; days: number | null }>`
    select c.client, extract(epoch from ${now}::timestamptz - (select max(at) from told e where e.client = c.client
        and e.population = 'workloads' and type = any(${[...types]}::text[])
        and simulated = ${origin === 'simulated'})) / 86400 as days
    from told c where c.type = 'client.created' and c.population = 'workloads' and not exists (
      select from told d where d.client = c.client and d.type = 'client.disabled')`.execute(world.database.db);
  return new Map(rows.map(({ client, days }) => [client, days === null ? null : Number(days)]));
}

const band = (days: number | null, never: string): string => {
  if (days === null) return never;
  const limit = [1, 7, 30, 90, 180].find((each) => days <= each);
  if (limit === undefined) return 'longer ago';
  return limit === 1 ? 'within a day' : `within ${limit} days`;
};
const banded = (days: Iterable<number | null>, never: string): Record<string, number> => (
  Object.fromEntries([...Map.groupBy(days, (each) => band(each, never))].map(([name, all]) => [name, all.length])));

test('workload.client.owned equals a count over the raw events', async () => {
  const { numerator, sample, value } = await figure('workload.client.owned');
  const { size } = await lastTold(['client.created'], 'real');
  assert.deepEqual([numerator, sample, value], [size, size, 1]);
});

test('workload.secret.age equals a count over the raw events', async () => {
  const taken = await figure('workload.secret.age');
  const made = await lastTold(['client.created', 'client.secret_rotated'], 'real');
  assert.deepEqual(some(taken), banded(made.values(), 'unknown'));
  assert.deepEqual(some(taken), { 'longer ago': 1, 'within 90 days': 1, 'within 180 days': 1, 'within 30 days': 1 });
  assert.deepEqual(await figure('workload.secret.age', 'simulated'), taken);
});

test('workload.client.last-used equals a count over the raw events', async () => {
  for (const origin of ['real', 'simulated'] as const) {
    const used = await lastTold(['token.issued'], origin);
    assert.deepEqual(some(await figure('workload.client.last-used', origin)), banded(used.values(), 'never'));
  }
  assert.deepEqual(some(await figure('workload.client.last-used')),
    { 'within a day': 1, 'within 180 days': 1, never: 2 });
});

test('workload.client.unused equals a count over the raw events', async () => {
  const made = await lastTold(['client.created'], 'real');
  const used = await lastTold(['token.issued'], 'real');
  const old = [...made].filter(([, days]) => days! > 90).map(([client]) => client);
  const unused = old.filter((client) => (used.get(client) ?? Infinity) > 90);
  const { numerator, sample } = await figure('workload.client.unused');
  assert.deepEqual([numerator, sample], [unused.length, old.length]);
  assert.deepEqual([numerator, sample], [2, 3]);
});

for (const [key, type, field] of [
  ['workload.token.issued', 'token.issued', 'grant'], ['workload.token.refused', 'token.refused', 'error'],
] as const) {
  test(`${key} equals a count over the raw events`, async () => {
    const { rows } = await sql<{ name: string; count: number }>`select open->>${sql.lit(field)} as name, count(*)
      from told where type = ${type} and population = 'workloads' and not simulated and at >= ${ago(90)} and at < ${now}
      group by 1`.execute(world.database.db);
    assert.ok(rows.length === 2);
    assert.deepEqual(some(await figure(key)), Object.fromEntries(rows.map(({ name, count }) => [name, count])));
  });
}
