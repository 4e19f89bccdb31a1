import assert from 'node:assert/strict';
import { createPrivateKey } from 'node:crypto';
import { test } from 'node:test';
import { CompactSign, compactVerify, importJWK, type JWK } from 'jose';
import { sql } from 'kysely';
import { day, hasCode, hour, minute, movableClock, systemRandomness } from '../kernel/index.ts';
import { createListener } from '../storage/index.ts';
import { silentLog, testDatabase, type TestDatabase } from '../storage/testing.ts';
import type { SigningKey } from './keys.ts';
import { createMasterKeyText, readMasterKey } from './master-key.ts';
import { testKeys, type TestKeys } from './testing.ts';

const start = new Date('2026-06-01T00:00:00Z');
const population = 'customers';

interface Setting extends TestKeys {
  readonly database: TestDatabase;
  readonly clock: ReturnType<typeof movableClock>;
  ids(algorithm: SigningKey['algorithm']): Promise<string[]>;
  /** States of the population's keys of one algorithm, in the order in which they are given. */
  states(algorithm: SigningKey['algorithm']): Promise<string>;
  told(): Promise<string[]>;
}

async function withKeys(): Promise<Setting> {
  const database = await testDatabase();
  const clock = movableClock(start);
  const parts = testKeys(database, { clock });
  await database.transaction((tx) => parts.keys.ensureSigningKeys(tx, population));
  const of = async (algorithm: string): Promise<readonly SigningKey[]> => (
    (await parts.keys.signingKeys(population)).filter((key) => key.algorithm === algorithm));
  return {
    ...parts, database, clock,
    ids: async (algorithm) => (await of(algorithm)).map((key) => key.kid),
    states: async (algorithm) => (await of(algorithm)).map((key) => key.state).join(' '),
    told: async () => {
      const events = await parts.events.read({ limit: 1_000 });
      return events.map((event) => `${event.type} ${String(event.open.kind)}`);
    },
  };
}

test('a population gets its first keys once, active at once, whoever asks', async () => {
  const { database, keys, clock, states, told } = await withKeys();
  const servers = await Promise.all([1, 2, 3].map(() => database.another()));
  await Promise.all(servers.map((server) => (
    server.transaction((tx) => testKeys(server, { clock }).keys.ensureSigningKeys(tx, 'workforce')))));
  await database.transaction((tx) => keys.ensureSigningKeys(tx, population));
  assert.equal(await states('ES256'), 'active');
  assert.equal(await states('RS256'), 'active');
  const [cookie, ...more] = await keys.cookieKeys(population);
  assert.deepEqual([cookie!.length, more.length], [32, 0]);
  assert.equal((await told()).length, 2 * 3 * 2);
  assert.deepEqual(await keys.signingKeys('nobody'), []);
  assert.deepEqual(await keys.cookieKeys('nobody'), []);
  const both = [...await keys.signingKeys(population), ...await keys.signingKeys('workforce')];
  assert.equal(new Set(both.map((key) => key.kid)).size, 4);
});

test('the keys are of the kinds that they claim and can sign', async () => {
  const { keys } = await withKeys();
  for (const key of await keys.signingKeys(population)) {
    assert.deepEqual([key.jwk.kid, key.jwk.alg, key.jwk.use], [key.kid, key.algorithm, 'sig']);
    const signed = await new CompactSign(Buffer.from('hello')).setProtectedHeader({ alg: key.algorithm, kid: key.kid })
      .sign(await importJWK(key.jwk));
    const { kty, n, e, crv, x, y } = key.jwk;
    const verified = await compactVerify(signed, await importJWK({ kty, n, e, crv, x, y } as JWK, key.algorithm));
    assert.equal(Buffer.from(verified.payload).toString(), 'hello');
    const privateKey = createPrivateKey({ key: key.jwk as never, format: 'jwk' });
    const { modulusLength, namedCurve } = privateKey.asymmetricKeyDetails!;
    assert.equal(modulusLength ?? namedCurve, key.algorithm === 'RS256' ? 2_048 : 'prime256v1');
  }
});

test('a key is published a cache lifetime before it signs, and kept while tokens may live', async () => {
  const { database, keys, clock, ids, states, told } = await withKeys();
  const [first] = await ids('ES256');
  const [firstCookie] = await keys.cookieKeys(population);
  const kids = await database.transaction((tx) => keys.rotateSigningKeys(tx, population));
  assert.equal(kids.length, 2);
  assert.equal(await states('ES256'), 'active published');
  const [, successor] = await ids('ES256');
  assert.ok(kids.includes(successor!));
  assert.deepEqual((await keys.cookieKeys(population))[0], firstCookie, 'the old cookie key still signs');

  const again = await database.transaction((tx) => keys.rotateSigningKeys(tx, population));
  assert.deepEqual(again, kids, 'a successor that waits is not doubled');

  clock.advance(hour - 1);
  await keys.advanceSigningKeys();
  assert.deepEqual(await ids('ES256'), [first, successor]);
  clock.advance(1);
  await keys.advanceSigningKeys();
  assert.deepEqual(await ids('ES256'), [successor, first]);
  assert.equal(await states('RS256'), 'active retired');
  assert.deepEqual((await keys.cookieKeys(population))[1], firstCookie, 'old cookies are still accepted');
  await keys.advanceSigningKeys();
  assert.equal(await states('ES256'), 'active retired');

  clock.advance(day - 1);
  await keys.advanceSigningKeys();
  assert.equal(await states('ES256'), 'active retired');
  clock.advance(1);
  await keys.advanceSigningKeys();
  assert.deepEqual(await ids('ES256'), [successor]);
  assert.equal((await keys.cookieKeys(population)).length, 2, 'cookies outlive tokens');
  clock.advance(29 * day);
  await keys.advanceSigningKeys();
  assert.equal((await keys.cookieKeys(population)).length, 1);
  assert.deepEqual((await told()).filter((each) => each.endsWith('ES256')), [
    'key.created ES256', 'key.activated ES256', 'key.created ES256', 'key.retired ES256', 'key.activated ES256',
    'key.removed ES256']);
});

