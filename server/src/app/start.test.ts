/** Starts that are cut short or cannot succeed. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { test } from 'node:test';
import { testDatabase } from '../storage/testing.ts';
import { sayError } from './banner.ts';
import { readConfig } from './config.ts';
import { runServer } from './run-server.ts';
import { contentsOf } from './test-contents.ts';
import { freePort, homeOf, postmasterOf, programFolder, startProgram } from './test-program.ts';
import { until } from './test-waiting.ts';
import { connectionString, startTestServer } from './testing.ts';

test('a first start cut short in the middle of making the database leaves nothing in the way of the next', async () => {
  const given = { dataFolder: await programFolder(), port: await freePort() };
  const half = startProgram(given);
  await until('the database is being made', async () => {
    const home = await homeOf(given.dataFolder);
    const [made] = readdirSync(home).filter((name) => name.startsWith('initdb-'));
    return made !== undefined && readdirSync(`${home}/${made}/made`).includes('PG_VERSION');
  });
  half.signal('SIGKILL');
  await half.ended;
  const next = startProgram(given);
  await next.ready();
  next.signal('SIGTERM');
  assert.deepEqual(await next.ended, { code: 0, signal: null });
  assert.equal(await postmasterOf(given.dataFolder), undefined);
});

test('told to stop while it starts, it leaves no database running', async () => {
  const given = { dataFolder: await programFolder(), port: await freePort() };
  const server = startProgram(given);
  await until('the database runs', () => postmasterOf(given.dataFolder));
  server.signal('SIGTERM');
  assert.deepEqual(await server.ended, { code: 0, signal: null });
  assert.equal(await postmasterOf(given.dataFolder), undefined);
});

test('a new data folder where one was thrown away starts afresh, and leaves alone what that one has left', async (t) => {
  const given = { dataFolder: await programFolder(), port: await freePort() };
  const live = async (): Promise<string> => {
    const server = startProgram(given);
    await server.ready();
    const home = await homeOf(given.dataFolder);
    server.signal('SIGTERM');
    await server.ended;
    return home;
  };
  const before = await live();
  t.after(() => rm(before, { recursive: true, force: true }));
  await rm(given.dataFolder, { recursive: true });
  await mkdir(given.dataFolder);
  const since = await live();
  assert.equal(await live(), since, 'and it stays there');
  // As an ordinary user all of it lies in the data folder, and went with it.
  const isRoot = process.getuid?.() === 0;
  assert.equal(since === before, !isRoot);
  if (isRoot) assert.ok(readdirSync(`${before}/data`).includes('PG_VERSION'));
});

const secret = randomBytes(32).toString('base64');
const mail = { LIMEN_SMTP_URL: 'smtp://localhost', LIMEN_MAIL_FROM: 'no-reply@id.example' };

test('a start that cannot succeed says why and what to do, and changes nothing', async () => {
  const [empty, newer] = [await testDatabase({ poolSize: 2 }), await testDatabase({ poolSize: 2 })];
  await newer.pool.query(`insert into limen_migration (number, name, digest) values (9999, '9999-from-tomorrow', '')`);
  const used = await startTestServer();
  const given = connectionString(empty.target);
  const cases: readonly [environment: Record<string, string>, words: RegExp][] = [
    [{ DATABASE_URL: given.replace(empty.name, 'no_such_database') },
      /The named database does not exist.*no_such_database.*\(storage\.missing\)[^]*Create it/],
    [{ DATABASE_URL: 'postgresql://limen:hidden@127.0.0.1:1/limen' },
      /The database cannot be reached.*\(storage\.unreachable\)[^]*Check DATABASE_URL/],
    [{ DATABASE_URL: connectionString(newer.target) }, /a newer Limen: it has 9999-from-tomorrow \(storage\.newer\)/],
    [{ DATABASE_URL: given, LIMEN_MASTER_KEY: '' }, /\(keys\.master_missing\)[^]*Set LIMEN_MASTER_KEY/],
    [{ DATABASE_URL: given, LIMEN_MASTER_KEY: 'short' }, /LIMEN_MASTER_KEY|master key/],
    [{ DATABASE_URL: used.config.databaseUrl!.reveal(), LIMEN_URL: used.config.url }, /\(keys\.master_wrong\)/],
    [{ DATABASE_URL: given, LIMEN_BIND: '0.0.0.0' }, /No mail server is set \(messages\.unconfigured\)[^]*Set LIMEN_SMTP_URL/],
    [{ DATABASE_URL: given, LIMEN_URL: 'https://id.example', ...mail },
      /\(config\.invalid\)[^]*LIMEN_HOST_CUSTOMERS[^]*LIMEN_HOST_WORKFORCE[^]*LIMEN_CONSOLE_URL/],
    [{ DATABASE_URL: given, LIMEN_URL: 'nowhere' }, /LIMEN_URL is no URL → Write scheme and host/],
  ];
  const pools = [empty.pool, newer.pool, used.ground.database.pool];
  // A database takes note of the master key at the first start that reaches it.
  const contents = () => Promise.all(pools.map((pool) => contentsOf(pool, ['key_check'])));
  const before = await contents();
  const folder = await programFolder();
  for (const [environment, words] of cases) {
    const told = await wordsOfFailure({ LIMEN_MASTER_KEY: secret, LIMEN_DATA: folder, PORT: String(await freePort()), ...environment });
    assert.match(told, words);
    assert.doesNotMatch(told, /hidden|    at /);
  }
  assert.deepEqual(await contents(), before);
  const program = startProgram({
    dataFolder: folder, port: await freePort(),
    environment: { DATABASE_URL: connectionString(newer.target), LIMEN_MASTER_KEY: secret },
  });
  assert.deepEqual(await program.ended, { code: 1, signal: null });
  assert.match(program.said(), cases[2]![1]);
});

test('a port that is taken is told, and nothing goes on running', async () => {
  const blocker = createServer();
  await new Promise<void>((resolve) => { blocker.listen(0, '127.0.0.1', resolve); });
  const { port } = blocker.address() as AddressInfo;
  const { target, pool } = await testDatabase({ poolSize: 2 });
  const told = await wordsOfFailure({
    DATABASE_URL: connectionString(target), LIMEN_MASTER_KEY: secret, LIMEN_DATA: await programFolder(), PORT: String(port),
  });
  assert.match(told, new RegExp(`port ${port} is in use by another program; stop it or set PORT \\(config\\.invalid\\)`));
  await until('no other connection is open', async () => {
    const { rowCount } = await pool.query(
      'select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()');
    return rowCount === 0;
  });
  blocker.close();
});

/** What the program says when it cannot start in this environment. */
async function wordsOfFailure(environment: Record<string, string>): Promise<string> {
  let words = '';
  const error: unknown = await (async () => runServer(readConfig({ LIMEN_LOG_LEVEL: 'silent', ...environment }, '/')))()
    .then(async (server) => server.stop(), (reason: unknown) => reason);
  sayError({ write: (text) => { words += text; } }, error);
  return words;
}
