import { sql } from 'kysely';
import { notify, type Database, type Db } from '../storage/index.ts';
import { chainHash } from './chain.ts';
import {
  ensurePartitions, ensurePopulations, moveChainEnd, moveToLog, readChainEnd, readInbox,
} from './event-store.ts';

/** Said by the numbering job when there is something new to read; the payload is the last position. */
export const eventChannel = 'event';

const batchSize = 500;
/** Any number, the same in every Limen; the second key is the origin. */
const numberingLock = 7_340_212;

export type Numbered = { readonly numbered: number; readonly more: boolean } | 'elsewhere';

/**
 * Gives one batch of committed events of one origin their positions and hashes. One server at a time does it, the
 * others are told `elsewhere` instead of queueing. An event that commits late gets a later position, whatever its id.
 */
export async function numberEvents(database: Database, origin: 'real' | 'simulated'): Promise<Numbered> {
  const simulated = origin === 'simulated';
  return database.transaction(async (tx) => {
    if (!await isMine(tx, simulated)) return 'elsewhere';
    const rows = await readInbox(tx, simulated, batchSize);
    if (rows.length === 0) return { numbered: 0, more: false };
    let { position, hash } = await readChainEnd(tx, simulated, true);
    const numbers = rows.map((row) => {
      position += 1;
      hash = chainHash(hash, position, row);
      return { arrival: row.arrival, position, hash };
    });
    await ensurePartitions(tx, simulated, rows.map((row) => row.at));
    await ensurePopulations(tx, rows.map((row) => row.population));
    const moved = await moveToLog(tx, numbers);
    if (moved !== rows.length) throw new Error(`${moved} of ${rows.length} events were moved into the log`);
    await moveChainEnd(tx, simulated, { position, hash });
    await notify(tx, eventChannel, String(position));
    return { numbered: rows.length, more: rows.length === batchSize };
  });
}

/** Waits until no server numbers this origin, and keeps all from it until the transaction ends. */
export async function lockNumbering(tx: Db, simulated: boolean): Promise<void> {
  await sql`select pg_advisory_xact_lock(${numberingLock}::int, ${simulated ? 1 : 0}::int)`.execute(tx);
}

async function isMine(tx: Db, simulated: boolean): Promise<boolean> {
  const { rows } = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(${numberingLock}::int, ${simulated ? 1 : 0}::int) as mine`.execute(tx);
  return rows[0]?.mine === true;
}
