import type { EventLog } from '../events/index.ts';
import { equalInConstantTime, fail, hashToken, isId, type Clock } from '../kernel/index.ts';
import type { Policies } from '../policy/index.ts';
import type { Database, Db } from '../storage/index.ts';
import type { Visit } from './visit.ts';
import type { BrowserContext, Run } from './run.ts';
import { findRun } from './run-store.ts';

export interface VisitDeps {
  readonly database: Database;
  readonly policies: Policies;
  readonly events: EventLog;
  readonly clock: Clock;
}

/** A visit whose browser is known to be the one that began the run. */
export type BoundVisit = Visit & { readonly browser: BrowserContext & { readonly browserSecret: string } };

/**
 * Opens a run for the browser that began it: the id alone authorises nothing.
 * @throws run.unknown, run.other_browser, run.moved, run.expired
 */
export async function visitRun(
  db: Db, { policies, clock }: Pick<VisitDeps, 'policies' | 'clock'>,
  asked: { population: string; run: string; browser: BrowserContext }, lock: boolean,
): Promise<BoundVisit> {
  const run = isId(asked.run) ? await findRun(db, asked.population, asked.run, lock) : undefined;
  if (!run) return fail('run.unknown');
  const { browserSecret } = asked.browser;
  if (browserSecret === undefined || !equalInConstantTime(hashToken(browserSecret), run.browserHash)) {
    const hasLeft = browserSecret !== undefined && run.movedFrom && equalInConstantTime(hashToken(browserSecret), run.movedFrom);
    return fail(hasLeft ? 'run.moved' : 'run.other_browser');
  }
  const now = clock();
  if (isOver(run, now)) fail('run.expired');
  const [population, policy] = await Promise.all([
    policies.population(run.population), policies.byVersion(run.population, run.policyVersion),
  ]);
  return { run, policy, population, browser: { ...asked.browser, browserSecret }, now };
}

/** Past its time, whether or not the job that closes such runs has come by. */
function isOver(run: Run, now: Date): boolean {
  const closed = run.outcome?.outcome === 'refused' && run.outcome.reason === 'expired';
  return closed || (run.endedAt === null && run.expiresAt.getTime() <= now.getTime());
}
