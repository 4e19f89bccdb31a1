import { sql } from 'kysely';
import type { Db } from '../storage/index.ts';
import type { ArtefactKey } from './artefact.ts';

interface ArtefactTable {
  population: string;
  model: string;
  id_hash: Buffer;
  grant_hash: Buffer | null;
  session: string | null;
  sealed: Buffer;
  consumed_at: Date | null;
  expires_at: Date;
}

export interface StoredArtefact {
  readonly grantHash: Buffer | null;
  readonly session: string | null;
  readonly sealed: Buffer;
  readonly expiresAt: Date;
}

const on = (db: Db) => db.$extendTables<{ oauth_artefact: ArtefactTable }>();

export async function upsertArtefact(tx: Db, key: ArtefactKey, row: StoredArtefact): Promise<void> {
  const values = { grant_hash: row.grantHash, session: row.session, sealed: row.sealed, expires_at: row.expiresAt };
  await on(tx).insertInto('oauth_artefact')
    .values({ population: key.population, model: key.model, id_hash: key.idHash, consumed_at: null, ...values })
    .onConflict((conflict) => conflict.columns(['population', 'model', 'id_hash']).doUpdateSet(values))
    .execute();
}

/** Inserts unless it is there already; true for the one who inserted it. */
export async function insertArtefactOnce(tx: Db, key: ArtefactKey, row: StoredArtefact): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await on(tx).insertInto('oauth_artefact')
    .values({
      population: key.population, model: key.model, id_hash: key.idHash, grant_hash: row.grantHash,
      session: row.session, sealed: row.sealed, consumed_at: null, expires_at: row.expiresAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function selectArtefact(db: Db, key: ArtefactKey):
Promise<{ sealed: Buffer; consumedAt: Date | null } | undefined> {
  return on(db).selectFrom('oauth_artefact')
    .select(['sealed', 'consumed_at as consumedAt'])
    .where('population', '=', key.population).where('model', '=', key.model).where('id_hash', '=', key.idHash)
    .executeTakeFirst();
}

/** Puts an artefact into the session and under the grant that it came to have after it was stored. */
export async function bindArtefact(
  tx: Db, key: ArtefactKey, { grantHash, session }: Pick<StoredArtefact, 'grantHash' | 'session'>,
): Promise<void> {
  await on(tx).updateTable('oauth_artefact').set({ grant_hash: grantHash, session })
    .where('population', '=', key.population).where('model', '=', key.model).where('id_hash', '=', key.idHash)
    .execute();
}

/** Marks as used. Of two at once one wins: the other finds it consumed and gets `false`. */
export async function consumeArtefact(tx: Db, key: ArtefactKey, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await on(tx).updateTable('oauth_artefact')
    .set({ consumed_at: now })
    .where('population', '=', key.population).where('model', '=', key.model).where('id_hash', '=', key.idHash)
    .where('consumed_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function deleteArtefact(tx: Db, key: ArtefactKey): Promise<void> {
  await on(tx).deleteFrom('oauth_artefact')
    .where('population', '=', key.population).where('model', '=', key.model).where('id_hash', '=', key.idHash)
    .execute();
}

/** Deletes what came of a grant: one model's, as the provider asks for it. */
export async function deleteByGrant(tx: Db, population: string, model: string, grantHash: Buffer): Promise<void> {
  await on(tx).deleteFrom('oauth_artefact')
    .where('population', '=', population).where('grant_hash', '=', grantHash).where('model', '=', model)
    .execute();
}

/** Deletes the grant and all that came of it, found by one artefact of it. */
export async function deleteWholeGrant(tx: Db, { population, model, idHash }: ArtefactKey): Promise<void> {
  await sql`
    with source as (
      select grant_hash from oauth_artefact where population = ${population} and model = ${model} and id_hash = ${idHash}
    ), grant_itself as (
      delete from oauth_artefact
      where population = ${population} and model = 'Grant' and id_hash = (select grant_hash from source)
    )
    delete from oauth_artefact where population = ${population} and grant_hash = (select grant_hash from source)
  `.execute(tx);
}

export async function deleteBySession(tx: Db, population: string, session: string): Promise<void> {
  await on(tx).deleteFrom('oauth_artefact')
    .where('population', '=', population).where('session', '=', session)
    .execute();
}

/** Deletes at most `limit` that expired before `before`; servers that do it at once don't wait for one another. */
export async function deleteExpired(tx: Db, before: Date, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from oauth_artefact where (population, model, id_hash) in (
      select population, model, id_hash from oauth_artefact where expires_at < ${before}
      order by expires_at limit ${limit} for update skip locked)
  `.execute(tx);
  return Number(numAffectedRows ?? 0);
}
