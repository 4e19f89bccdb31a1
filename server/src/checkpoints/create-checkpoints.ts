import { fail, isId } from '../kernel/index.ts';
import { cancelAction, findPending } from './cancel-action.ts';
import type { CheckpointsDeps } from './checkpoints-deps.ts';
import type { Checkpoints } from './checkpoints.ts';
import { decideActionReview } from './decide-review.ts';
import { selectDecision, selectDecisions } from './decision-store.ts';
import { evaluate, evaluateRun } from './evaluate.ts';
import { selectReviews } from './review-store.ts';
import { readReportLink, reportNotMe, reportPath, takeBack } from './report-not-me.ts';
import { tidyCheckpoints } from './tidy-checkpoints.ts';

/** Makes the door to decisions at actions. */
export function createCheckpoints(deps: CheckpointsDeps): Checkpoints {
  const { db } = deps.database;
  return {
    evaluate: (question) => evaluate(deps, question),
    evaluateRun: (tx, question) => evaluateRun(deps, tx, question),
    list: async (filter) => {
      await deps.policies.population(filter.population);
      return selectDecisions(db, filter);
    },
    get: async (population, id) => {
      await deps.policies.population(population);
      return (isId(id) ? await selectDecision(db, population, id) : undefined) ?? fail('decision.unknown');
    },
    reviews: {
      list: async (population, which) => {
        await deps.policies.population(population);
        return selectReviews(db, population, which, { now: deps.clock(), limit: 200 });
      },
      decide: (tx, verdict) => decideActionReview(deps, tx, verdict),
    },
    findPending: (population, token) => findPending(deps, population, token),
    cancel: (population, token) => cancelAction(deps, population, token),
    reportPath: (ref, about, credential) => reportPath(deps, ref, about, credential),
    findReport: (population, token) => readReportLink(deps, population, token),
    takeBack: (tx, ref, about) => takeBack(deps, tx, ref, about),
    report: (population, token) => reportNotMe(deps, population, token),
    tidy: (only) => tidyCheckpoints(deps, only),
  };
}
