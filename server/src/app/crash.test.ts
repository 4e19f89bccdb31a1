/** The server as an operator runs it, with the embedded PostgreSQL: killed, started twice at once, told to stop. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { localSocket } from '../../../contract/local-socket.ts';
import { testLoad } from './test-load.ts';
import { freePort, isRunning, postmasterOf, programFolder, startProgram } from './test-program.ts';
import { until } from './test-waiting.ts';

const given = {
  dataFolder: await programFolder(), port: await freePort(), environment: { LIMEN_TRUSTED_PROXIES: '127.0.0.1' },
};
const first = startProgram(given);
await first.ready();
const load = await testLoad(first);
const more = (tokens: number, accounts: number) => {
  const [hadTokens, hadAccounts] = [load.tokens.length, load.accounts.length];
  return () => load.tokens.length >= hadTokens + tokens && load.accounts.length >= hadAccounts + accounts;
};

test('a database killed under load comes back by itself, and nothing acknowledged is lost', async () => {
  const work = load.start();
  await until('there is load', more(60, 2));
  const killed = (await postmasterOf(given.dataFolder))!;
  process.kill(killed, 'SIGKILL');
  await until('work goes on', more(60, 1));
  await work.stop();
  assert.notEqual(await postmasterOf(given.dataFolder), killed);
  assert.equal(await isRunning(first.pid), true);
  await load.assertNothingLost();
});

test('a second server on the same data folder is refused, and the first is not disturbed', async () => {
  const second = startProgram({ ...given, port: await freePort() });
  const { code } = await second.ended;
  assert.equal(code, 1);
  assert.match(second.said(), /Another Limen server uses this data folder.*\(storage\.in_use\)/);
  assert.equal((await first.fetch(`${first.url}/health/ready`)).status, 200);
  assert.equal((await first.operator.ask('GET', '/status')).status, 200);
});

test('a server killed under load leaves nothing lost and nothing in the way of the next start', async () => {
  const work = load.start();
  await until('there is load', more(60, 2));
  first.signal('SIGKILL');
  await first.ended;
  await work.stop();
  const orphan = (await postmasterOf(given.dataFolder))!;
  const next = startProgram(given);
  await next.ready();
  assert.equal(await isRunning(orphan), false);
  assert.notEqual(await postmasterOf(given.dataFolder), orphan);
  await load.assertNothingLost();
  next.signal('SIGTERM');
  assert.deepEqual(await next.ended, { code: 0, signal: null });
});

test('killed together with its database in the middle of the first start, the next start begins anew', async () => {
  const cut = { dataFolder: await programFolder(), port: await freePort() };
  const half = startProgram(cut);
  await until('the database is being made', () => existsSync(`${cut.dataFolder}/postgres-password`));
  half.signal('SIGKILL');
  await half.ended;
  const next = startProgram(cut);
  await next.ready();
  next.signal('SIGTERM');
  assert.deepEqual(await next.ended, { code: 0, signal: null });
  assert.equal(await postmasterOf(cut.dataFolder), undefined);
  assert.equal(existsSync(localSocket(cut.dataFolder)), false);
});
