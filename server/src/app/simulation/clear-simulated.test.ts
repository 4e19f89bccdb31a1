/** Whatever hangs on people or runs goes with the simulated ones: each table that can, tried with a row of each origin. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId, simulatedRandomness, systemRandomness } from '../../kernel/index.ts';
import { testDatabase } from '../../storage/testing.ts';
import { clearSimulated } from './clear-simulated.ts';

const database = await testDatabase();
const { pool } = database;

interface Column { readonly table: string; readonly name: string; readonly type: string; readonly needed: boolean }

/** Tables whose ids are of no simulation, each with why. */
const apart: Readonly<Record<string, string>> = {
  client: 'applications are real: a simulation only borrows them',
  event: 'the log keeps what is simulated in partitions and a chain of its own: see simulation.test.ts',
  event_inbox: 'the same',
};

/** Every table that names a principal, a run or a session, or is one of them. */
async function tablesOfPeople(): Promise<ReadonlyMap<string, readonly Column[]>> {
  const { rows } = await pool.query<Column>(`
    select c.table_name as table, c.column_name as name, c.udt_name as type,
      c.is_nullable = 'NO' and c.column_default is null and c.is_generated = 'NEVER' and c.is_identity = 'NO' as needed
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' order by 1, c.ordinal_position`);
  const tables = Map.groupBy(rows, ({ table }) => table);
  const isOfPeople = (columns: readonly Column[]): boolean => columns.some(({ table, name, type }) => (
    type === 'uuid' && (['principal', 'run', 'session'].includes(name) || ['principal', 'journey_run', 'session'].includes(table))));
  return new Map([...tables].filter(([table, columns]) => isOfPeople(columns) && !(table in apart) && !isPartition(table)));
}

/** Partitions are reached through what they are parts of. */
const isPartition = (table: string): boolean => partitions.has(table);
const partitions = new Set((await pool.query<{ name: string }>(
  'select inhrelid::regclass::text as name from pg_inherits')).rows.map(({ name }) => name));

/** Something of the column's type; ids are of the origin, and so is what says so by itself. */
function valueFor({ name, type }: Column, id: string, isSimulated: boolean): unknown {
  if (name === 'simulated') return isSimulated;
  if (name === 'origin') return isSimulated ? 'simulated' : 'real';
  switch (type) {
    case 'uuid': return id;
    case 'timestamptz': case 'date': return new Date('2026-11-24T09:00:00Z');
    case 'bytea': return Buffer.from(id);
    case 'jsonb': case 'json': return '{}';
    case 'bool': return true;
    case 'int2': case 'int4': case 'int8': case 'float4': case 'float8': case 'numeric': return isSimulated ? 1 : 2;
    case '_text': return [];
    default: return `${isSimulated ? 'a' : 'b'}`;
  }
}

test('each table that names somebody, or something that they did, is cleared of what is simulated and keeps what is real', async (t) => {
  const tables = await tablesOfPeople();
  assert.ok(tables.size > 25, `${tables.size} tables were found`);
  // The values mean nothing.
  const { rows: rules } = await pool.query<{ table: string; name: string }>(`
    select conrelid::regclass::text as table, conname as name from pg_constraint
    where contype = 'c' and connamespace = 'public'::regnamespace and conparentid = 0 and conislocal`);
  for (const { table, name } of rules) await pool.query(`alter table ${table} drop constraint if exists "${name}"`);
  const now = new Date('2026-11-24T09:00:00Z');
  const ids = { simulated: newId(now, simulatedRandomness), real: newId(now, systemRandomness) };
  const client = await pool.connect();
  // Children may come before their parents here.
  await client.query('set session_replication_role = replica');
  t.after(() => client.release(true));
  for (const [table, columns] of tables) {
    const filled = columns.filter(({ needed, type, name }) => needed || type === 'uuid' || name === 'simulated' || name === 'origin');
    for (const [origin, id] of Object.entries(ids)) {
      const values = filled.map((column) => valueFor(column, id, origin === 'simulated'));
      await client.query(`insert into ${table} (${filled.map(({ name }) => `"${name}"`).join()})
        values (${filled.map((_, index) => `$${index + 1}`).join()})`, values);
    }
  }
  await client.query('reset session_replication_role');
  await clearSimulated(database);
  const left: string[] = [];
  const lost: string[] = [];
  for (const [table, columns] of tables) {
    const named = columns.filter(({ type }) => type === 'uuid').map(({ name }) => `"${name}"`);
    const { rows } = await pool.query<{ simulated: number; real: number }>(`
      select count(*) filter (where $1::uuid in (${named.join()}))::int as simulated,
        count(*) filter (where $2::uuid in (${named.join()}))::int as real from ${table}`, [ids.simulated, ids.real]);
    if (rows[0]!.simulated > 0) left.push(table);
    if (rows[0]!.real === 0) lost.push(table);
  }
  assert.deepEqual(left, [], 'what a clearing leaves: add it to the folder\'s removeSimulated…, or say above why it stays');
  assert.deepEqual(lost, [], 'a clearing takes what is real');
});
