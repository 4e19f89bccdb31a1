import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { sql } from 'kysely';
import { hasCode, isId, newId, simulatedRandomness, systemRandomness } from '../kernel/index.ts';
import { testDatabase } from '../storage/testing.ts';
import type { NewEvent } from './event-log.ts';
import { memorySealer, sampleEvent, testEventLog } from './testing.ts';

const database = await testDatabase();
const principal = newId(new Date(), systemRandomness);

async function blockedBackend(): Promise<number> {
  for (;;) {
    const { rows } = await sql<{ pid: number }>`select pid from pg_locks where not granted
      and database = (select oid from pg_database where datname = current_database())`.execute(database.db);
    if (rows[0]) return rows[0].pid;
  }
}

test('an event is there when its transaction committed, and not when it was rolled back', async () => {
  const events = testEventLog(database);
  const client = 'kept-or-not';
  await assert.rejects(database.transaction(async (tx) => {
    await events.append(tx, sampleEvent({ client }));
    throw new Error('changed my mind');
  }), /changed my mind/);
  const run = newId(new Date(), systemRandomness);
  await database.transaction((tx) => events.append(tx, sampleEvent({ client, run })));
  const found = (await events.read({ limit: 1_000 })).filter((event) => event.client === client);
  assert.equal(found.length, 1);
  assert.ok(isId(found[0]!.run));
  assert.equal(found[0]!.position, null);
  assert.equal(found[0]!.origin, 'real');
});

test('events of one transaction keep their order, also within a millisecond', async () => {
  const at = new Date('2026-03-04T05:06:07Z');
  const events = testEventLog(database, { clock: () => at });
  const steps = Array.from({ length: 30 }, (_, index) => `step-${index}`);
  const population = 'ordered';
  await database.transaction(async (tx) => {
    await events.append(tx, ...steps.slice(0, 15).map((step) => stepEntered(population, step)));
    for (const step of steps.slice(15)) await events.append(tx, stepEntered(population, step));
  });
  const before = await events.read({ population, limit: 100 });
  assert.deepEqual(before.map((event) => event.open.step), steps);
  await events.settle();
  const after = await events.read({ population, limit: 100 });
  assert.deepEqual(after.map((event) => event.open.step), steps);
  assert.deepEqual(after.map((event) => event.at), steps.map(() => at));
});

test('actors come back as they were given', async () => {
  const events = testEventLog(database);
  const population = 'actors';
  const other = newId(new Date(), systemRandomness);
  const actors: NewEvent['actor'][] = [
    { kind: 'system' }, { kind: 'principal', id: principal }, { kind: 'principal', id: other },
    { kind: 'client', id: 'shop' }, { kind: 'client', id: 'other:shop' }, { kind: 'operator', id: 'local' },
  ];
  const about = { population, principal, client: 'shop' };
  await events.append(database.db, ...actors.map((actor) => sampleEvent({ ...about, actor })));
  assert.deepEqual((await events.read({ population, limit: 10 })).map((event) => event.actor), actors);
});

test('what is not as the catalogue says is refused before it reaches the database', async () => {
  const events = testEventLog(database);
  const wrong: [unknown, RegExp][] = [
    [{ ...sampleEvent(), type: 'session.exploded' }, /no event is called session.exploded/],
    [{ ...sampleEvent(), open: { acr: 'urn:limen:acr:mfa', amr: [], email: 'a@b' } }, /open: unrecognized_keys/],
    [{ ...sampleEvent(), open: { acr: 'none', amr: [] } }, /open.acr: invalid_value/],
    [{ ...sampleEvent(), personal: { clientAddress: '::1', userAgent: '' } }, /names no principal/],
    [{ ...sampleEvent(), principal: 'Robert' }, /principal is not an id/],
    [{ ...sampleEvent(), session: 'x' }, /session is not an id/],
    [{ ...sampleEvent(), client: 'a\0b' }, /has a NUL/],
    [{ ...sampleEvent(), client: 'c'.repeat(121) }, /too long/],
    [{ ...stepEntered('p', 'step'), principal, personal: { a: 1 } }, /has no personal part/],
  ];
  for (const [event, message] of wrong) {
    await assert.rejects(events.append(database.db, event as NewEvent), message);
    await assert.rejects(events.appendGrouped(event as NewEvent), message);
  }
});

