import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testKeys } from '../keys/testing.ts';
import { day, hour, minute, movableClock, newId, second, simulatedRandomness, systemRandomness } from '../kernel/index.ts';
import { createListener, type Database } from '../storage/index.ts';
import { silentLog, testDatabase } from '../storage/testing.ts';
import {
  createInbox, createMessages, removeOldMessages, smtpTransport, startMessageWorker, type Envelope, type MessageWorker,
  type RenderMail, type Transport,
} from './index.ts';
import { UndeliverableMail, type OutgoingMail } from './messages.ts';
import { testMailServer } from './testing.ts';

const database = await testDatabase();
const clock = movableClock(new Date('2026-03-01T12:00:00Z'));
const { events, sealer: sealed } = testKeys(database, { clock });
const sealer = {
  seal: (context: string, plain: Buffer) => sealed.seal('message', context, plain),
  open: (context: string, bytes: Buffer) => sealed.open('message', context, bytes),
};
const messages = createMessages({ events, sealer, clock, random: systemRandomness });
const render: RenderMail = async ({ message }) => ({
  subject: `About: ${message.kind}`, text: JSON.stringify(message), html: '<p>Hello</p>',
});

const envelope = (parts: Partial<Envelope> = {}): Envelope => ({
  population: 'customers', to: 'maria@example.org', locale: null, principal: newId(clock(), systemRandomness),
  message: { kind: 'code', code: '123456', minutes: 10, purpose: 'sign-in' }, ...parts,
});
const invitation = { kind: 'invitation', link: 'https://id.example/invite/abc', minutes: 1_440, isInUse: false } as const;

async function queue(parts: Partial<Envelope> = {}): Promise<string> {
  const queued = envelope(parts);
  await database.transaction((tx) => messages.queue(tx, queued));
  return queued.principal!;
}

/** A way out that does what the test says at each try. */
function scripted(...script: (Error | undefined)[]): Transport & { readonly tried: OutgoingMail[] } {
  const tried: OutgoingMail[] = [];
  return {
    tried,
    send: async (mail) => {
      tried.push(mail);
      const fault = script.shift();
      if (fault) throw fault;
    },
    close: async () => undefined,
  };
}

const silent = { on: async () => undefined };
/** Pauses without jitter. */
const steady = (length: number): Buffer => Buffer.alloc(length, 127);
/** A worker that looks only when told to. */
const worker = (transport: Transport, on: Pick<Database, 'db' | 'transaction'> = database): Promise<MessageWorker> =>
  startMessageWorker({
    database: on, listener: silent, events, sealer, render, transport, clock, random: steady, log: silentLog,
  });

async function told(principal: string): Promise<unknown[]> {
  await events.settle();
  const found = await events.read({ population: 'customers', principal, limit: 100 });
  return found.map(({ type, open: { attempt, final } }) => [type, ...(attempt === undefined ? [] : [attempt]),
    ...(final === undefined ? [] : [final])]);
}

const temporary = new Error('451 not now');

test('a message goes to the mail server at once after the commit, and only then', async () => {
  const server = await testMailServer();
  const listener = createListener(database, silentLog);
  const running = await startMessageWorker({
    database, listener, events, sealer, render, transport: smtpTransport(server.url, 'no-reply@shop.example'), clock,
    random: systemRandomness, log: silentLog,
  });
  const queued = envelope();
  await assert.rejects(database.transaction(async (tx) => {
    await messages.queue(tx, envelope({ to: 'never@example.org' }));
    throw new Error('rolled back');
  }), /rolled back/);
  await database.transaction((tx) => messages.queue(tx, queued));
  await server.arrived(1);
  await running.close();
  await listener.close();
  assert.deepEqual(server.received.map(({ to }) => to), [['maria@example.org']]);
  assert.match(server.received[0]!.raw, /123456/);
  assert.deepEqual(await told(queued.principal!), [['message.queued'], ['message.sent', 1]]);
});

