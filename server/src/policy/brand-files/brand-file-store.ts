import type { Db } from '../../storage/index.ts';
import type { BrandFile } from './read-file.ts';

type BrandFileTables = {
  policy_brand_file: { population: string; name: string; content: Buffer; added_at: Date; published_at: Date | null };
};
const tables = (db: Db) => db.$extendTables<BrandFileTables>();

/** False where it is there already. */
export async function insertBrandFile(tx: Db, population: string, { name, content }: BrandFile, now: Date): Promise<boolean> {
  const inserted = await tables(tx).insertInto('policy_brand_file')
    .values({ population, name, content, added_at: now, published_at: null })
    .onConflict((conflict) => conflict.columns(['population', 'name']).doNothing()).returning('name').executeTakeFirst();
  return inserted !== undefined;
}

/** What no version names and nobody has published since. */
export async function dropDraftFiles(tx: Db, population: string, addedBefore: Date): Promise<void> {
  await tables(tx).deleteFrom('policy_brand_file').where('population', '=', population)
    .where('published_at', 'is', null).where('added_at', '<', addedBefore).execute();
}

export async function countDraftFiles(db: Db, population: string): Promise<number> {
  const { count } = await tables(db).selectFrom('policy_brand_file').select(({ fn }) => fn.countAll<string>().as('count'))
    .where('population', '=', population).where('published_at', 'is', null).executeTakeFirstOrThrow();
  return Number(count);
}

export async function findBrandFile(
  db: Db, population: string, name: string, published: boolean,
): Promise<BrandFile | undefined> {
  const query = tables(db).selectFrom('policy_brand_file').select(['name', 'content'])
    .where('population', '=', population).where('name', '=', name);
  return (published ? query.where('published_at', 'is not', null) : query).executeTakeFirst();
}

/** Those of the names that are there. */
export async function knownBrandFiles(db: Db, population: string, names: readonly string[]): Promise<ReadonlySet<string>> {
  if (names.length === 0) return new Set();
  const rows = await tables(db).selectFrom('policy_brand_file').select('name')
    .where('population', '=', population).where('name', 'in', names).execute();
  return new Set(rows.map(({ name }) => name));
}

/** From now on they stay, as the version that names them does. Gives those that were there to be kept. */
export async function keepBrandFiles(tx: Db, population: string, names: readonly string[], now: Date): Promise<ReadonlySet<string>> {
  if (names.length === 0) return new Set();
  await tables(tx).updateTable('policy_brand_file').set({ published_at: now })
    .where('population', '=', population).where('name', 'in', names).where('published_at', 'is', null).execute();
  return knownBrandFiles(tx, population, names);
}
