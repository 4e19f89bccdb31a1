import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { verifyChain } from '../events/index.ts';
import { sampleEvent } from '../events/testing.ts';
import { hasCode, newId, systemRandomness } from '../kernel/index.ts';
import { testDatabase } from '../storage/testing.ts';
import { testKeys } from './testing.ts';

const database = await testDatabase();
const plain = Buffer.from('{"address":"ada@example.org"}');
const someone = (): string => newId(new Date(), systemRandomness);
const unreadable = (error: unknown): boolean => hasCode(error, 'keys.unreadable');

test('personal data opens for its principal only', async () => {
  const { personalSealer } = testKeys(database);
  const [ada, bob] = [someone(), someone()];
  const sealed = await personalSealer.seal(database.db, 'customers', ada, plain);
  const bobs = await personalSealer.seal(database.db, 'customers', bob, plain);
  assert.ok(sealed && bobs && !sealed.includes('ada@example.org'));
  assert.deepEqual(await personalSealer.open(database.db, 'customers', ada, sealed), plain);
  await assert.rejects(personalSealer.open(database.db, 'customers', ada, bobs), unreadable);
  assert.equal(await personalSealer.open(database.db, 'workforce', ada, sealed), undefined, 'no such principal there');
});

test('a data key moved to another principal does not open', async () => {
  const { personalSealer } = testKeys(database);
  const [ada, mallory] = [someone(), someone()];
  const sealed = (await personalSealer.seal(database.db, 'customers', ada, plain))!;
  await personalSealer.seal(database.db, 'customers', mallory, plain);
  await sql`update principal_key set sealed = (select sealed from principal_key where principal = ${ada})
    where principal = ${mallory}`.execute(database.db);
  await assert.rejects(personalSealer.open(database.db, 'customers', mallory, sealed), unreadable);
});

test('servers that seal for the same new principal at once agree on the key', async () => {
  const servers = await Promise.all([1, 2, 3, 4].map(() => database.another()));
  const ada = someone();
  const sealed = await Promise.all(servers.map((server) => (
    server.transaction((tx) => testKeys(server).personalSealer.seal(tx, 'customers', ada, plain)))));
  const { personalSealer } = testKeys(database);
  for (const each of sealed) assert.deepEqual(await personalSealer.open(database.db, 'customers', ada, each!), plain);
});

test('erasure: the personal part is gone on every server, and the chain still verifies', async () => {
  const { events, keys } = testKeys(database);
  const elsewhere = testKeys(await database.another()).events;
  const population = 'erased';
  const [ada, bob] = [someone(), someone()];
  const personal = { clientAddress: '192.0.2.1', userAgent: 'Lantern/1' };
  for (const principal of [ada, bob]) {
    await events.append(database.db, sampleEvent({ population, principal, personal }));
  }
  await events.settle();
  const opened = async (): Promise<unknown[]> => (
    (await elsewhere.read({ population, limit: 10, unseal: true })).map((event) => event.personal));
  assert.deepEqual(await opened(), [personal, personal]);
  await assert.rejects(database.transaction(async (tx) => {
    await keys.destroyPrincipalKey(tx, { population, principal: ada });
    throw new Error('not after all');
  }));
  assert.deepEqual(await opened(), [personal, personal]);
  await database.transaction((tx) => keys.destroyPrincipalKey(tx, { population, principal: ada }));
  await keys.destroyPrincipalKey(database.db, { population, principal: ada });
  assert.deepEqual(await opened(), ['erased', personal]);
  await events.append(database.db, sampleEvent({ population, principal: ada, personal }));
  await events.settle();
  assert.deepEqual(await opened(), ['erased', personal, undefined]);
  assert.equal((await verifyChain(database, 'real')).ok, true);
  const { rows } = await sql`select sealed from principal_key where principal = ${ada}`.execute(database.db);
  assert.deepEqual(rows, [{ sealed: null }]);
});

test('somebody who never had a key can be erased too', async () => {
  const { keys, personalSealer } = testKeys(database);
  const principal = someone();
  await keys.destroyPrincipalKey(database.db, { population: 'customers', principal });
  assert.equal(await personalSealer.seal(database.db, 'customers', principal, plain), undefined);
});
