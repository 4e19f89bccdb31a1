import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { LoggedEvent } from '../events/index.ts';
import { testEventLog } from '../events/testing.ts';
import { hasCode, movableClock } from '../kernel/index.ts';
import { createListener, type Database, type Listener } from '../storage/index.ts';
import { silentLog, testDatabase } from '../storage/testing.ts';
import { createPolicies } from './create-policies.ts';
import { canonicalJson, digestOf } from './digest.ts';
import { VersionCache } from './published-cache.ts';
import { builtInPolicy, publishBuiltIn } from './testing.ts';
import type { PublishedPolicy, WatchedPolicies } from './policies.ts';

const clock = movableClock(new Date('2026-05-04T08:00:00Z'));
/** Longer than any test runs. */
const never = 3_600_000;
const deaf: Listener = { on: async () => undefined, close: async () => undefined };

function server(database: Database, { listener = deaf, pollEvery = never } = {}) {
  const events = testEventLog(database, { clock });
  const policies = createPolicies({ database, events, listener, clock, log: silentLog, pollEvery });
  const told = async (): Promise<readonly LoggedEvent[]> => {
    await events.settle();
    return events.read({ limit: 100 });
  };
  return { policies, told };
}

const ours = { population: 'customers', publishedBy: 'ada' } as const;

async function publishNext(database: Database, policies: WatchedPolicies, name: string): Promise<PublishedPolicy> {
  const { content, version } = await policies.current('customers');
  return database.transaction((tx) => policies.publish(tx, {
    population: 'customers', basedOn: version, publishedBy: 'ada',
    content: { ...content, branding: { ...content.branding, name } },
  }));
}

const announcement = (policies: WatchedPolicies, wanted: number): Promise<string> => new Promise((resolve) => {
  policies.onPublished((population, version) => { if (version === wanted) resolve(population); });
});

test('versions are numbered, kept and told of', async () => {
  const database = await testDatabase();
  const { policies, told } = server(database);
  const first = await publishBuiltIn(database, policies, 'customer');
  assert.equal(first.version, 1);
  const second = await publishNext(database, policies, 'Corner shop');
  assert.equal(second.version, 2);
  assert.equal((await policies.current('customers')).content.branding.name, 'Corner shop');
  assert.deepEqual((await policies.byVersion('customers', 1)).content, await builtInPolicy('customer'));
  assert.deepEqual((await policies.history('customers')).map(({ version, publishedBy }) => [version, publishedBy]),
    [[2, 'ada'], [1, 'test']]);
  assert.deepEqual((await policies.history('customers', 2)).map(({ version }) => version), [1]);
  const events = await told();
  assert.deepEqual(events.map(({ type }) => type), ['population.created', 'policy.published', 'policy.published']);
  assert.deepEqual(events.at(-1)!.open, { version: 2, digest: second.digest, basedOn: 1 });
});

test('the files that a version came from are kept as they were', async () => {
  const database = await testDatabase();
  const { policies } = server(database);
  await publishBuiltIn(database, policies, 'workload');
  const source = [{ path: 'tokens.yaml', text: '# why: "é"\naccessToken: 5m\n' }];
  await database.transaction(async (tx) => policies.publish(tx, {
    population: 'workloads', basedOn: 1, publishedBy: 'ada', source, content: await builtInPolicy('workload'),
  }));
  assert.deepEqual(await policies.source('workloads', 2), source);
  assert.equal(await policies.source('workloads', 1), undefined);
  for (const version of [3, 0, 1.5, 2 ** 40]) {
    await assert.rejects(policies.source('workloads', version), (error) => hasCode(error, 'policy.version_unknown'));
  }
});

test('a change made from another version than the one in force is refused', async () => {
  const database = await testDatabase();
  const { policies } = server(database);
  const { content } = await publishBuiltIn(database, policies, 'customer');
  for (const basedOn of [null, 2]) {
    await assert.rejects(
      database.transaction((tx) => policies.publish(tx, { ...ours, content, basedOn })),
      (error) => hasCode(error, 'policy.stale'));
  }
  const race = await Promise.allSettled(['ada', 'ben', 'cem'].map((publishedBy) => (
    database.transaction((tx) => policies.publish(tx, { ...ours, content, basedOn: 1, publishedBy })))));
  assert.deepEqual(race.map(({ status }) => status).sort(), ['fulfilled', 'rejected', 'rejected']);
  assert.equal((await policies.current('customers')).version, 2);
});

test('content of another shape or for another door is refused', async () => {
  const database = await testDatabase();
  const { policies } = server(database);
  const { content } = await publishBuiltIn(database, policies, 'customer');
  const extra = { ...content, sessions: { ...content.sessions, forever: true } };
  for (const [population, wrong] of [['customers', extra], ['customers', await builtInPolicy('workforce')]] as const) {
    await assert.rejects(
      database.transaction((tx) => policies.publish(tx, { ...ours, population, content: wrong, basedOn: 1 })),
      (error) => hasCode(error, 'policy.invalid'));
  }
  await assert.rejects(
    database.transaction((tx) => policies.publish(tx, {
      population: 'elsewhere', basedOn: null, publishedBy: 'ada',
      content: { ...content, population: { ...content.population, slug: 'elsewhere' } },
    })), (error) => hasCode(error, 'population.unknown'));
});

