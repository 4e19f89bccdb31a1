import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { lookUp } from './look-up.ts';
import { testDatabase } from './testing.ts';

const database = await testDatabase();

interface Half { readonly half: number; readonly asked: string }

/** Halves even numbers; `asked` tells statements apart. */
const half = lookUp<number, Half, Half | undefined>({
  by: { value: ['uuid', (key) => `00000000-0000-4000-8000-${String(key).padStart(12, '0')}`] },
  find: `select n, number / 2 as half, statement_timestamp() as asked
    from (select n, right(value::text, 12)::int as number from asked) numbers where number % 2 = 0`,
  found: ([row]) => row,
});
const length = lookUp<string, { length: number; asked: string }, { length: number; asked: string }>({
  by: { text: ['text', (key) => key] },
  find: 'select n, length(text) as length, statement_timestamp() as asked from asked',
  found: ([row]) => row!,
});

test('whatever is asked in one turn goes in one statement, and each gets their own answer', async () => {
  const [halves, lengths] = await Promise.all([
    Promise.all([4, 3, 10, 4, 0].map((key) => half(database.db, key))),
    Promise.all(['a', "it's \"ü\" \\", ''].map((key) => length(database.db, key))),
  ]);
  assert.deepEqual(halves.map((found) => found?.half), [2, undefined, 5, 2, 0]);
  assert.deepEqual(lengths.map((found) => found.length), [1, 10, 0]);
  assert.equal(new Set([...halves, ...lengths].flatMap((found) => found?.asked ?? [])).size, 1);
});

test('whoever comes meanwhile goes with the next', async () => {
  const [first, later] = await Promise.all([
    length(database.db, 'a'), new Promise(setImmediate).then(() => Promise.all([length(database.db, 'b'), half(database.db, 2)]))]);
  assert.notEqual(first.asked, later[0].asked);
  assert.equal(later[0].asked, later[1]?.asked);
});

test('within a transaction each goes by itself, and sees what that has written', async () => {
  await sql`create table number (value int)`.execute(database.db);
  const count = lookUp<string, { count: number }, number>({
    by: { text: ['text', (key) => key] },
    find: 'select n, (select count(*) from number) as count from asked',
    found: ([row]) => row!.count,
  });
  await database.transaction(async (tx) => {
    await sql`insert into number values (1)`.execute(tx);
    assert.equal(await count(tx, ''), 1);
    assert.equal(await count(database.db, ''), 0);
  });
});

test('a key that the database refuses fails alone, whatever it was asked with', async () => {
  const settled = await Promise.allSettled([half(database.db, 2), half(database.db, 1e13), length(database.db, 'abc'), half(database.db, 4)]);
  assert.deepEqual(settled.map(({ status }) => status), ['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
  assert.deepEqual(settled.flatMap((each) => (each.status === 'fulfilled' ? Object.values(each.value ?? {})[1] : [])), [1, 3, 2]);
});

test('moments, bytes and nothing come and go as they are', async () => {
  interface Row { readonly later: Date; readonly never: Date | null; readonly bytes: number; readonly nothing: boolean }
  const back = lookUp<{ at: Date; bytes: Buffer }, Row, Row>({
    by: { at: ['timestamptz', ({ at }) => at], bytes: ['bytea', ({ bytes }) => bytes], nothing: ['text', () => null] },
    find: `select n, at + interval '1 hour' as later, null::timestamptz as never, length(bytes) as bytes, nothing is null as nothing from asked`,
    moments: ['later', 'never'],
    found: ([row]) => row!,
  });
  const found = await back(database.db, { at: new Date('2026-03-29T00:59:59.999Z'), bytes: Buffer.from([0, 255, 92]) });
  assert.deepEqual({ ...found, n: 1 }, { n: 1, later: new Date('2026-03-29T01:59:59.999Z'), never: null, bytes: 3, nothing: true });
});

test('PostgreSQL keeps one plan, however many are asked', async () => {
  const one = await database.another();
  for (let round = 0; round < 14; round += 1) await Promise.all(Array.from({ length: 1 + round % 4 }, (_, place) => length(one.db, `${place}`)));
  const { rows } = await sql<{ generic: number; custom: number }>`
    select generic_plans as generic, custom_plans as custom from pg_prepared_statements where statement like '%length(text)%'`.execute(one.db);
  assert.equal(rows.length, 1);
  assert.ok(rows[0]!.generic >= 5, JSON.stringify(rows));
});
