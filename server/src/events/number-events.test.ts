import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { movableClock } from '../kernel/index.ts';
import type { Database } from '../storage/index.ts';
import { testDatabase } from '../storage/testing.ts';
import { makePartitionsAhead } from './event-jobs.ts';
import { numberEvents } from './number-events.ts';
import { sampleEvent, testEventLog } from './testing.ts';
import { verifyChain } from './verify-chain.ts';

const partitionsOf = async (database: Database, parent: string): Promise<readonly string[]> => {
  const { rows } = await sql<{ name: string }>`select inhrelid::regclass::text as name from pg_inherits
    where inhparent = ${parent}::regclass order by 1`.execute(database.db);
  return rows.map((row) => row.name);
};

test('positions have no gaps and follow the chain while many write and two servers number', async () => {
  const database = await testDatabase();
  const events = testEventLog(database);
  const servers = [database, await database.another()];
  let writing = true;
  const number = async (server: Database): Promise<void> => {
    while (writing) await numberEvents(server, 'real');
  };
  const numbering = servers.map(number);
  await Promise.all(Array.from({ length: 8 }, async (_, lane) => {
    for (let n = 0; n < 40; n += 1) {
      const event = sampleEvent({ client: `${lane}-${n}` });
      if (lane % 2) await events.appendGrouped(event);
      else {
        await database.transaction(async (tx) => {
          await events.append(tx, event);
          if (n % 10 === 0) throw new Error('rolled back');
        }).catch((error: Error) => assert.equal(error.message, 'rolled back'));
      }
    }
  }));
  writing = false;
  await Promise.all(numbering);
  await events.settle();
  const all = await events.read({ limit: 1_000 });
  assert.equal(all.length, 8 * 40 - 4 * 4);
  assert.deepEqual(all.map((event) => event.position), all.map((_, index) => index + 1));
  for (let lane = 0; lane < 8; lane += 1) {
    const order = all.map((event) => event.client!.split('-').map(Number))
      .filter(([of]) => of === lane).map(([, n]) => n!);
    assert.deepEqual(order, order.toSorted((a, b) => a - b));
  }
  const { ok, verified } = await verifyChain(database, 'real');
  assert.deepEqual({ ok, verified }, { ok: true, verified: all.length });
});

test('an event that commits late gets a later position and is not missed', async () => {
  const database = await testDatabase();
  // Within a millisecond ids have no order.
  const clock = movableClock(new Date('2026-11-24T09:00:00.000Z'));
  const events = testEventLog(database, { clock });
  const other = await database.another();
  await other.transaction(async (tx) => {
    await events.append(tx, sampleEvent({ client: 'late' }));
    clock.advance(1);
    await events.appendGrouped(sampleEvent({ client: 'early' }));
    await events.settle();
    assert.deepEqual((await events.read({ limit: 10 })).map((event) => event.client), ['early']);
  });
  await events.settle();
  const found = await events.read({ limit: 10 });
  assert.deepEqual(found.map((event) => [event.client, event.position]), [['early', 1], ['late', 2]]);
  assert.ok(found[0]!.id > found[1]!.id, 'the late one has the older id');
  assert.deepEqual((await events.read({ limit: 10, afterPosition: 1 })).map((event) => event.client), ['late']);
});

test('one server numbers at a time; the others go on with something else', async () => {
  const database = await testDatabase();
  const events = testEventLog(database);
  await events.append(database.db, sampleEvent());
  const other = await database.another();
  const { first } = await other.transaction(async (tx) => {
    await sql`lock table event_chain in exclusive mode`.execute(tx);
    const numbering = numberEvents(database, 'real');
    for (let waiting = 0; waiting === 0;) {
      const { rows } = await sql<{ waiting: number }>`select count(*)::int as waiting from pg_locks
        where not granted and relation = 'event_chain'::regclass`.execute(tx);
      waiting = rows[0]!.waiting;
    }
    assert.equal(await numberEvents(other, 'real'), 'elsewhere');
    assert.deepEqual(await numberEvents(other, 'simulated'), { numbered: 0, more: false });
    return { first: numbering };
  });
  assert.deepEqual(await first, { numbered: 1, more: false });
});

