import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../storage/testing.ts';
import { testDirectory } from './testing.ts';

const database = await testDatabase();
const { directory, person, clock, events } = await testDirectory(database);
const actor = { kind: 'system' } as const;
const told = (name: string, value: string) => ({ name, value, purpose: 'To greet you' });
const set = (ref: Awaited<ReturnType<typeof person>>, ...attributes: ReturnType<typeof told>[]) =>
  database.transaction((tx) => directory.setAttributes(tx, ref, { attributes, actor }));

test('what somebody told is kept with its purpose and time, and the event has no value in it', async () => {
  const ref = await person();
  await set(ref, told('nickname', 'Ada'));
  await set(ref, told('nickname', 'Countess'), told('birthday', '1815-12-10'));
  const kept = await directory.attributes(database.db, ref);
  assert.deepEqual(kept, [
    { ...told('birthday', '1815-12-10'), setAt: clock() }, { ...told('nickname', 'Countess'), setAt: clock() },
  ]);
  await events.settle();
  const seen = (await events.read({ ...ref, limit: 100 })).filter(({ type }) => type === 'attribute.set');
  assert.equal(seen.length, 2);
  assert.ok(!JSON.stringify(seen).includes('Countess'));
});

test('their number and length are bounded', async () => {
  const ref = await person();
  await set(ref, ...Array.from({ length: 40 }, (_, at) => told(`a${at}`, 'x')));
  await assert.rejects(set(ref, told('one-more', 'x')), { code: 'request.invalid' });
  await assert.rejects(set(ref, told('a1', 'x'.repeat(201))), { code: 'request.invalid' });
});

test('erasing somebody takes away what they told; that they agreed stays as evidence', async () => {
  const ref = await person();
  await set(ref, told('nickname', 'Ada'));
  for (let twice = 0; twice < 2; twice += 1) {
    await database.transaction((tx) => directory.acceptText(tx, ref, { text: 'terms', version: '2', actor }));
  }
  await database.transaction((tx) => directory.erase(tx, ref, actor, 'asked for'));
  assert.deepEqual(await directory.attributes(database.db, ref), []);
  assert.deepEqual(await directory.textReceipts(database.db, ref), [{ text: 'terms', version: '2', acceptedAt: clock() }]);
  await assert.rejects(set(ref, told('nickname', 'Eve')), { code: 'principal.unknown' });
});
