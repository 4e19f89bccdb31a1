import { fail, isId, randomToken, type Randomness } from '../kernel/index.ts';
import type { Journeys } from './journeys.ts';
import { homePath, leavingQuery, runPath } from './run-path.ts';
import { currentState } from './run-store.ts';
import { mostStates, type BrowserContext, type RunState } from './run.ts';
import type { SubmitDeps } from './submit-run.ts';
import { visitRun, type BoundVisit } from './visit-run.ts';

interface Asked { readonly population: string; readonly run: string; readonly browser: BrowserContext }

/**
 * The way to whom a step works with, and back. Another server is waited for outside of any transaction, so the run is
 * looked at before and locked after: if somebody has gone on with it meanwhile, what came back counts for nothing.
 */
export function createElsewhere(deps: SubmitDeps & { random: Randomness }): Pick<Journeys, 'depart' | 'comeBack'> {
  const { database, engine, sealer, bulkhead, random } = deps;

  async function look(asked: Asked): Promise<{ visit: BoundVisit; state: RunState }> {
    const visit = await visitRun(database.db, deps, asked, false);
    return { visit, state: await currentState(database.db, sealer, visit.run) };
  }

  /** Does the work if the run still stands where it was seen. */
  const ifStill = <T>(asked: Asked, seen: RunState, work: (tx: Parameters<typeof engine.stay>[0], visit: BoundVisit) => Promise<T>) => (
    bulkhead(() => database.transaction(async (tx) => {
      const visit = await visitRun(tx, deps, asked, true);
      return visit.run.endedAt === null && visit.run.stateNumber === seen.number ? work(tx, visit) : undefined;
    })));

  const depart: Journeys['depart'] = async (asked) => {
    const { visit, state } = await look(asked);
    if (visit.run.endedAt !== null) fail('run.finished');
    const here = runPath(visit.population, visit.run);
    const at = engine.elsewhere(visit, state);
    if (!at || state.number >= mostStates) return { location: here, secrets: {} };
    const left = await at.part.depart(at.view, at.config, state.step, `${visit.run.id}.${randomToken(random)}`);
    const shown = 'url' in left ? { step: left.state } : { step: state.step, notice: left.notice };
    const stayed = await ifStill(asked, state, async (tx, again) => {
      await engine.stay(tx, again, state, shown);
      return true;
    });
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
    const at = engine.elsewhere(visit, state);
    const received = await at?.part.receive(at.view, at.config, state.step, from, answer);
    if (received === undefined) return stale;
    const arrival = await ifStill(asked, state, (tx, again) => engine.settle(tx, again, state, received));
    if (!arrival) return stale;
    const completed = arrival.ended && arrival.secrets.session !== undefined;
    return {
      location: completed && visit.run.returnTo !== null ? visit.run.returnTo : `${here}${leavingQuery(arrival)}`,
      secrets: arrival.secrets,
    };
  };

  return { depart, comeBack };
}
