import { sql } from 'kysely';
import type { Db } from '../storage/index.ts';

/** All that was counted and remembered of the simulated chain, so that it would be counted from its beginning again. */
export async function removeSimulatedFigures(tx: Db): Promise<void> {
  await sql`update measure_progress set position = 0 where simulated`.execute(tx);
  await sql`delete from measure_tally where simulated`.execute(tx);
  await sql`delete from measure_run where simulated`.execute(tx);
  await sql`delete from measure_session where simulated`.execute(tx);
  await sql`delete from measure_principal where simulated`.execute(tx);
  await sql`delete from measure_client where simulated`.execute(tx);
}
