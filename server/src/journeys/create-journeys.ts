import type { Checkpoints } from '../checkpoints/index.ts';
import { hashToken, type Randomness } from '../kernel/index.ts';
import { createCancelRun } from './cancel-run.ts';
import { closeExpiredRuns, removeOldRuns } from './close-expired-runs.ts';
import { createElsewhere } from './elsewhere.ts';
import { createEngine } from './engine.ts';
import { createFinishRun } from './finish-run.ts';
import type { Journeys } from './journeys.ts';
import type { Handoffs } from './handoffs.ts';
import { createOpenHandoffs } from './open-handoff.ts';
import { createOpenLinks } from './open-link.ts';
import { takeOutcome, wasTaken, type StateSealer } from './run-store.ts';
import { createSettleLink } from './settle-link.ts';
import { createShowRun } from './show-run.ts';
import type { Risk } from '../risk/index.ts';
import { createStartRun, type StartRunDeps } from './start-run.ts';
import type { StepCatalogue } from './step-catalogue.ts';
import type { StepServices } from './steps/step-services.ts';
import { createSubmitRun, type Bulkhead } from './submit-run.ts';
import { createTellRecovery } from './tell-recovery.ts';
import { createWaitForRun } from './wait-for-run.ts';

export interface JourneysDeps extends Omit<StartRunDeps, 'engine' | 'sessions'> {
  readonly steps: StepCatalogue;
  readonly sessions: StepServices['sessions'];
  readonly credentials: Pick<StepServices['credentials'], 'emailLinks' | 'marked'>;
  readonly messages: Pick<StepServices['messages'], 'queue'>;
  readonly recovery: Pick<StepServices['recovery'], 'living'>;
  readonly handoffs: Handoffs;
  readonly risk: Pick<Risk, 'signedIn' | 'raised'>;
  readonly checkpoints: Pick<Checkpoints, 'confirm'>;
  readonly sealer: StateSealer;
  readonly bulkhead: Bulkhead;
  readonly random: Randomness;
}

export function createJourneys(deps: JourneysDeps): Journeys {
  const { database, clock } = deps;
  const engine = createEngine({
    ...deps, finishRun: createFinishRun(deps), settleLink: createSettleLink(deps), tellRecovery: createTellRecovery(deps),
  });
  const start = createStartRun({ ...deps, engine });
  const cancel = createCancelRun(deps);
  const submit = createSubmitRun({ ...deps, engine });
  return {
    // Start and cancel work in a transaction as inputs do, so they share their bound.
    start: (input) => deps.bulkhead(() => start(input)),
    show: createShowRun({ ...deps, engine }),
    submit,
    waitsFor: createWaitForRun(deps),
    links: createOpenLinks({ ...deps, links: deps.credentials.emailLinks, submit }),
    handoffs: createOpenHandoffs({ ...deps, submit }),
    cancel: (input) => deps.bulkhead(() => cancel(input)),
    ...createElsewhere({ ...deps, engine }),
    takeResult: async ({ population, returnTo, browser }) => (browser.browserSecret === undefined ? undefined
      : takeOutcome(database.db, population, returnTo, hashToken(browser.browserSecret), clock())),
    wasTaken: async ({ population, returnTo, browser }) => (
      browser.browserSecret !== undefined && wasTaken(database.db, population, returnTo, hashToken(browser.browserSecret))),
    closeExpired: (only) => closeExpiredRuns(deps, only),
    removeOld: () => removeOldRuns(deps),
  };
}
