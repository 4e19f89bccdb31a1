import assert from 'node:assert/strict';
import { test } from 'node:test';
import { populationKind } from '../../../contract/events/index.ts';
import { testEventLog } from '../events/testing.ts';
import { hasCode, type LimenError } from '../kernel/index.ts';
import { createPolicies, type WatchedPolicies } from '../policy/index.ts';
import { publishBuiltIn } from '../policy/testing.ts';
import type { Database, Db, Listener } from '../storage/index.ts';
import { testDatabase } from '../storage/testing.ts';
import type { Changes } from './changes.ts';
import { createChanges } from './create-changes.ts';
import { editedFiles, slugOf, steps, testClock as clock, type Edits } from './testing.ts';
import { readProved } from './proved-templates.ts';
import { builtInFolder, checkTemplate, readTemplate } from './seed-populations.ts';

const deaf: Listener = { on: async () => undefined, close: async () => undefined };
const actor = { kind: 'operator', id: 'local' } as const;
const issuerOf = (slug: string): string => `http://localhost:3000/${slug}`;
const shorter: Edits = {
  'sessions.yaml': [['total: 30d', 'total: 20d # autumn']],
  'tokens.yaml': [['refreshToken: 30d', 'refreshToken: 20d']],
};
const renamed = (name: string): ReturnType<typeof editedFiles> => (
  editedFiles('customer', { 'branding.yaml': [['name: Limen', `name: ${name}`]] }));
const noKeys = async (): Promise<void> => undefined;

function server(database: Database): {
  policies: WatchedPolicies; changes: Changes; events: ReturnType<typeof testEventLog>;
} {
  const events = testEventLog(database, { clock });
  const policies = createPolicies({ database, events, listener: deaf, clock });
  return { policies, events, changes: createChanges({ database, policies, steps, clock }) };
}

async function seeded() {
  const database = await testDatabase();
  const here = server(database);
  await here.changes.seedPopulations({ issuerOf, ensureSigningKeys: noKeys });
  return { database, ...here };
}

test('the built-in populations are made once, with their keys, however many servers start', async () => {
  const database = await testDatabase();
  const ensured: string[] = [];
  const seed = async (on: Database) => server(on).changes.seedPopulations({
    issuerOf, ensureSigningKeys: async (_tx: Db, population) => { ensured.push(population); },
  });
  const made = await Promise.all([seed(database), seed(await database.another()), seed(await database.another())]);
  assert.deepEqual(made.flat().sort(), ['customers', 'workforce', 'workloads']);
  assert.deepEqual(ensured.toSorted(), ['customers', 'workforce', 'workloads']);
  assert.deepEqual(await seed(database), []);
  const { policies } = server(database);
  assert.deepEqual((await policies.populations()).map(({ slug, kind, issuer }) => [slug, kind, issuer]).sort(), [
    ['customers', 'customer', 'http://localhost:3000/customers'],
    ['workforce', 'workforce', 'http://localhost:3000/workforce'],
    ['workloads', 'workload', 'http://localhost:3000/workloads'],
  ]);
  assert.equal((await policies.current('customers')).version, 1);
});

test('a template is taken as it was released, and planned where a letter of it is another', async () => {
  const proved = await readProved(builtInFolder);
  // Where no step is known, whatever is planned has faults.
  const blind = { steps: {}, clock };
  const isInvalid = (error: unknown): boolean => hasCode(error, 'policy.invalid');
  for (const kind of ['customer', 'workforce'] as const) {
    const files = await readTemplate(kind);
    assert.equal(checkTemplate(blind, kind, files, proved).population.slug, slugOf[kind]);
    assert.throws(() => checkTemplate(blind, kind, files, {}), isInvalid);
    const edited = await editedFiles(kind, { 'charter.yaml': [['exceptions: []', 'exceptions: [] # none']] });
    assert.throws(() => checkTemplate(blind, kind, edited, proved), isInvalid);
    assert.equal(checkTemplate({ steps, clock }, kind, edited, proved).population.slug, slugOf[kind]);
  }
});

test('a population whose keys could not be made is not made either, and comes at the next start', async () => {
  const database = await testDatabase();
  const { changes, policies } = server(database);
  await assert.rejects(changes.seedPopulations({
    issuerOf, ensureSigningKeys: async () => { throw new Error('no keys'); },
  }), /no keys/);
  assert.deepEqual(await policies.populations(), []);
  assert.equal((await changes.seedPopulations({ issuerOf, ensureSigningKeys: noKeys })).length, 3);
});

test('a policy that was changed is left as it is at the next start', async () => {
  const { changes, policies } = await seeded();
  const files = await editedFiles('customer', shorter);
  await changes.apply({ population: 'customers', files, basedOn: 1, actor });
  assert.deepEqual(await changes.seedPopulations({ issuerOf, ensureSigningKeys: noKeys }), []);
  assert.equal((await policies.current('customers')).content.sessions.total, '20d');
});

