import { Client } from 'pg';
import type { Connection } from '../../server/src/storage/embedded/testing.ts';

/** Whose rows are copied, and the columns that have to differ in each copy. */
const copied = [
  ['principal', 'id', {}],
  ['principal_identifier', 'principal', { normalised: 'copy.mail', value: 'copy.mail' }],
  ['session_device', 'principal', {}],
  ['risk_profile', 'principal', {}],
  ['risk_session', 'principal', { session: 'copy.session::text' }],
  ['checkpoint_decision', 'principal', { id: 'copy.decision::text', session: 'copy.session::text' }],
] as const;

const batch = 20_000;

/**
 * Fills a server's store with principals who are copies of one that came by the front door, each with an address, a known
 * device, a risk profile, the evidence of a sign-in and its decisions, and brings the planner's statistics up to date.
 */
export async function fillStore(connection: Connection, population: string, principal: string, upTo: number): Promise<void> {
  const client = new Client(connection);
  await client.connect();
  try {
    for (let from = 0; from < upTo; from += batch) {
      const count = Math.min(batch, upTo - from);
      await client.query(`create temporary table copy on commit preserve rows as
        select gen_random_uuid() as principal, gen_random_uuid() as session, uuidv7() as decision, 'copy-' || n || '@example.org' as mail
        from generate_series(${from + 1}, ${from + count}) n`);
      for (const [table, owner, differing] of copied) {
        const fields = Object.entries({ [owner]: 'copy.principal::text', ...differing }).map(([name, value]) => `'${name}', ${value}`);
        await client.query(
          `insert into ${table} select (jsonb_populate_record(one.template, jsonb_build_object(${fields.join(', ')}))).*
           from (select template from ${table} template where population = $1 and ${owner} = $2 limit 1) one, copy`, [population, principal]);
      }
      await client.query('drop table copy');
    }
    for (const [table] of copied) await client.query(`analyze ${table}`);
    await client.query('checkpoint');
  } finally {
    await client.end();
  }
}
