import { Client } from 'pg';
import type { Connection } from '../../server/src/storage/embedded/testing.ts';

/** Whose rows are copied, and the columns that have to differ in each copy. */
const copied = [
  ['principal', 'id', {}],
  ['principal_identifier', 'principal', { normalised: 'copy.mail', value: 'copy.mail' }],
  ['session_device', 'principal', {}],
  ['risk_profile', 'principal', {}],
  ['risk_session', 'principal', { session: 'copy.session' }],
  ['checkpoint_decision', 'principal', { id: 'copy.decision', session: 'copy.session' }],
] as const;

/**
 * Fills a server's store with principals who are copies of one that came by the front door, each with an address, a known
 * device, a risk profile, the evidence of a sign-in and its decisions, and brings the planner's statistics up to date.
 */
export async function fillStore(connection: Connection, population: string, principal: string, upTo: number): Promise<void> {
  const client = new Client(connection);
  await client.connect();
  try {
    await client.query(`set maintenance_work_mem = '512MB'`);
    await client.query(`create temporary table copy on commit preserve rows as
      select gen_random_uuid() as principal, gen_random_uuid() as session, uuidv7() as decision, 'copy-' || n || '@example.org' as mail
      from generate_series(1, ${upTo}) n`);
    for (const [table, owner, differing] of copied) {
      await withoutIndexes(client, table, async () => {
        const { rows } = await client.query<{ name: string }>(
          `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`, [table]);
        const replaced: Readonly<Record<string, string>> = { [owner]: 'copy.principal', ...differing };
        const names = rows.map(({ name }) => `"${name}"`);
        const values = rows.map(({ name }) => replaced[name] ?? `template."${name}"`);
        await client.query(
          `insert into ${table} (${names.join(', ')}) select ${values.join(', ')}
           from (select * from ${table} where population = $1 and ${owner} = $2 limit 1) template, copy`, [population, principal]);
      });
      // What autovacuum would do beside the rounds is done before them.
      await client.query(`vacuum analyze ${table}`);
    }
    await client.query('checkpoint');
  } finally {
    await client.end();
  }
}

/** What fills a table many times over is quicker where its indexes, those of constraints aside, are made once, at the end. */
async function withoutIndexes(client: Client, table: string, fill: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ name: string; definition: string }>(`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index i
    where indrelid = $1::regclass and not exists (select from pg_constraint where conindid = i.indexrelid)`, [table]);
  await client.query('begin');
  for (const { name } of rows) await client.query(`drop index ${name}`);
  await fill();
  for (const { definition } of rows) await client.query(definition);
  await client.query('commit');
}
