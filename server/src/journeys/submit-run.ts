import { fail } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import type { Engine } from './engine.ts';
import type { Journeys, Onward } from './journeys.ts';
import { homePath, leavingQuery, runPath } from './run-path.ts';
import { currentState, type StateSealer } from './run-store.ts';
import type { RunState } from './run.ts';
import { inputDigest, readScreenToken } from './screen-token.ts';
import { visitRun, type BoundVisit, type VisitDeps } from './visit-run.ts';

/** Lets a bounded number of runs work at once, so that they can't take every database connection. */
export type Bulkhead = <T>(work: () => Promise<T>) => Promise<T>;

export interface SubmitDeps extends VisitDeps {
  readonly engine: Engine;
  readonly sealer: StateSealer;
  readonly bulkhead: Bulkhead;
}

/** Takes a form's input to the step that waits; the same form sent twice counts once, an old one changes nothing. */
export function createSubmitRun(deps: SubmitDeps): Journeys['submit'] {
  const { database, engine, sealer, bulkhead } = deps;

  async function take(
    tx: Db, visit: BoundVisit, state: RunState, input: Readonly<Record<string, unknown>>,
  ): Promise<Onward> {
    const here = runPath(visit.population, visit.run);
    const secret = visit.browser.browserSecret;
    const token = typeof input.screenToken === 'string' ? input.screenToken : '';
    const number = readScreenToken(secret, visit.run.id, token) ?? fail('request.cross_site', { detail: 'wrong form token' });
    const digest = inputDigest(secret, input);
    // An end that has a page of its own is shown to an old tab too; that page's form leads on.
    const isShown = visit.run.returnTo === null || state.screen.step === 'refuse';
    if (visit.run.endedAt !== null && (!isShown || number === state.number)) {
      return { location: visit.run.returnTo ?? homePath(visit.population), secrets: {} };
    }
    if (number !== state.number) {
      const repeated = number === state.number - 1 && state.inputDigest !== null && digest.equals(state.inputDigest);
      return { location: repeated ? here : `${here}?stale=1`, secrets: {} };
    }
    const arrival = await engine.submit(tx, visit, state, input, digest);
    const completed = arrival.ended && arrival.secrets.session !== undefined;
    return {
      location: completed && visit.run.returnTo !== null ? visit.run.returnTo : `${here}${leavingQuery(arrival)}`,
      secrets: arrival.secrets,
    };
  }

  return (asked) => bulkhead(() => database.transaction(async (tx) => {
    const visit = await visitRun(tx, deps, asked, true);
    return take(tx, visit, await currentState(tx, sealer, visit.run), asked.input);
  }));
}
