import { sql } from 'kysely';
import type { PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import { deleteDecisionsOf } from './decision-store.ts';
import { deleteWhatIfsOf } from './what-if-store.ts';

/** Of everybody, by whom it is about; records and what was said of them go by the decision. */
const kept = ['checkpoint_pending', 'checkpoint_review', 'checkpoint_told', 'checkpoint_confirmation', 'checkpoint_report'];

/**
 * All that was decided about somebody, and what was said of it, goes; with it what waits, what somebody else was to look at,
 * what they were told, confirmed and reported, and made-up answers that began with a decision about them.
 */
export async function forgetPerson(tx: Db, ref: PrincipalRef): Promise<void> {
  await deleteDecisionsOf(tx, ref);
  await deleteWhatIfsOf(tx, ref);
  for (const table of kept) {
    await sql`delete from ${sql.table(table)} where population = ${ref.population} and principal = ${ref.principal}`.execute(tx);
  }
}
