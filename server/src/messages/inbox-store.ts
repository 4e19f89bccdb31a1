import type { Db } from '../storage/index.ts';

export interface InboxRow {
  population: string; id: string; sealed: Buffer; received_at: Date;
}

const tables = (db: Db) => db.$extendTables<{ message_inbox: InboxRow }>();

/** Stores it, and lets the oldest go beyond the newest `keep`. Stored once, however often it comes. */
export async function insertInboxRow(tx: Db, row: InboxRow, keep: number): Promise<void> {
  await tables(tx).insertInto('message_inbox').values(row)
    .onConflict((conflict) => conflict.columns(['population', 'id']).doNothing()).execute();
  const kept = tables(tx).selectFrom('message_inbox').select('id')
    .orderBy('received_at', 'desc').orderBy('id', 'desc').limit(keep);
  await tables(tx).deleteFrom('message_inbox').where('id', 'not in', kept).execute();
}

export async function newestInboxRows(db: Db, limit: number, to?: { id: string }): Promise<readonly InboxRow[]> {
  const query = tables(db).selectFrom('message_inbox').selectAll()
    .orderBy('received_at', 'desc').orderBy('id', 'desc').limit(limit);
  return (to ? query.where('id', '=', to.id) : query).execute();
}

export async function deleteInboxRows(db: Db): Promise<void> {
  await tables(db).deleteFrom('message_inbox').execute();
}
