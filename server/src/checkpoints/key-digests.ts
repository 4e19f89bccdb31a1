import { sql } from 'kysely';
import { inBatches, type Db } from '../storage/index.ts';
import type { CheckpointsDeps } from './checkpoints-deps.ts';
import { plainLength, withKey } from './transaction-digest.ts';

/** What somebody waits for comes before what is only kept. Notices and confirmations of before are gone within a day. */
const tables: readonly { readonly name: string; /** States of which there is one for a question. */ readonly open: readonly string[] }[] = [
  { name: 'checkpoint_pending', open: ['waiting'] }, { name: 'checkpoint_review', open: ['waiting', 'approved'] },
  { name: 'checkpoint_decision', open: [] },
];
const batch = 2_000;

/**
 * Puts keyed digests in the place of plain ones, which a server from before has written: the newest first, so that what
 * is open or waits goes on as the same question. `within` in milliseconds; returns how many.
 */
export async function keyDigests({ database, keyed }: Pick<CheckpointsDeps, 'database' | 'keyed'>, within: number): Promise<number> {
  let done = 0;
  for (const table of tables) {
    done += await inBatches(() => database.transaction((tx) => keySome(tx, keyed, table)), { full: batch, within: within / tables.length });
  }
  return done;
}

async function keySome(tx: Db, keyed: CheckpointsDeps['keyed'], { name, open }: typeof tables[number]): Promise<number> {
  const { rows } = await sql<{ population: string; id: string; digest: Buffer }>`
    select population, id, digest from ${sql.table(name)} where octet_length(digest) = ${sql.lit(plainLength)}
    order by id desc limit ${batch} for update skip locked`.execute(tx);
  if (rows.length === 0) return 0;
  // Two servers, of which one is from before, may both have begun it: then the older one runs out by itself.
  const hasNone = open.length === 0 ? sql`true` : sql`(it.state <> all (${open}::text[]) or not exists (
    select from ${sql.table(name)} other where other.population = it.population and other.principal = it.principal
      and other.client = it.client and other.digest = decode(known.digest, 'hex') and other.state = any (${open}::text[])))`;
  const { numAffectedRows } = await sql`
    update ${sql.table(name)} it set digest = decode(known.digest, 'hex')
    from unnest(${rows.map(({ population }) => population)}::text[], ${rows.map(({ id }) => id)}::uuid[],
      ${rows.map(({ population, digest }) => withKey(keyed, population, digest).toString('hex'))}::text[]) as known (population, id, digest)
    where it.population = known.population and it.id = known.id and ${hasNone}`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}
