import type { EventLog } from '../events/index.ts';
import type { Journeys } from './journeys.ts';
import { runPath } from './run-path.ts';
import { endRun } from './run-store.ts';
import { visitRun, type VisitDeps } from './visit-run.ts';

/** Leaves a run by the person's wish: the asking side is told that nobody signed in. */
export function createCancelRun(deps: VisitDeps & { events: EventLog }): Journeys['cancel'] {
  return (asked) => deps.database.transaction(async (tx) => {
    const { run, now, population } = await visitRun(tx, deps, asked, true);
    if (run.endedAt === null) {
      await endRun(tx, run, { outcome: 'refused', reason: 'cancelled' }, now);
      await deps.events.append(tx, {
        type: 'run.refused', population: run.population, run: run.id, actor: { kind: 'system' },
        open: { purpose: run.purpose, reason: 'cancelled' },
      });
    }
    return { location: run.returnTo ?? runPath(population, run), secrets: {} };
  });
}
