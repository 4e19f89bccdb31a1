/** A server whose database made-up people are let into, for tests. */
import type { Town } from '../../../../demo/people/index.ts';
import { startTestServer } from '../testing.ts';
import type { RunningServer } from '../run-server.ts';
import { until as waitUntil } from '../test-waiting.ts';
import { fill, type FillOptions, type Filled } from './fill.ts';

/** Enough of everybody to try what they do. */
export const smallTown: Town = { seed: 'larch and loom', customers: 60, employees: 20, days: 10 };
/** A Tuesday, so that two fillings have the same week before them. */
export const until = new Date('2026-11-24T09:00:00.000Z');

export async function startSimulatedServer() {
  const server = await startTestServer();
  const target = server.config.databaseUrl!.reveal();
  return {
    server,
    fill: (options: Partial<FillOptions> = {}): Promise<Filled> => fill({
      target, masterKey: server.config.masterKey!.reveal(), logLevel: 'silent', otherwise: until, town: smallTown,
      onProgress: () => undefined, signal: new AbortController().signal, ...options,
    }),
    /** Waits until all that was told is numbered and counted. */
    settled: () => settled(server),
  };
}

function settled({ ground: { database: { pool } } }: RunningServer): Promise<unknown> {
  return waitUntil('all is numbered and counted', async () => {
    const { rows } = await pool.query<{ done: boolean }>(`select not exists (select from event_inbox) and not exists (
      select from event_chain chain left join event_consumer counted
        on counted.simulated = chain.simulated and counted.name = 'measures'
      where coalesce(counted.position, 0) < chain.position) as done`);
    return rows[0]!.done;
  });
}