test('what waits is sealed, and nothing of it is left when it has gone', async () => {
  await queue({ to: 'sealed@example.org', message: { kind: 'code', code: '987654', minutes: 10, purpose: 'sign-in' } });
  const everything = async (): Promise<string> => {
    const { rows } = await sql<{ text: string }>`
      select coalesce(string_agg(to_jsonb(o)::text || coalesce(encode(sealed, 'escape'), ''), ''), '') as text
      from message_outbox o`.execute(database.db);
    return rows[0]!.text;
  };
  assert.doesNotMatch(await everything(), /987654|sealed@example/);
  const transport = scripted();
  const running = await worker(transport);
  await running.drain();
  await running.close();
  assert.equal(transport.tried[0]!.to, 'sealed@example.org');
  const { rows } = await sql`select from message_outbox where sealed is not null`.execute(database.db);
  assert.equal(rows.length, 0);
});

test('a failure for now is tried again after a growing pause, under the same id', async () => {
  const principal = await queue({ message: invitation });
  const transport = scripted(temporary, temporary);
  const running = await worker(transport);
  await running.drain();
  assert.equal(transport.tried.length, 1);
  clock.advance(4 * second);
  await running.drain();
  assert.equal(transport.tried.length, 1);
  clock.advance(2 * second);
  await running.drain();
  assert.equal(transport.tried.length, 2);
  clock.advance(20 * second);
  await running.drain();
  await running.close();
  assert.equal(new Set(transport.tried.map(({ id }) => id)).size, 1);
  assert.deepEqual(await told(principal),
    [['message.queued'], ['message.failed', 1, false], ['message.failed', 2, false], ['message.sent', 3]]);
});

test('a refusal for good ends it at once', async () => {
  const principal = await queue();
  const transport = scripted(new UndeliverableMail('550'));
  const running = await worker(transport);
  await running.drain();
  clock.advance(hour);
  await running.drain();
  await running.close();
  assert.equal(transport.tried.length, 1);
  assert.deepEqual(await told(principal), [['message.queued'], ['message.failed', 1, true]]);
});

test('a code is given up when it has expired, an invitation after eight tries', async () => {
  const late = scripted(...Array.from({ length: 50 }, () => temporary));
  const running = await worker(late);
  const code = await queue();
  const link = await queue({ message: invitation });
  const start = clock().getTime();
  for (let minutes = 0; minutes < 600; minutes += 1) {
    await running.drain();
    clock.advance(minute);
  }
  await running.close();
  const triedAt = late.tried.filter(({ kind }) => kind === 'code').map(({ at }) => at.getTime() - start);
  assert.ok(triedAt.length >= 3 && triedAt.every((at) => at < 10 * minute));
  assert.deepEqual((await told(code)).at(-1), ['message.failed', triedAt.length, true]);
  assert.deepEqual((await told(link)).at(-1), ['message.failed', 8, true]);
  const { rows } = await sql`select from message_outbox where settled_at is null`.execute(database.db);
  assert.equal(rows.length, 0);
});

test('a message that nobody could send in its time is not sent after it', async () => {
  const principal = await queue();
  clock.advance(11 * minute);
  const transport = scripted();
  const running = await worker(transport);
  await running.drain();
  await running.close();
  assert.equal(transport.tried.length, 0);
  assert.deepEqual(await told(principal), [['message.queued'], ['message.failed', 1, true]]);
});

test('two servers with two workers send each message once', async () => {
  const sent = new Map<string, number>();
  const transport: Transport = {
    send: async ({ id }) => {
      sent.set(id, (sent.get(id) ?? 0) + 1);
    },
    close: async () => undefined,
  };
  await Promise.all(Array.from({ length: 40 }, () => queue()));
  const workers = [await worker(transport), await worker(transport, await database.another())];
  await Promise.all(workers.map((each) => each.drain()));
  for (const each of workers) await each.close();
  assert.equal(sent.size, 40);
  assert.ok([...sent.values()].every((times) => times === 1));
});