test('grouped events share commits and are readable on another server once acknowledged', async () => {
  const population = 'grouped';
  const events = testEventLog(database);
  const elsewhere = testEventLog(await database.another());
  await Promise.all(Array.from({ length: 200 }, () => events.appendGrouped(sampleEvent({ population }))));
  assert.equal((await elsewhere.read({ population, limit: 1_000 })).length, 200);
  const { rows } = await sql<{ commits: number }>`
    select count(distinct xmin::text)::int as commits from event_inbox
    where population = ${population}`.execute(database.db);
  assert.ok(rows[0]!.commits <= 5, `${rows[0]!.commits} commits for 200 events`);
});

test('an event that the database refuses fails alone', async () => {
  const population = 'poisoned';
  await sql`alter table event_inbox add constraint no_poison check (client <> 'poison')`.execute(database.db);
  const events = testEventLog(database);
  const outcomes = await Promise.allSettled(['a', 'b', 'poison', 'c'].map((client) => (
    events.appendGrouped(sampleEvent({ population, client })))));
  await sql`alter table event_inbox drop constraint no_poison`.execute(database.db);
  assert.deepEqual(outcomes.map((outcome) => outcome.status), ['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  assert.deepEqual((await events.read({ population, limit: 10 })).map((event) => event.client), ['a', 'b', 'c']);
});

test('a row beside an event is committed with it, or neither is', async () => {
  const population = 'accompanied';
  await sql`create table companion (name text primary key)`.execute(database.db);
  const rows = { insert: (given: readonly unknown[]) => sql`insert into companion select * from unnest(${given}::text[])` };
  const events = testEventLog(database);
  const outcomes = await Promise.allSettled(['a', 'b', 'a', undefined].map((row, at) => (
    events.appendGrouped(sampleEvent({ population, client: `${at}` }), row === undefined ? undefined : { rows, row }))));
  const { rows: kept } = await sql<{ name: string }>`select name from companion order by name`.execute(database.db);
  await sql`drop table companion`.execute(database.db);
  assert.deepEqual(outcomes.map(({ status }) => status), ['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  assert.deepEqual(kept.map(({ name }) => name), ['a', 'b']);
  assert.deepEqual((await events.read({ population, limit: 10 })).map(({ client }) => client), ['0', '1', '3']);
});

test('a connection that breaks in the middle of a group tells those in it; what was told is true', async () => {
  const population = 'broken';
  const server = await database.another();
  server.pool.once('acquire', (client) => client.on('error', () => undefined));
  const events = testEventLog(server);
  const clients = ['first', 'second', 'third'];
  const outcomes = await database.transaction(async (tx) => {
    await sql`lock table event_inbox in share mode`.execute(tx);
    const settled = Promise.allSettled(clients.map((client) => (
      events.appendGrouped(sampleEvent({ population, client })))));
    await sql`select pg_terminate_backend(${await blockedBackend()})`.execute(tx);
    return { settled };
  });
  const settled = await outcomes.settled;
  assert.ok(settled[0]!.status === 'rejected' && hasCode(settled[0]!.reason, 'storage.unreachable'));
  await events.appendGrouped(sampleEvent({ population, client: 'later' }));
  const told = [...clients.filter((_, index) => settled[index]!.status === 'fulfilled'), 'later'];
  assert.deepEqual((await events.read({ population, limit: 10 })).map((event) => event.client), told);
});

test('when too many wait, the next caller is told so', async () => {
  const population = 'queue';
  const events = testEventLog(database, { longestQueue: 3 });
  const other = await database.another();
  const waiting: Promise<void>[] = [];
  await other.transaction(async (tx) => {
    await sql`lock table event_inbox in share mode`.execute(tx);
    waiting.push(events.appendGrouped(sampleEvent({ population })));
    for (let n = 0; n < 3; n += 1) waiting.push(events.appendGrouped(sampleEvent({ population })));
    await assert.rejects(events.appendGrouped(sampleEvent({ population })), (error) => hasCode(error, 'server.busy'));
  });
  await Promise.all(waiting);
  assert.equal((await events.read({ population, limit: 10 })).length, 4);
});

test('what a process was told is stored is there after kill -9', async () => {
  const population = 'killed';
  const code = `
    const { openDatabase } = await import(${JSON.stringify(import.meta.resolve('../storage/index.ts'))});
    const { createLog } = await import(${JSON.stringify(import.meta.resolve('../kernel/index.ts'))});
    const { testEventLog, sampleEvent } = await import(${JSON.stringify(import.meta.resolve('./testing.ts'))});
    const log = createLog({ level: 'silent' });
    const database = await openDatabase({ target: ${JSON.stringify(database.target)}, log });
    const events = testEventLog(database);
    const append = async (lane) => {
      for (let n = 0; ; n += 1) {
        const client = lane + '-' + n;
        await events.appendGrouped(sampleEvent({ population: ${JSON.stringify(population)}, client }));
        console.log(client);
      }
    };
    for (let lane = 0; lane < 8; lane += 1) void append(lane);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  const told: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    told.push(line);
    if (told.length === 300) child.kill('SIGKILL');
  }
  assert.ok(told.length >= 300);
  const { rows } = await sql<{ client: string }>`
    select client from event_inbox where population = ${population}`.execute(database.db);
  const stored = new Set(rows.map((row) => row.client));
  assert.deepEqual(told.filter((client) => !stored.has(client)), []);
});

test('the personal part is sealed, opened on request only, and gone with its key', async () => {
  const sealer = memorySealer();
  const events = testEventLog(database, { sealer });
  const population = 'personal';
  const personal = { clientAddress: '192.0.2.7', userAgent: 'Lantern/1' };
  await events.append(database.db, sampleEvent({ population, principal, personal }));
  await events.appendGrouped(sampleEvent({ population, principal, personal }));
  const { rows } = await sql<{ text: string }>`
    select e::text as text from event_inbox e where population = ${population}`.execute(database.db);
  for (const clear of ['192.0.2.7', Buffer.from('192.0.2.7').toString('hex')]) {
    assert.ok(rows.every((row) => !row.text.includes(clear)));
  }
  await events.settle();
  assert.ok((await events.read({ population, limit: 10 })).every((event) => !('personal' in event)));
  const opened = await events.read({ population, limit: 10, unseal: true });
  assert.deepEqual(opened.map((event) => event.personal), [personal, personal]);
  sealer.forget(population, principal);
  const erased = await events.latest({ population, limit: 10, unseal: true });
  assert.deepEqual(erased.map((event) => event.personal), ['erased', 'erased']);
  await events.append(database.db, sampleEvent({ population, principal, personal }));
  assert.equal((await events.latest({ population, limit: 1, unseal: true }))[0]!.personal, undefined);
});

function stepEntered(population: string, step: string): NewEvent<'run.step_entered'> {
  return { type: 'run.step_entered', population, actor: { kind: 'system' }, open: { step, kind: 'password' } };
}

test('events of one transaction are written together, and fail it together', async () => {
  const events = testEventLog(database);
  const population = 'together';
  await database.transaction(async (tx) => {
    await events.append(tx, sampleEvent({ population }));
    await events.append(tx, sampleEvent({ population }));
    assert.equal((await sql`select 1 from event_inbox where population = ${population}`.execute(tx)).rows.length, 0);
  });
  assert.equal((await events.read({ population, limit: 10 })).length, 2);
  const trigger = sql`create function refuse() returns trigger language plpgsql as $$ begin raise 'no'; end $$;
    create trigger refuse before insert on event_inbox for each row when (new.population = 'refused') execute function refuse()`;
  await trigger.execute(database.db);
  await assert.rejects(database.transaction(async (tx) => {
    await events.append(tx, sampleEvent({ population }));
    await events.append(tx, sampleEvent({ population: 'refused' }));
  }), /no/);
  await sql`drop trigger refuse on event_inbox; drop function refuse`.execute(database.db);
  assert.equal((await events.read({ population, limit: 10 })).length, 2);
});

test('an event is told in the chain of what it is about, and a simulation tells of nothing real', async () => {
  const about = newId(new Date(), simulatedRandomness);
  const real = testEventLog(database);
  await real.append(database.db, sampleEvent({ principal: about }), sampleEvent({ client: 'job of the server', run: about }));
  const found = await real.latest({ origin: 'simulated', limit: 2 });
  assert.deepEqual(found.map((event) => event.principal ?? event.run), [about, about]);
  const simulation = testEventLog(database, { random: simulatedRandomness });
  await simulation.append(database.db, sampleEvent({ client: 'names nobody' }));
  assert.deepEqual((await real.latest({ origin: 'simulated', limit: 1 })).map(({ client }) => client), ['names nobody']);
  await assert.rejects(simulation.append(database.db, sampleEvent({ principal })), /tells of something real/);
});