test('a compromised key goes at once, with all that came before', async () => {
  const { database, keys, ids, states, told } = await withKeys();
  const before = [...await ids('ES256'), ...await ids('RS256')];
  const cookie = (await keys.cookieKeys(population))[0]!;
  await database.transaction((tx) => keys.rotateSigningKeys(tx, population));
  const actor = { kind: 'operator', id: 'local' } as const;
  const kids = await database.transaction((tx) => keys.rotateSigningKeys(tx, population, { atOnce: true, actor }));
  assert.equal(await states('ES256'), 'active');
  assert.equal(await states('RS256'), 'active');
  const after = [...await ids('ES256'), ...await ids('RS256')];
  assert.deepEqual(after.toSorted(), [...kids].toSorted());
  assert.ok(after.every((kid) => !before.includes(kid)));
  const cookies = await keys.cookieKeys(population);
  assert.equal(cookies.length, 1);
  assert.notDeepEqual(cookies[0], cookie);
  assert.equal((await told()).filter((each) => each === 'key.removed RS256').length, 2);
});

test('a key that signed long enough gets a successor by itself', async () => {
  const { keys, clock, states } = await withKeys();
  clock.advance(90 * day - 1);
  await keys.advanceSigningKeys();
  assert.equal(await states('ES256'), 'active');
  clock.advance(1);
  await keys.advanceSigningKeys();
  assert.equal(await states('ES256'), 'active published');
  clock.advance(hour + minute);
  await keys.advanceSigningKeys();
  assert.equal(await states('ES256'), 'active retired');
});

test('a rotation that is rolled back leaves nothing, and two servers do one at a time', async () => {
  const { database, keys, clock, states, ids } = await withKeys();
  await assert.rejects(database.transaction(async (tx) => {
    await keys.rotateSigningKeys(tx, population, { atOnce: true });
    throw new Error('not now');
  }), /not now/);
  assert.equal(await states('ES256'), 'active');
  const other = await database.another();
  const results = await Promise.all([database, other].map((server) => (
    server.transaction((tx) => testKeys(server, { clock }).keys.rotateSigningKeys(tx, population)))));
  assert.deepEqual(results[0], results[1]);
  clock.advance(hour);
  await Promise.all([database, other].map((server) => testKeys(server, { clock }).keys.advanceSigningKeys()));
  assert.equal((await ids('ES256')).length, 2);
});

test('private keys are sealed, bound to their row, and need the master key', async () => {
  const { database, keys, clock } = await withKeys();
  const { rows } = await sql<{ text: string }>`
    select string_agg(encode(sealed, 'escape'), ' ') as text from population_key`.execute(database.db);
  assert.doesNotMatch(rows[0]!.text, /"(d|kty)"/);
  const stranger = testKeys(database, { clock, masterKeys: [readMasterKey(createMasterKeyText(systemRandomness))] });
  const unreadable = (error: unknown): boolean => hasCode(error, 'keys.unreadable');
  await assert.rejects(stranger.keys.signingKeys(population), unreadable);
  await sql`insert into population_key
    select 'workforce', kid, algorithm, state, created_at, active_from, retired_at, sealed
    from population_key`.execute(database.db);
  await assert.rejects(keys.signingKeys('workforce'), unreadable);
  await assert.rejects(keys.cookieKeys('workforce'), unreadable);
});

test('every server hears of a change, its own included, and cookie keys in memory are dropped', async () => {
  const { database, keys, clock } = await withKeys();
  const other = await database.another();
  const elsewhere = testKeys(other, { clock }).keys;
  const listeners = [createListener(database, silentLog), createListener(other, silentLog)];
  const watches = [await keys.watch(listeners[0]!), await elsewhere.watch(listeners[1]!)];
  keys.onChange(() => { throw new Error('a handler that fails'); });
  const heard = [keys, elsewhere].map((each) => {
    const { promise, resolve } = Promise.withResolvers<string>();
    each.onChange(resolve);
    return promise;
  });
  const before = await elsewhere.cookieKeys(population);
  assert.equal(await elsewhere.cookieKeys(population), before, 'from memory');
  assert.deepEqual(await elsewhere.cookieKeys('late'), []);
  await database.transaction((tx) => keys.rotateSigningKeys(tx, population, { atOnce: true }));
  assert.deepEqual(await Promise.all(heard), [population, population]);
  assert.notDeepEqual(await elsewhere.cookieKeys(population), before);
  await database.transaction((tx) => keys.ensureSigningKeys(tx, 'late'));
  assert.equal((await elsewhere.cookieKeys('late')).length, 1, 'that there were none was not remembered');
  for (const watch of watches) await watch.stop();
  for (const listener of listeners) await listener.close();
});
