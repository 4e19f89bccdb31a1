/** Starts that are cut short or cannot succeed. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { freePort, homeOf, postmasterOf, programFolder, startProgram } from './test-program.ts';
import { until } from './test-waiting.ts';

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
