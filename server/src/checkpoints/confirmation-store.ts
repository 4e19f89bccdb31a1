import { sql } from 'kysely';
import type { Db } from '../storage/index.ts';

interface SameConfirmation {
  readonly population: string;
  readonly session: string;
  readonly client: string;
  readonly digest: Buffer;
}

type ConfirmationTable = {
  checkpoint_confirmation: {
    population: string; session: string; client: string; digest: Buffer; principal: string; confirmed_at: Date;
  };
};

const tables = (db: Db) => db.$extendTables<ConfirmationTable>();

/** The last time counts. */
export async function upsertConfirmation(
  db: Db, { principal, confirmedAt, ...same }: SameConfirmation & { readonly principal: string; readonly confirmedAt: Date },
): Promise<void> {
  await tables(db).insertInto('checkpoint_confirmation').values({ ...same, principal, confirmed_at: confirmedAt })
    .onConflict((conflict) => conflict.columns(['population', 'session', 'client', 'digest'])
      .doUpdateSet({ confirmed_at: confirmedAt }))
    .execute();
}

export async function selectConfirmedAt(db: Db, { population, session, client, digest }: SameConfirmation): Promise<Date | undefined> {
  const row = await tables(db).selectFrom('checkpoint_confirmation').select('confirmed_at')
    .where('population', '=', population).where('session', '=', session).where('client', '=', client)
    .where('digest', '=', digest).executeTakeFirst();
  return row?.confirmed_at;
}

export async function deleteConfirmationsBefore(db: Db, before: Date, limit: number): Promise<void> {
  await sql`delete from checkpoint_confirmation where ctid in (
    select ctid from checkpoint_confirmation where confirmed_at < ${before} limit ${limit} for update skip locked)`.execute(db);
}
