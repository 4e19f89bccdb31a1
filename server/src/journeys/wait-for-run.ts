import { hasCode } from '../kernel/index.ts';
import type { Journeys } from './journeys.ts';
import { nodeAt } from './journey-graph.ts';
import { currentState, type StateSealer } from './run-store.ts';
import type { StepCatalogue } from './step-catalogue.ts';
import { visitRun, type VisitDeps } from './visit-run.ts';

/** Tells a page that waits for something done elsewhere whether to wait on, to go on, or to look anew. */
export function createWaitForRun(
  deps: VisitDeps & { readonly sealer: StateSealer; readonly steps: StepCatalogue },
): Journeys['waitsFor'] {
  const { database: { db }, sealer, steps } = deps;
  return async (asked) => {
    try {
      const { run, policy } = await visitRun(db, deps, asked, false);
      const state = await currentState(db, sealer, run);
      if (run.endedAt !== null || state.number !== asked.at) return 'reload';
      const step = steps.get(nodeAt(policy.content, state).step);
      return await step?.isReady?.(db, run, state.step) ? 'send' : 'wait';
    } catch (error) {
      if (hasCode(error, 'run.expired') || hasCode(error, 'run.moved')) return 'reload';
      throw error;
    }
  };
}
