import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { hasCode } from '../kernel/index.ts';
import { groupsOf, inGroups, inPlace } from './groups.ts';
import { testDatabase } from './testing.ts';

const database = await testDatabase();

/** Halves whole numbers by the database, and counts how often that was asked. */
function halving() {
  const groups: number[] = [];
  const half = inGroups<number, number | undefined>(async (db, keys) => {
    groups.push(keys.length);
    const { rows } = await sql<{ n: number; half: number }>`
      select n, value / 2 as half from unnest(${[...keys]}::int[]) with ordinality as asked (value, n) where value % 2 = 0`.execute(db);
    return inPlace(keys.length, rows, (row) => row.half);
  });
  return { groups, half };
}

test('who asks at the same moment goes together, whoever comes meanwhile with the next group, and each gets their own answer', async () => {
  const { groups, half } = halving();
  const answers = await Promise.all([4, 3, 10, 4, 0].map((key) => half(database.db, key)));
  assert.deepEqual(answers, [2, undefined, 5, 2, 0]);
  assert.deepEqual(groups, [5]);
  await Promise.all([half(database.db, 1), new Promise(setImmediate).then(() => Promise.all([half(database.db, 2), half(database.db, 3)]))]);
  assert.deepEqual(groups, [5, 1, 2]);
});

test('within a transaction each goes by itself, and sees what that has written', async () => {
  await sql`create table number (value int)`.execute(database.db);
  const count = inGroups<string, number>(async (db, keys) => {
    const { rows } = await sql<{ count: number }>`select count(*) from number`.execute(db);
    return keys.map(() => rows[0]!.count);
  });
  await database.transaction(async (tx) => {
    await sql`insert into number values (1)`.execute(tx);
    assert.equal(await count(tx, ''), 1);
    assert.equal(await count(database.db, ''), 0);
  });
});

test('a key that the database refuses fails alone', async () => {
  const uuids = inGroups<string, string>(async (db, keys) => {
    const { rows } = await sql<{ key: string }>`select key::text from unnest(${[...keys]}::uuid[]) key`.execute(db);
    return rows.map(({ key }) => key);
  });
  const good = '00000000-0000-4000-8000-000000000000';
  const settled = await Promise.allSettled([good, 'x', good].map((key) => uuids(database.db, key)));
  assert.deepEqual(settled.map(({ status }) => status), ['fulfilled', 'rejected', 'fulfilled']);
});

test('when too many wait, the next one is told so, and nothing is lost', async () => {
  let release = (): void => undefined;
  const gate = new Promise<void>((resolve) => { release = resolve; });
  const add = groupsOf<number, number>(async (group) => {
    await gate;
    return group.map((each) => each + 1);
  }, { longestQueue: 2, largest: 1 });
  const waiting = [add(1), add(2), add(3)];
  await assert.rejects(add(4), (error) => hasCode(error, 'server.busy'));
  release();
  assert.deepEqual(await Promise.all(waiting), [2, 3, 4]);
});