test('what is exported is what was applied, comments and all, and plans to nothing', async () => {
  const { changes } = await seeded();
  for (const kind of populationKind.options) {
    const population = slugOf[kind];
    const { version, files } = await changes.exportPolicy(population);
    assert.equal(version, 1);
    assert.deepEqual(files, await readTemplate(kind));
    const plan = await changes.plan(files, population);
    assert.deepEqual([plan.changes, plan.differences, plan.faults, plan.basedOn], ['none', [], [], 1]);
  }
});

test('a version that came without files is exported as files that plan to the same', async () => {
  const database = await testDatabase();
  const { changes, policies } = server(database);
  await publishBuiltIn(database, policies, 'workforce');
  const { files } = await changes.exportPolicy('workforce');
  const plan = await changes.plan(files, 'workforce');
  assert.deepEqual([plan.changes, plan.differences, plan.faults], ['text', [], []]);
});

test('applying publishes the next version and tells of it', async () => {
  const { changes, policies, events } = await seeded();
  const files = await editedFiles('customer', shorter);
  const plan = await changes.plan(files, 'customers');
  assert.deepEqual(plan.differences, [
    { path: 'sessions.total', before: '30d', after: '20d' },
    { path: 'tokens.refreshToken', before: '30d', after: '20d' },
  ]);
  assert.equal((await policies.current('customers')).version, 1, 'planning changes nothing');
  const applied = await changes.apply({ population: 'customers', files, basedOn: plan.basedOn, actor });
  assert.deepEqual([applied.outcome, applied.version], ['published', 2]);
  const current = await policies.current('customers');
  assert.deepEqual([current.content.sessions.total, current.publishedBy], ['20d', 'operator:local']);
  assert.deepEqual((await changes.exportPolicy('customers')).files, files);
  assert.deepEqual((await changes.exportPolicy('customers', 1)).files, await readTemplate('customer'));
  await events.settle();
  const told = await events.read({ population: 'customers', types: ['policy.published'], limit: 10 });
  assert.deepEqual(told.map(({ actor: by }) => by), [{ kind: 'system' }, actor]);
  assert.deepEqual(told[1]!.open, { version: 2, digest: current.digest, basedOn: 1 });
});

test('another comment is published as a version of the same content; the same files are not', async () => {
  const { changes, policies } = await seeded();
  const files = await editedFiles('customer', { 'sessions.yaml': [['# A customer', '# Any customer']] });
  assert.equal((await changes.plan(files, 'customers')).changes, 'text');
  assert.equal((await changes.apply({ population: 'customers', files, basedOn: 1, actor })).version, 2);
  assert.equal((await policies.byVersion('customers', 2)).digest, (await policies.byVersion('customers', 1)).digest);
  const again = await changes.apply({ population: 'customers', files, basedOn: 2, actor });
  assert.deepEqual([again.outcome, again.version], ['unchanged', 2]);
  assert.equal((await policies.current('customers')).version, 2);
});

test('faults keep everything as it is and are told with their places', async () => {
  const { changes, policies } = await seeded();
  const files = await editedFiles('customer', { 'sessions.yaml': [['30d', '90d']], 'charter.yaml': null });
  await assert.rejects(changes.apply({ population: 'customers', files, basedOn: 1, actor }), (error) => {
    assert.ok(hasCode(error, 'policy.invalid'));
    const places = (error as LimenError).faults.map(({ file, line }) => [file, line]);
    assert.deepEqual(places, [['charter.yaml', 1], ['sessions.yaml', 3]]);
    return true;
  });
  assert.equal((await policies.current('customers')).version, 1);
});

test('a plan made from an older version is stale', async () => {
  const { changes } = await seeded();
  await changes.apply({ population: 'customers', files: await renamed('One'), basedOn: 1, actor });
  for (const basedOn of [1, null, 3]) {
    await assert.rejects(changes.apply({ population: 'customers', files: await renamed('Two'), basedOn, actor }),
      (error) => hasCode(error, 'policy.stale'));
  }
});

test('of two who apply at once, one is told that the other was faster', async () => {
  const { changes, policies } = await seeded();
  const attempts = await Promise.allSettled(['One', 'Two', 'Three'].map(async (name) => changes.apply({
    population: 'customers', basedOn: 1, actor, files: await renamed(name),
  })));
  const refused = attempts.filter((attempt) => attempt.status === 'rejected');
  assert.equal(refused.length, 2);
  for (const { reason } of refused) assert.ok(hasCode(reason, 'policy.stale'), String(reason));
  assert.equal((await policies.current('customers')).version, 2);
});

test('files of one population are not taken for another', async () => {
  const { changes } = await seeded();
  const { faults } = await changes.plan(await readTemplate('customer'), 'workforce');
  assert.ok(faults.some(({ file, at }) => file === 'population.yaml' && at === 'slug'));
  assert.ok(faults.some(({ file, at }) => file === 'population.yaml' && at === 'kind'));
  await assert.rejects(changes.plan([], 'nobody'), (error) => hasCode(error, 'population.unknown'));
  await assert.rejects(changes.exportPolicy('nobody'), (error) => hasCode(error, 'population.unknown'));
  await assert.rejects(changes.exportPolicy('customers', 9), (error) => hasCode(error, 'policy.version_unknown'));
});
