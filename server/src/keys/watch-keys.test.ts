import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLog } from '../kernel/index.ts';
import type { Listener } from '../storage/index.ts';
import { testDatabase } from '../storage/testing.ts';
import { countChange } from './key-store.ts';
import { watchKeys } from './watch-keys.ts';

const log = createLog({ level: 'silent' });

test('what nobody announced is found by polling, once for each change, and a stopped watch is silent', async () => {
  const database = await testDatabase();
  const deaf: Listener = { on: async () => undefined, close: async () => undefined };
  await countChange(database.db, 'known');
  const heard: string[] = [];
  let next = Promise.withResolvers<void>();
  const watch = await watchKeys({ database, listener: deaf, log }, (population) => {
    heard.push(population);
    next.resolve();
  }, 5);
  await countChange(database.db, 'new');
  await next.promise;
  next = Promise.withResolvers();
  await countChange(database.db, 'known');
  await next.promise;
  await watch.stop();
  await countChange(database.db, 'known');
  assert.deepEqual(heard, ['new', 'known']);
});

test('a look that fails is tried again', async () => {
  const database = await testDatabase();
  const deaf: Listener = { on: async () => undefined, close: async () => undefined };
  const heard = Promise.withResolvers<string>();
  const failing = Promise.withResolvers<void>();
  const noting = createLog({ level: 'warn', destination: { write: () => failing.resolve() } });
  const watch = await watchKeys({ database, listener: deaf, log: noting }, heard.resolve, 5);
  await database.pool.query('alter table key_change rename to hidden');
  await failing.promise;
  await database.pool.query('alter table hidden rename to key_change');
  await countChange(database.db, 'customers');
  assert.equal(await heard.promise, 'customers');
  await watch.stop();
});
