import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { movableClock, second, minute, createLog } from '../kernel/index.ts';
import { createListener } from '../storage/index.ts';
import { silentLog, testDatabase } from '../storage/testing.ts';
import { deliverEvents } from './deliver-events.ts';
import type { LoggedEvent, Subscription } from './event-log.ts';
import { startEventWorker } from './event-worker.ts';
import { sampleEvent, testEventLog } from './testing.ts';

const log = createLog({ level: 'silent' });
const start = new Date('2026-04-05T06:07:08Z');

/** Remembers the clients that it was told of. */
function notebook(name: string, types?: Subscription['types']): Subscription & { seen: (string | null)[] } {
  const seen: (string | null)[] = [];
  return { name, types, seen, handle: async (events) => { seen.push(...events.map((event) => event.client)); } };
}

test('each consumer sees every numbered event of its types, once and in order', async () => {
  const database = await testDatabase();
  const events = testEventLog(database);
  const all = notebook('all');
  const ends = notebook('ends', ['session.ended']);
  const later = notebook('later');
  events.subscribe(all);
  events.subscribe(ends);
  assert.throws(() => events.subscribe(all), /two consumers are called all/);
  const expected: string[] = [];
  for (let n = 0; n < 1_100; n += 1) expected.push(`c${n}`);
  await events.append(database.db, ...expected.map((client) => sampleEvent({ client })));
  const about = { population: 'customers', client: 'end', actor: { kind: 'system' } } as const;
  await events.append(database.db, { ...about, type: 'session.ended', open: { reason: 'idle' } },
    sampleEvent({ client: 'unreal', origin: 'simulated' }));
  await events.settle();
  await events.settle();
  assert.deepEqual(all.seen, [...expected, 'end']);
  assert.deepEqual(ends.seen, ['end']);
  const delivery = { database, clock: () => start, log };
  assert.equal(await deliverEvents(delivery, later), 'more');
  assert.deepEqual(later.seen, expected.slice(0, 500));
});

test('a consumer may follow the simulated chain too, with a position of its own in each', async () => {
  const database = await testDatabase();
  const events = testEventLog(database);
  const real = notebook('figures');
  const simulated = { ...notebook('figures'), origin: 'simulated' } as const;
  events.subscribe(real);
  events.subscribe({ ...simulated });
  assert.throws(() => events.subscribe({ ...simulated }), /two consumers are called figures/);
  await events.append(database.db, sampleEvent({ client: 'a' }), sampleEvent({ client: 'x', origin: 'simulated' }));
  await events.settle();
  await events.append(database.db, sampleEvent({ client: 'y', origin: 'simulated' }), sampleEvent({ client: 'b' }));
  await events.settle();
  assert.deepEqual(real.seen, ['a', 'b']);
  assert.deepEqual(simulated.seen, ['x', 'y']);
});

test('a failing consumer gets the same again after a growing pause; it holds up nobody else', async () => {
  const database = await testDatabase();
  const clock = movableClock(start);
  const events = testEventLog(database, { clock });
  const delivery = { database, clock, log };
  const tries: string[][] = [];
  let broken = true;
  const failing: Subscription = {
    name: 'failing',
    handle: async (batch) => {
      tries.push(batch.map((event) => event.client!));
      if (broken) throw new Error('the other side is down');
    },
  };
  const steady = notebook('steady');
  await events.append(database.db, sampleEvent({ client: 'a' }), sampleEvent({ client: 'b' }));
  await events.settle();
  const pauses: number[] = [];
  for (let n = 0; n < 12; n += 1) {
    assert.equal(await deliverEvents(delivery, failing), 'held-back');
    const { rows } = await sql<{ retry_at: Date }>`
      select retry_at from event_consumer where name = 'failing'`.execute(database.db);
    pauses.push(rows[0]!.retry_at.getTime() - clock().getTime());
    clock.set(new Date(rows[0]!.retry_at.getTime() - 1));
    assert.equal(await deliverEvents({ ...delivery, database: await database.another() }, failing), 'held-back');
    assert.equal(tries.length, n + 1, 'no server tries before the time has come');
    clock.advance(1);
  }
  assert.deepEqual(pauses.slice(0, 4), [second, 2 * second, 4 * second, 8 * second]);
  assert.equal(pauses.at(-1), 5 * minute);
  assert.equal(await deliverEvents(delivery, steady), 'idle');
  assert.deepEqual(steady.seen, ['a', 'b']);
  broken = false;
  assert.equal(await deliverEvents(delivery, failing), 'idle');
  assert.ok(tries.every((seen) => seen.join() === 'a,b'));
  assert.equal(await deliverEvents(delivery, failing), 'idle');
  assert.equal(tries.length, 13);
});

