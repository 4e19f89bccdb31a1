import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { day, hasCode, second } from '../kernel/index.ts';
import { testDirectory, type TestDirectory } from '../directory/testing.ts';
import { notify } from '../storage/index.ts';
import { testDatabase, type TestDatabase } from '../storage/testing.ts';
import type { Clients, NewClient } from './clients.ts';
import { testClients, webClient, type TestClients } from './testing.ts';

const actor = { kind: 'operator', id: 'local' } as const;
let database: TestDatabase;
let house: TestDirectory;
let here: TestClients;
let elsewhere: TestClients;
let clients: Clients;
before(async () => {
  database = await testDatabase();
  house = await testDirectory(database);
  here = await testClients(database, house);
  elsewhere = await testClients(await database.another(), house);
  ({ clients } = here);
});
after(async () => {
  await here.close();
  await elsewhere.close();
});

const create = (change: Partial<NewClient> = {}) => database.transaction((tx) => (
  clients.create(tx, { ...webClient, ...change }, actor)));
const code = (expected: Parameters<typeof hasCode>[1]) => (error: unknown): boolean => hasCode(error, expected);
const check = (id: string, secret: string, population = 'customers') => (
  clients.verifySecret(database.db, population, id, secret));
const rotate = (id: string, options?: { atOnce: boolean }) => database.transaction((tx) => (
  clients.rotateSecret(tx, 'customers', id, actor, options)));
const disable = (population: string, id: string) => database.transaction((tx) => (
  clients.disable(tx, population, id, actor, 'sold')));

/** Resolves when this server heard that the application changed; ask before changing it. */
const heard = ({ clients: server }: TestClients, id: string): Promise<void> => new Promise((resolve) => {
  server.onChange((_population, changed) => { if (changed === id) resolve(); });
});

async function told(client: string): Promise<readonly string[]> {
  await house.events.settle();
  const events = await house.events.read({ population: 'customers', limit: 1_000 });
  return events.filter((event) => event.client === client).map(({ type }) => type);
}

test('an application is found at its door and listed; its secret is shown once and kept as a hash', async () => {
  const { client, secret } = await create({ id: 'shop' });
  assert.match(secret!, /^[\w-]{43}$/);
  assert.deepEqual(await clients.find(database.db, 'customers', 'shop'), client);
  assert.equal(await clients.find(database.db, 'workforce', 'shop'), undefined);
  assert.ok((await clients.list(database.db, 'customers')).some(({ id }) => id === 'shop'));
  assert.deepEqual([client.principal, client.disabledAt], [null, null]);
  assert.equal(await check('shop', secret!), true);
  for (const wrong of ['', `${secret}x`, secret!.toLowerCase(), 'a'.repeat(100_000)]) {
    assert.equal(await check('shop', wrong), false);
  }
  assert.equal(await check('shop', secret!, 'workforce'), false);
  assert.equal(await check('nobody', secret!), false);
  const { rows } = await database.pool.query<{ text: string }>('select client::text as text from client');
  assert.ok(rows.length > 0 && rows.every(({ text }) => !text.includes(secret!)));
  assert.deepEqual(await told('shop'), ['client.created']);
});

test('one id is one application in a population; another population may use it', async () => {
  await create({ id: 'twice' });
  await assert.rejects(create({ id: 'twice' }), code('client.taken'));
  assert.ok(await create({ id: 'twice', population: 'workforce' }));
  const results = await Promise.allSettled([create({ id: 'race' }), create({ id: 'race' })]);
  assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
});

test('an id is made from the name where none is given', async () => {
  const [one, two] = [await create({ name: 'Caf\u00e9 & Bar!' }), await create({ name: 'Caf\u00e9 & Bar!' })];
  assert.match(one.client.id, /^cafe-bar-[0-9a-f]{10}$/);
  assert.notEqual(one.client.id, two.client.id);
  assert.match((await create({ name: '\u5546\u5e97' })).client.id, /^client-[0-9a-f]{10}$/);
});

test('what is wrong is refused with its place and leaves nothing', async () => {
  const registered = (await clients.list(database.db, 'customers')).length;
  await assert.rejects(create({ redirectUris: ['http://shop.example/'] }), code('client.invalid'));
  await assert.rejects(create({ population: 'nowhere' }), code('population.unknown'));
  await assert.rejects(create({ population: 'workloads' }), code('client.invalid'));
  assert.equal((await clients.list(database.db, 'customers')).length, registered);
});

