import { brandFor } from '../../../contract/policy/index.ts';
import type { Notice } from '../../../contract/screens/index.ts';
import { fail } from '../kernel/index.ts';
import type { Engine } from './engine.ts';
import { isForChannel } from './journey-graph.ts';
import { currentState, type StateSealer } from './run-store.ts';
import { runPath } from './run-path.ts';
import type { Journeys, Shown } from './journeys.ts';
import type { RunState } from './run.ts';
import { screenToken } from './screen-token.ts';
import { visitRun, type BoundVisit, type VisitDeps } from './visit-run.ts';

/** Reads where a run stands, as a screen with its frame; a run that is over leads back to whoever asked. */
export function createShowRun(deps: VisitDeps & { sealer: StateSealer; engine: Pick<Engine, 'stepAt'> }): Journeys['show'] {
  return async (asked): Promise<Shown> => {
    const { db } = deps.database;
    const visit = await visitRun(db, deps, asked, false);
    const { run } = visit;
    const state = await currentState(db, deps.sealer, run);
    if (run.endedAt !== null && state.screen.step !== 'refuse') {
      if (run.returnTo !== null) return { location: run.returnTo };
      if (state.screen.step !== 'complete') fail('run.finished');
    }
    return {
      leadsTo: run.ask.leadsTo ?? [], frame: frameOf(visit, state, asked.notice ?? state.notice ?? undefined),
      ...(isHere(deps.engine, visit, state) ? {} : { only: 'web' }),
    };
  };
}

/**
 * Another journey, or a step, may be for other channels than the one that the run came by; and the way elsewhere and
 * back is bound to a browser's cookies, so that an application sends people to a browser for it.
 */
function isHere(engine: Pick<Engine, 'stepAt'>, visit: BoundVisit, { journey, node }: RunState): boolean {
  const { run: { channel }, policy: { content } } = visit;
  if (channel === 'web') return true;
  const { step } = engine.stepAt(visit, { journey, node });
  return isForChannel(content, journey, channel) && step.channels.includes(channel) && step.elsewhere === undefined;
}

function frameOf(visit: BoundVisit, state: RunState, notice: Notice | undefined) {
  const { run, policy: { content }, population, browser } = visit;
  return {
    screen: state.screen, action: runPath(population, run),
    screenToken: screenToken(browser.browserSecret, run.id, state.number),
    population: { slug: population.slug, kind: population.kind }, branding: brandFor(content.branding, run.ask.application?.id), locale: run.locale,
    application: run.ask.application?.name ?? null,
    ...(notice ? { notice } : {}),
    ...(run.ask.because?.length ? { because: run.ask.because } : {}),
    ...(run.ask.transaction ? { transaction: run.ask.transaction } : {}),
    ...(run.endedAt === null ? { waitUrl: `${runPath(population, run)}/wait?at=${state.number}` } : {}),
    ...(run.returnTo === null || run.endedAt !== null ? {} : { cancelUrl: `${runPath(population, run)}/cancel` }),
  };
}