test('one server at a time has a consumer, and when it dies another gets the same events', async () => {
  const database = await testDatabase();
  const events = testEventLog(database);
  const dying = await database.another();
  dying.pool.once('acquire', (client) => client.on('error', () => undefined));
  const delivery = { clock: () => start, log };
  const seen: string[] = [];
  const inHand = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  await events.append(database.db, sampleEvent({ client: 'a' }));
  await events.settle();
  const first = deliverEvents({ ...delivery, database: dying }, {
    name: 'mail',
    handle: async () => {
      seen.push('first');
      inHand.resolve();
      await goOn.promise;
    },
  });
  await inHand.promise;
  const successor: Subscription = {
    name: 'mail', handle: async ([event]) => { seen.push(`second ${event!.client}`); },
  };
  assert.equal(await deliverEvents({ ...delivery, database }, successor), 'elsewhere');
  await sql`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and pid <> pg_backend_pid()
    and database = (select oid from pg_database where datname = current_database())`.execute(database.db);
  let result = await deliverEvents({ ...delivery, database }, successor);
  while (result === 'elsewhere') result = await deliverEvents({ ...delivery, database }, successor);
  assert.equal(result, 'idle');
  goOn.resolve();
  await assert.rejects(first);
  assert.deepEqual(seen, ['first', 'second a']);
  assert.equal(await deliverEvents({ ...delivery, database }, successor), 'idle');
  assert.deepEqual(seen, ['first', 'second a']);
});

test('two servers with workers: what one appends, the other is told of', async () => {
  const database = await testDatabase();
  const servers = [database, await database.another()];
  const logs = servers.map((server) => testEventLog(server));
  const listeners = servers.map((server) => createListener(server, silentLog));
  // No polling to speak of: what arrives has been announced.
  const workers = await Promise.all(servers.map((server, index) => startEventWorker({
    events: logs[index]!, database: server, listener: listeners[index]!, clock: () => start, log, pollEvery: 60_000,
  })));
  const heard = Promise.withResolvers<readonly LoggedEvent[]>();
  logs[1]!.subscribe({ name: 'told', handle: async (batch) => heard.resolve(batch) });
  await logs[0]!.appendGrouped(sampleEvent({ client: 'shop' }));
  assert.deepEqual((await heard.promise).map((event) => [event.client, event.position]), [['shop', 1]]);
  await Promise.all(workers.map((worker) => worker.stop()));
  await Promise.all(listeners.map((listener) => listener.close()));
});

test('a worker finds by polling what nobody announced, and what failed comes again', async () => {
  const database = await testDatabase();
  const appending = testEventLog(await database.another());
  await appending.append(database.db, sampleEvent({ client: 'silent' }));
  const events = testEventLog(database);
  const listener = createListener(database, silentLog);
  const clock = movableClock(start);
  let tries = 0;
  const heard = Promise.withResolvers<string | null>();
  events.subscribe({
    name: 'twice',
    handle: async ([event]) => {
      tries += 1;
      clock.advance(minute);
      if (tries === 1) {
        clock.advance(-minute);
        throw new Error('not yet');
      }
      heard.resolve(event!.client);
    },
  });
  const worker = await startEventWorker({
    events, database, listener, log, pollEvery: 5, clock: () => {
      clock.advance(second);
      return clock();
    },
  });
  assert.equal(await heard.promise, 'silent');
  assert.equal(tries, 2);
  await worker.stop();
  await appending.append(database.db, sampleEvent({ client: 'after' }));
  assert.equal((await events.latest({ limit: 1 }))[0]!.position, null, 'a stopped worker does nothing more');
  await listener.close();
});
