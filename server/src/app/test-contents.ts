/** What a database holds, to show that something changed nothing. */
import type { Pool } from 'pg';

/** A digest of each table's rows by the table's name. The event log tells of refusals too, and measures follow it, as the counts of decisions do. */
export async function contentsOf(pool: Pool, but: readonly string[] = []): Promise<Readonly<Record<string, string>>> {
  const contents: Record<string, string> = {};
  for (const name of await tablesOf(pool)) {
    if (/^(event|measure_|checkpoint_traffic)/.test(name) || but.includes(name)) continue;
    const { rows } = await pool.query<{ digest: string }>(
      `select count(*) || ' ' || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest from "${name}" t`);
    contents[name] = rows[0]!.digest;
  }
  return contents;
}

/** All that all tables hold, as text; bytes as hexadecimal digits. */
export async function wordsOf(pool: Pool, tables?: (name: string) => boolean): Promise<string> {
  const words: string[] = [];
  for (const name of (await tablesOf(pool)).filter(tables ?? (() => true))) {
    const { rows } = await pool.query<{ row: string }>(`select t::text as row from "${name}" t`);
    words.push(...rows.map(({ row }) => row));
  }
  return words.join('\n');
}

async function tablesOf(pool: Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by tablename`);
  return rows.map(({ name }) => name);
}
