import { sql } from 'kysely';
import type { Database, Db } from '../storage/index.ts';
import { lockConsumers } from './consumer-store.ts';
import { dropSimulated, readChainEnd } from './event-store.ts';
import { lockNumbering } from './number-events.ts';

/**
 * Removes the simulated chain, as if nothing had ever been simulated; the real one is never touched. Numbering and
 * whoever follows the chain are held meanwhile, and `also` removes in the same transaction what they made of it.
 * Returns how many events there were.
 */
export function removeSimulatedEvents(database: Database, also: (tx: Db) => Promise<void>): Promise<number> {
  return database.transaction(async (tx) => {
    await lockNumbering(tx, true);
    await lockConsumers(tx, true);
    const { position } = await readChainEnd(tx, true, true);
    const waiting = await dropSimulated(tx);
    await sql`delete from event_consumer where simulated`.execute(tx);
    await also(tx);
    return position + waiting;
  });
}