test('an application that acts for itself is a principal, and both are switched off together', async () => {
  const { client, secret } = await create({
    population: 'workloads', id: 'job', grantTypes: ['client_credentials'], redirectUris: [], scopes: [],
  });
  const ref = { population: 'workloads', principal: client.principal! };
  const principal = await house.directory.findPrincipal(database.db, ref);
  assert.deepEqual([principal?.kind, principal?.state, principal?.displayName], ['service', 'active', 'Corner shop']);
  await disable('workloads', 'job');
  await disable('workloads', 'job');
  assert.equal((await house.directory.findPrincipal(database.db, ref))?.state, 'suspended');
  assert.deepEqual((await clients.find(database.db, 'workloads', 'job'))?.disabledAt, house.clock());
  assert.equal(await check('job', secret!, 'workloads'), false);
  await assert.rejects(disable('workloads', 'nobody'), code('client.unknown'));
});

test('after a rotation both secrets work for a day, then the new one only', async () => {
  const working = async (...secrets: string[]): Promise<readonly boolean[]> => (
    Promise.all(secrets.map((secret) => check('rotating', secret))));
  const first = (await create({ id: 'rotating' })).secret!;
  const { secret: next, previousUntil } = await rotate('rotating');
  assert.deepEqual(previousUntil, new Date(house.clock().getTime() + day));
  assert.deepEqual(await working(first, next), [true, true]);
  house.clock.advance(day - 1);
  assert.equal(await check('rotating', first), true);
  house.clock.advance(1);
  assert.deepEqual(await working(first, next), [false, true]);
  const { secret: third } = await rotate('rotating');
  const { secret: fourth } = await rotate('rotating');
  assert.deepEqual(await working(next, third, fourth), [false, true, true]);
  assert.equal((await told('rotating')).filter((type) => type === 'client.secret_rotated').length, 3);
});

test('a secret that became known stops at once', async () => {
  const { secret } = await create({ id: 'leaked' });
  assert.equal(await check('leaked', secret!), true);
  const rotated = await rotate('leaked', { atOnce: true });
  assert.equal(rotated.previousUntil, null);
  assert.deepEqual([await check('leaked', secret!), await check('leaked', rotated.secret)], [false, true]);
});

test('where there is no secret none is made, and none matches', async () => {
  await create({ id: 'public', authMethod: 'none' });
  await assert.rejects(rotate('public'), code('client.invalid'));
  await assert.rejects(rotate('nobody'), code('client.unknown'));
  assert.equal(await check('public', ''), false);
  await create({ id: 'off' });
  await disable('customers', 'off');
  await assert.rejects(rotate('off'), code('client.invalid'));
});

test('a change is heard on every server', async () => {
  const { secret } = await create({ id: 'heard' });
  assert.equal(await elsewhere.clients.verifySecret(database.db, 'customers', 'heard', secret!), true);
  const hears = [heard(here, 'heard'), heard(elsewhere, 'heard')];
  await disable('customers', 'heard');
  await Promise.all(hears);
  assert.equal(await elsewhere.clients.verifySecret(database.db, 'customers', 'heard', secret!), false);
  assert.ok((await elsewhere.clients.find(database.db, 'customers', 'heard'))?.disabledAt);
});

test('what is in memory is at most five seconds old, even if nothing was heard', async () => {
  await create({ id: 'aged' });
  // What was said before is heard before this.
  const settled = heard(here, 'settled');
  await database.transaction((tx) => notify(tx, 'clients', 'customers/settled'));
  await settled;
  const name = async (): Promise<string | undefined> => (await clients.find(database.db, 'customers', 'aged'))?.name;
  await name();
  await database.pool.query(`update client set name = 'Renamed' where id = 'aged'`);
  house.clock.advance(5 * second);
  assert.equal(await name(), 'Corner shop');
  house.clock.advance(1);
  assert.equal(await name(), 'Renamed');
});

test('what a transaction sees before it commits is not kept', async () => {
  await assert.rejects(database.transaction(async (tx) => {
    await clients.create(tx, { ...webClient, id: 'undone' }, actor);
    assert.ok(await clients.find(tx, 'customers', 'undone'));
    throw new Error('no');
  }), /no/);
  assert.equal(await clients.find(database.db, 'customers', 'undone'), undefined);
  assert.equal(await clients.find(database.db, 'customers', 'a'.repeat(1_000)), undefined);
});

test('other addresses are taken under the rules of a registration, and told of once', async () => {
  const { client: { id } } = await create({ id: 'moves' });
  const change = (redirectUris: readonly string[]) => database.transaction((tx) => (
    clients.changeAddresses(tx, 'customers', id, actor, { redirectUris, postLogoutRedirectUris: [] })));
  await assert.rejects(change(['http://shop.example/']), code('client.invalid'));
  await assert.rejects(change([]), code('client.invalid'));
  await change(['https://elsewhere.example/cb']);
  await change(['https://elsewhere.example/cb']);
  const found = await clients.find(database.db, 'customers', id);
  assert.deepEqual([found?.redirectUris, found?.name], [['https://elsewhere.example/cb'], webClient.name]);
  assert.equal((await told(id)).filter((type) => type === 'client.changed').length, 1);
});