test('what a worker left behind when it died is taken over, and its late word counts for nothing', async () => {
  const principal = await queue({ message: invitation });
  const stuck = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const dying = await worker({
    send: () => {
      begun.resolve();
      return stuck.promise;
    },
    close: async () => undefined,
  });
  const drained = dying.drain();
  await begun.promise;
  const other = scripted();
  const living = await worker(other);
  await living.drain();
  assert.equal(other.tried.length, 0, 'still in the hands of the first');
  clock.advance(3 * minute);
  await living.drain();
  assert.equal(other.tried.length, 1);
  stuck.reject(temporary);
  await drained;
  for (const each of [dying, living]) await each.close();
  assert.deepEqual(await told(principal), [['message.queued'], ['message.sent', 2]]);
});

test('somebody who waits for a code is not held up by a thousand invitations', async () => {
  await Promise.all(Array.from({ length: 10 }, () => queue({ message: invitation })));
  clock.advance(second);
  await queue();
  const transport = scripted();
  // Four go at once, in an order that nobody promises: none ends before all four are under way.
  const four = Promise.withResolvers<void>();
  const running = await worker({
    ...transport,
    send: async (mail) => {
      await transport.send(mail);
      if (transport.tried.length === 4) four.resolve();
      await four.promise;
    },
  });
  await running.drain();
  await running.close();
  assert.equal(transport.tried.length, 11);
  assert.ok(transport.tried.slice(0, 4).some(({ kind }) => kind === 'code'), 'it is taken before the ten that came earlier');
});

test('a message that cannot be rendered waits for a mended server; a bad address is not queued at all', async () => {
  const principal = await queue({ message: invitation });
  const running = await startMessageWorker({
    database, listener: silent, events, sealer, transport: scripted(), clock, random: systemRandomness, log: silentLog,
    render: async () => { throw new Error('no words'); },
  });
  await running.drain();
  await running.close();
  assert.deepEqual(await told(principal), [['message.queued'], ['message.failed', 1, false]]);
  await assert.rejects(queue({ to: 'maria@example.org\r\nBcc: thief@example.org' }), { code: 'identifier.invalid' });
});

test('the development inbox keeps the newest 200 sealed, each once', async () => {
  const inbox = createInbox({ database, sealer });
  const mail = (number: number): OutgoingMail => ({
    id: newId(clock(), systemRandomness), population: 'customers', kind: 'code', to: 'maria@example.org',
    subject: `Mail ${number}`, text: 'Your code is 123456.', html: '<p>123456</p>', at: clock(),
  });
  for (let number = 1; number <= 203; number += 1) {
    clock.advance(1);
    const each = mail(number);
    await inbox.transport.send(each);
    if (number === 203) await inbox.transport.send(each);
  }
  const list = await inbox.list(1_000);
  assert.equal(list.length, 200);
  assert.deepEqual(list.slice(0, 2).map(({ subject }) => subject), ['Mail 203', 'Mail 202']);
  assert.equal((await inbox.list()).length, 50);
  assert.deepEqual(await inbox.read(list[5]!.id), list[5]);
  assert.equal(await inbox.read('no id'), undefined);
  const { rows } = await sql`select from message_inbox where encode(sealed, 'escape') like '%123456%'`
    .execute(database.db);
  assert.equal(rows.length, 0);
  await inbox.clear();
  assert.deepEqual(await inbox.list(), []);
});

test('traces of settled messages go after a week, what waits stays', async () => {
  await queue({ message: invitation });
  await removeOldMessages(database.db, new Date(clock().getTime() + 8 * day));
  const { rows } = await sql<{ settled: boolean }>`select settled_at is not null as settled from message_outbox`
    .execute(database.db);
  assert.ok(rows.length > 0 && rows.every(({ settled }) => !settled));
});

test('nothing is sent to somebody who is made up', async () => {
  const before = await sql<{ count: number }>`select count(*)::int as count from message_outbox`.execute(database.db);
  await queue({ principal: newId(clock(), simulatedRandomness) });
  const after = await sql<{ count: number }>`select count(*)::int as count from message_outbox`.execute(database.db);
  assert.deepEqual(after.rows, before.rows);
});