test('a backlog is numbered in bounded batches', async () => {
  const database = await testDatabase();
  const events = testEventLog(database);
  for (let n = 0; n < 4; n += 1) await events.append(database.db, ...Array.from({ length: 300 }, () => sampleEvent()));
  assert.deepEqual(await numberEvents(database, 'real'), { numbered: 500, more: true });
  assert.deepEqual(await numberEvents(database, 'real'), { numbered: 500, more: true });
  assert.deepEqual(await numberEvents(database, 'real'), { numbered: 200, more: false });
});

test('each month has its partition, made when first needed, and simulated events have their own', async () => {
  const database = await testDatabase();
  const clock = movableClock(new Date('2025-12-31T23:59:59.999Z'));
  const events = testEventLog(database, { clock });
  await events.append(database.db, sampleEvent({ client: 'old year' }), sampleEvent({ origin: 'simulated' }));
  clock.advance(1);
  await events.append(database.db, sampleEvent({ client: 'new year' }));
  clock.set(new Date('1970-01-01T00:00:00Z'));
  await events.append(database.db, sampleEvent({ client: 'epoch', origin: 'simulated' }));
  await events.settle();
  assert.deepEqual(await partitionsOf(database, 'event_real'), ['event_real_202512', 'event_real_202601']);
  assert.deepEqual(await partitionsOf(database, 'event_simulated'),
    ['event_simulated_197001', 'event_simulated_202512']);
  assert.deepEqual((await events.read({ limit: 9 })).map((event) => [event.client, event.position]),
    [['old year', 1], ['new year', 2]]);
  assert.deepEqual((await events.read({ limit: 9, origin: 'simulated' })).map((event) => event.position), [1, 2]);
  assert.equal((await verifyChain(database, 'simulated')).verified, 2);
});

test('partitions are made ahead by as many servers as like, beside readers and writers', async () => {
  const database = await testDatabase();
  const clock = movableClock(new Date('2026-11-15T00:00:00Z'));
  const other = await database.another();
  const events = testEventLog(database, { clock });
  await database.transaction(async (tx) => {
    await sql`select count(*) from event`.execute(tx);
    await Promise.all([database, other, database, other].map((server) => makePartitionsAhead(server, clock)));
  });
  await events.append(database.db, sampleEvent());
  await events.settle();
  assert.deepEqual(await partitionsOf(database, 'event_real'),
    ['event_real_202611', 'event_real_202612', 'event_real_202701']);
});

test('populations that the log has not met before are told apart', async () => {
  const database = await testDatabase();
  const events = testEventLog(database);
  for (const population of ['customers', 'workforce', null, 'customers', 'workloads']) {
    await events.append(database.db, sampleEvent({ population }));
    await events.settle();
  }
  await events.append(database.db,
    sampleEvent({ population: 'a' }), sampleEvent({ population: 'b', origin: 'simulated' }));
  await events.settle();
  assert.deepEqual((await events.read({ limit: 9 })).map((event) => event.population),
    ['customers', 'workforce', null, 'customers', 'workloads', 'a']);
  assert.deepEqual((await events.read({ limit: 9, population: 'customers' })).map((event) => event.position), [1, 4]);
  assert.equal((await verifyChain(database, 'real')).ok, true);
});

test('a numbered event cannot be changed, removed or truncated away', async () => {
  const database = await testDatabase();
  const events = testEventLog(database, { clock: () => new Date('2026-02-03T00:00:00Z') });
  await events.append(database.db, sampleEvent());
  await events.settle();
  for (const statement of ['update event set client = null', 'delete from event', 'truncate event_real_202602']) {
    await assert.rejects(sql.raw(statement).execute(database.db), /never changed or removed/);
  }
});
