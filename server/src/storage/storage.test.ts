import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { hasCode, movableClock } from '../kernel/index.ts';
import { explainStorageError, openDatabase } from './database.ts';
import { createListener, notify } from './listen.ts';
import { digestOf, migrate, type Migration } from './migrate.ts';
import { statementNames } from './prepared.ts';
import { emptyDatabase, silentLog, testDatabase } from './testing.ts';

const migration = (number: number, text: string): Migration => (
  { number, name: `${String(number).padStart(4, '0')}-made-up`, sql: text, digest: digestOf(text) });
const first = migration(9001, 'create table made_up (n int)');
const second = migration(9002, 'alter table made_up add column m int');

async function fresh(): ReturnType<typeof openDatabase> {
  return openDatabase({ target: await emptyDatabase(), log: silentLog, poolSize: 4 });
}

test('servers that start at once migrate once', async () => {
  const target = await emptyDatabase();
  const servers = await Promise.all(Array.from({ length: 6 }, () => openDatabase({ target, log: silentLog, poolSize: 2 })));
  const ran = await Promise.all(servers.map((server) => migrate(server, [first, second])));
  assert.deepEqual(ran.flat().sort(), [first.name, second.name]);
  for (const server of servers) await server.close();
});

test('a migration that fails changes nothing and can be mended', async () => {
  const database = await fresh();
  const broken = migration(9002, 'alter table made_up add column m int; select no_such_function()');
  await assert.rejects(migrate(database, [first, broken]), /9002-made-up failed and changed nothing/);
  assert.deepEqual(await migrate(database, [first, second]), [second.name]);
  await database.close();
});

test('a database of a newer version is refused', async () => {
  const database = await fresh();
  await migrate(database, [first, second]);
  await assert.rejects(migrate(database, [first]), (error) => hasCode(error, 'storage.newer'));
  await database.close();
});

test('a migration whose content changed after it ran is refused', async () => {
  const database = await fresh();
  await migrate(database, [first]);
  const changed = migration(9001, 'create table made_up (n bigint)');
  await assert.rejects(migrate(database, [changed]), (error) => hasCode(error, 'storage.changed_migration'));
  await database.close();
});

test('a database that is missing or unreachable is named as such', async () => {
  const target = await emptyDatabase();
  await assert.rejects(
    openDatabase({ target: { ...target, database: 'no_such' }, log: silentLog }), (error) => hasCode(error, 'storage.missing'));
  await assert.rejects(
    openDatabase({ target: 'postgres://127.0.0.1:1/none', log: silentLog }), (error) => hasCode(error, 'storage.unreachable'));
  assert.equal(hasCode(explainStorageError(new Error('something else')), 'storage.unreachable'), false);
});

test('closing leaves no connection open, used or not', async () => {
  for (const use of [false, true]) {
    const database = await fresh();
    if (use) await sql`select 1`.execute(database.db);
    await database.close();
    await database.close();
    assert.deepEqual([database.pool.ended, database.pool.totalCount], [true, 0]);
  }
});

test('a transaction that throws leaves nothing behind', async () => {
  const database = await fresh();
  await migrate(database, [first]);
  await assert.rejects(database.transaction(async (tx) => {
    await sql`insert into made_up values (1)`.execute(tx);
    throw new Error('no');
  }), /no/);
  const { rows } = await sql`select * from made_up`.execute(database.db);
  assert.deepEqual(rows, []);
  await database.close();
});

test('a notification arrives when its transaction commits, also after the listening connection broke', async () => {
  const database = await testDatabase();
  const listener = createListener(database, silentLog);
  const heard: (string | undefined)[] = [];
  let wake = (): void => undefined;
  await listener.on('made_up', (payload) => {
    heard.push(payload);
    wake();
  });
  const hear = (wanted: string | undefined): Promise<void> => new Promise((resolve) => {
    wake = () => { if (heard.includes(wanted)) resolve(); };
    wake();
  });
  await database.transaction((tx) => notify(tx, 'made_up', 'one'));
  await hear('one');
  heard.length = 0;
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'limen-listen' and datname = current_database()`.execute(database.db);
  await hear(undefined);
  await database.transaction((tx) => notify(tx, 'made_up', 'two'));
  await hear('two');
  await listener.close();
});

test('a movable clock stands still until moved', () => {
  const clock = movableClock(new Date(0));
  clock.advance(5);
  assert.equal(clock().getTime(), 5);
});

test('statements that come often are kept on their connection, and parsed anew when a table changes', async () => {
  const database = await openDatabase({ target: await emptyDatabase(), log: silentLog, poolSize: 1 });
  await sql`create table kept (n int, m int)`.execute(database.db);
  await sql`insert into kept values (1, 10), (2, 20)`.execute(database.db);
  const look = (n: number) => sql`select * from kept where n = ${n}`.execute(database.db);
  for (let round = 0; round < 10; round += 1) assert.deepEqual((await look(2)).rows, [{ n: 2, m: 20 }]);
  const keeps = async () => (
    await sql<{ kept: number }>`select count(*) as kept from pg_prepared_statements where statement like '%from kept%'`
      .execute(database.db)).rows[0]!.kept;
  assert.equal(await keeps(), 1);
  await sql`alter table kept add column o int default 5`.execute(database.db);
  assert.deepEqual((await look(1)).rows, [{ n: 1, m: 10, o: 5 }]);
  for (let round = 0; round < 5; round += 1) assert.deepEqual((await look(2)).rows, [{ n: 2, m: 20, o: 5 }]);
  await sql`alter table kept drop column o`.execute(database.db);
  await assert.rejects(database.transaction(async (tx) => {
    await sql`insert into kept values (3, 30)`.execute(tx);
    await sql`select * from kept where n = ${1}`.execute(tx);
  }));
  assert.deepEqual((await look(3)).rows, [], 'the transaction did nothing');
  await database.close();
});

test('a statement that is rare, or one too many, is not kept', () => {
  const names = statementNames();
  const often = (text: string) => Array.from({ length: 4 }, () => names.of(text));
  assert.deepEqual(often('select 1').map((name) => name !== undefined), [false, false, false, true]);
  const kept = Array.from({ length: 300 }, (_, n) => often(`select ${n + 2}`)[3]).filter((name) => name !== undefined);
  assert.equal(kept.length, 199);
  assert.equal(new Set([...kept, names.of('select 1')]).size, 200);
});
