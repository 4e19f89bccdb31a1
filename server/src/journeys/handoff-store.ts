import type { Db } from '../storage/index.ts';
import type { Run } from './run.ts';

export interface HandoffRow {
  population: string; run: string; code_hash: Buffer; expires_at: Date; claimed_by: Buffer | null;
  sealed: Buffer | null; tries: number; moved_at: Date | null;
}

type Tables = {
  journey_handoff: HandoffRow;
  journey_run: {
    population: string; id: string; browser_hash: Buffer; moved_from: Buffer | null; ended_at: Date | null;
  };
};
const tables = (db: Db) => db.$extendTables<Tables>();

/** Stores the code of a run in place of an earlier one, with whoever came with that. */
export async function putHandoff(
  tx: Db, row: Pick<HandoffRow, 'population' | 'run' | 'code_hash' | 'expires_at'>,
): Promise<void> {
  const whole = { ...row, claimed_by: null, sealed: null, tries: 0, moved_at: null };
  const { population: _, run: __, ...fresh } = whole;
  await tables(tx).insertInto('journey_handoff').values(whole)
    .onConflict((conflict) => conflict.columns(['population', 'run']).doUpdateSet(fresh)).execute();
}

export async function findHandoff(
  db: Db, population: string, by: { readonly code: Buffer } | { readonly run: string }, lock = false,
): Promise<HandoffRow | undefined> {
  const all = tables(db).selectFrom('journey_handoff').selectAll().where('population', '=', population);
  const query = 'run' in by ? all.where('run', '=', by.run) : all.where('code_hash', '=', by.code);
  return (lock ? query.forUpdate() : query).executeTakeFirst();
}

export async function changeHandoff(
  tx: Db, { population, run }: Pick<HandoffRow, 'population' | 'run'>,
  change: Partial<Pick<HandoffRow, 'claimed_by' | 'sealed' | 'tries' | 'moved_at' | 'expires_at'>>,
): Promise<void> {
  await tables(tx).updateTable('journey_handoff').set(change)
    .where('population', '=', population).where('run', '=', run).execute();
}

/** The run is the other browser's from here on: the first one's cookie opens nothing of it any more. */
export async function moveRun(tx: Db, run: Pick<Run, 'population' | 'id'>, to: Buffer): Promise<void> {
  await tables(tx).updateTable('journey_run').set((set) => ({ browser_hash: to, moved_from: set.ref('browser_hash') }))
    .where('population', '=', run.population).where('id', '=', run.id).where('ended_at', 'is', null).execute();
}