test('what is unknown is named so', async () => {
  const { policies } = server(await testDatabase());
  for (const ask of [policies.population, policies.current, policies.history]) {
    await assert.rejects(ask('nobody'), (error) => hasCode(error, 'population.unknown'));
  }
  await assert.rejects(policies.byVersion('nobody', 1), (error) => hasCode(error, 'policy.version_unknown'));
});

test('kind and issuer of a population stay as they were created', async () => {
  const database = await testDatabase();
  const { policies, told } = server(database);
  const create = (slug: string, kind: 'customer' | 'workforce', issuer: string): Promise<void> => (
    database.transaction((tx) => policies.createPopulation(tx, { slug, kind, issuer })));
  await create('shop', 'customer', 'https://shop.example/');
  await create('shop', 'customer', 'https://shop.example/');
  assert.equal((await told()).length, 1);
  for (const [slug, kind, issuer] of [
    ['shop', 'workforce', 'https://shop.example/'], ['shop', 'customer', 'https://other.example/'],
    ['second', 'customer', 'https://shop.example/'],
  ] as const) {
    await assert.rejects(create(slug, kind, issuer), (error) => hasCode(error, 'population.fixed'));
  }
  assert.deepEqual(await policies.populations(), [{ slug: 'shop', kind: 'customer', issuer: 'https://shop.example/' }]);
});

test('the database itself refuses to change what was published', async () => {
  const database = await testDatabase();
  const { policies } = server(database);
  await publishBuiltIn(database, policies, 'customer');
  for (const statement of [
    sql`update policy_version set content = '{}'`, sql`delete from policy_version`,
    sql`update population set issuer = 'x'`,
  ]) {
    await assert.rejects(statement.execute(database.db), /never changed/);
  }
});

test('nobody can change what is served from memory', async () => {
  const database = await testDatabase();
  const { policies } = server(database);
  await publishBuiltIn(database, policies, 'customer');
  const { content } = await policies.current('customers');
  assert.throws(() => { (content.sessions as { total: string }).total = '1h'; }, TypeError);
  const { exits } = content.journeys['sign-in']!.nodes['code']!;
  assert.throws(() => { Object.assign(exits, { verified: 'complete' }); }, TypeError);
});

test('another server is told of a new version by notification', async () => {
  const database = await testDatabase();
  const here = server(database);
  const elsewhere = await database.another();
  const listener = createListener(elsewhere, silentLog);
  const there = server(elsewhere, { listener }).policies;
  await publishBuiltIn(database, here.policies, 'customer');
  await there.watch();
  assert.equal((await there.current('customers')).version, 1);
  const told = announcement(there, 2);
  await publishNext(database, here.policies, 'Corner shop');
  assert.equal(await told, 'customers');
  assert.equal((await there.current('customers')).content.branding.name, 'Corner shop');
  there.close();
  await listener.close();
});

test('another server finds a new version by looking when no notification comes', async () => {
  const database = await testDatabase();
  const here = server(database);
  const there = server(await database.another(), { pollEvery: 20 });
  await publishBuiltIn(database, here.policies, 'customer');
  await there.policies.watch();
  there.policies.onPublished(() => { throw new Error('one that fails must not keep the others from hearing'); });
  const told = announcement(there.policies, 2);
  await publishNext(database, here.policies, 'Corner shop');
  assert.equal(await told, 'customers');
  assert.equal((await there.policies.current('customers')).version, 2);
  there.policies.close();
});

test('a server that watches answers from memory, and sees its own publishing at once', async () => {
  const database = await testDatabase();
  const { policies } = server(database);
  await publishBuiltIn(database, policies, 'customer');
  const watching = server(database).policies;
  await watching.watch();
  const first = await watching.current('customers');
  assert.equal(await watching.current('customers'), first, 'the same object, from memory');
  await assert.rejects(database.transaction(async (tx) => {
    await watching.publish(tx, { population: 'customers', content: first.content, basedOn: 1, publishedBy: 'ada' });
    throw new Error('rolled back');
  }), /rolled back/);
  assert.equal((await watching.current('customers')).version, 1, 'what was rolled back is never served');
  await publishNext(database, watching, 'Corner shop');
  assert.equal((await watching.current('customers')).version, 2);
  watching.close();
});

test('the version used longest ago leaves the cache first', () => {
  const cache = new VersionCache(2);
  const [one, two, three] = [1, 2, 3].map((version) => ({ population: 'p', version }) as PublishedPolicy);
  cache.put(one!);
  cache.put(two!);
  cache.get('p', 1);
  cache.put(three!);
  assert.deepEqual([1, 2, 3].map((version) => cache.get('p', version)?.version), [1, undefined, 3]);
});

test('the digest is of canonical JSON', () => {
  const canonical = canonicalJson({ b: [1, 'é', null], a: { d: true, c: undefined } });
  assert.equal(canonical, '{"a":{"d":true},"b":[1,"é",null]}');
  assert.equal(digestOf({ a: 1, b: 2 }), digestOf({ b: 2, a: 1 }));
  assert.notEqual(digestOf({ a: 1, b: 2 }), digestOf({ a: 2, b: 1 }));
});
