import type { Notice } from '../../../contract/screens/index.ts';
import { fail, isId, randomToken, type Randomness } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import type { Journeys, Onward } from './journeys.ts';
import { createRunRecord } from './run-record.ts';
import { homePath, leavingQuery, runPath } from './run-path.ts';
import { currentState } from './run-store.ts';
import { mostStates, type BrowserContext, type RunState } from './run.ts';
import type { SubmitDeps } from './submit-run.ts';
import { viewOf } from './run-view.ts';
import { visitRun, type BoundVisit } from './visit-run.ts';

interface Asked { readonly population: string; readonly run: string; readonly browser: BrowserContext }

/**
 * The way to whom a step works with, and back. Another server is waited for outside of any transaction, so the run is
 * looked at before and locked after: if somebody has gone on with it meanwhile, what came back counts for nothing.
 */
export function createElsewhere(deps: SubmitDeps & { random: Randomness }): Pick<Journeys, 'depart' | 'comeBack'> {
  const { database, engine, events, sealer, bulkhead, random } = deps;
  const { store } = createRunRecord(events, sealer);

  async function look(asked: Asked): Promise<{ visit: BoundVisit; state: RunState }> {
    const visit = await visitRun(database.db, deps, asked, false);
    return { visit, state: await currentState(database.db, sealer, visit.run) };
  }

  /** The part elsewhere of the step that waits, with what it sees; undefined where it has none. */
  function partOf(visit: BoundVisit, state: RunState) {
    const at = { journey: state.journey, node: state.node };
    const { step: { elsewhere }, config } = engine.stepAt(visit, at);
    return elsewhere && { ...elsewhere, view: viewOf(visit, at, state.facts), config };
  }

  /** Stays at the step, with what it remembers of leaving, or with what kept it from leaving. */
  async function stay(tx: Db, visit: BoundVisit, state: RunState, step: unknown, notice?: Notice): Promise<true> {
    const at = { journey: state.journey, node: state.node };
    const shown = { screen: state.screen, step, ...(notice ? { notice } : {}) };
    await store(tx, visit, { at, facts: state.facts, inputDigest: null }, shown);
    return true;
  }

  /** Takes in what came back, if the run still stands where it was seen; undefined where it doesn't. */
  async function takeIn(
    asked: Asked, { visit, state }: { visit: BoundVisit; state: RunState }, part: NonNullable<ReturnType<typeof partOf>>, received: unknown,
  ): Promise<Onward | undefined> {
    const arrival = await ifStill(asked, state, async (tx, again) => (
      engine.goOn(tx, again, state, await part.settle(tx, part.view, part.config, state.step, received), null)));
    if (!arrival) return undefined;
    const completed = arrival.ended && arrival.secrets.session !== undefined;
    return {
      location: completed && visit.run.returnTo !== null
        ? visit.run.returnTo : `${runPath(visit.population, visit.run)}${leavingQuery(arrival)}`,
      secrets: arrival.secrets,
    };
  }

  /** Does the work if the run still stands where it was seen. */
  const ifStill = <T>(asked: Asked, seen: RunState, work: (tx: Db, visit: BoundVisit) => Promise<T>) => (
    bulkhead(() => database.transaction(async (tx) => {
      const visit = await visitRun(tx, deps, asked, true);
      return visit.run.endedAt === null && visit.run.stateNumber === seen.number ? work(tx, visit) : undefined;
    })));

  const depart: Journeys['depart'] = async (asked) => {
    const { visit, state } = await look(asked);
    if (visit.run.endedAt !== null) fail('run.finished');
    const here = runPath(visit.population, visit.run);
    const part = partOf(visit, state);
    if (!part || state.number >= mostStates) return { location: here, secrets: {} };
    const left = await part.depart(part.view, part.config, state.step, `${visit.run.id}.${randomToken(random)}`);
    if ('received' in left) return await takeIn(asked, { visit, state }, part, left.received) ?? { location: here, secrets: {} };
    const stayed = await ifStill(asked, state, (tx, again) => (
      'url' in left ? stay(tx, again, state, left.state) : stay(tx, again, state, state.step, left.notice)));
    return { location: stayed && 'url' in left ? left.url : here, secrets: {} };
  };

  const comeBack: Journeys['comeBack'] = async ({ population, from, answer, browser }) => {
    const run = (answer.get('state') ?? '').split('.')[0]!;
    if (!isId(run)) fail('run.unknown');
    const asked = { population, run, browser };
    const { visit, state } = await look(asked);
    if (visit.run.endedAt !== null) return { location: visit.run.returnTo ?? homePath(visit.population), secrets: {} };
    const here = runPath(visit.population, visit.run);
    const stale = { location: `${here}?stale=1`, secrets: {} };
    const part = partOf(visit, state);
    const received = await part?.receive(part.view, part.config, state.step, from, answer);
    if (part === undefined || received === undefined) return stale;
    return await takeIn(asked, { visit, state }, part, received) ?? stale;
  };

  return { depart, comeBack };
}
