import { whatIfKeptDays } from '../../../contract/decision-record.ts';
import { day, fail, isId, newId, second } from '../kernel/index.ts';
import { cancelAction, findPending } from './cancel-action.ts';
import { checkToken } from './check-token.ts';
import type { CheckpointsDeps } from './checkpoints-deps.ts';
import type { Checkpoints, RecordedDecision } from './checkpoints.ts';
import { confirm } from './confirm.ts';
import { followTraffic } from './count-traffic.ts';
import { createWatches } from './create-watches.ts';
import { decideActionReview } from './decide-review.ts';
import { selectDecision, selectDecisions, selectOpenChallenge, wasLetGo } from './decision-store.ts';
import { evaluate, evaluateRun, foresee, perform } from './evaluate.ts';
import { followDecisions } from './follow-events.ts';
import { selectFollowUps } from './follow-up-store.ts';
import { forgetPerson } from './forget-person.ts';
import { keyDigests } from './key-digests.ts';
import { createKnownNetworks } from './known-networks.ts';
import { labelDecision } from './label-decision.ts';
import { selectLabels } from './label-store.ts';
import { measureWorth } from './measured-worth.ts';
import { becauseOf } from './recorded-decision.ts';
import { selectReviews } from './review-store.ts';
import { readReportLink, reportNotMe, reportPath, takeBack } from './report-not-me.ts';
import { showActions } from './show-actions.ts';
import { insertWhatIf, selectWhatIf, selectWhatIfs } from './what-if-store.ts';
import { tidyCheckpoints } from './tidy-checkpoints.ts';

/** Of one population; the oldest goes for another one. */
const mostWhatIfs = 500;

/** Makes the door to decisions at actions. */
export function createCheckpoints(deps: CheckpointsDeps): Checkpoints {
  const { db } = deps.database;
  const watches = createWatches(deps);
  const worth = measureWorth(db);
  const deciding = { ...deps, watches, worth };
  const tokens = { ...deps, watches, knownNetworks: createKnownNetworks(deps) };
  followDecisions(deps);
  followTraffic(deps);
  const get = async (population: string, id: string): Promise<RecordedDecision> => {
    await deps.policies.population(population);
    return (isId(id) ? await selectDecision(db, population, id) ?? await selectWhatIf(db, population, id) : undefined) ?? fail('decision.unknown');
  };
  return {
    watches, get,
    evaluate: (question) => evaluate(deciding, question),
    perform: (question, act) => perform(deciding, question, act),
    foresee: (question) => foresee(deciding, question),
    evaluateRun: (tx, question) => evaluateRun(deciding, tx, question),
    checkToken: (question) => checkToken(tokens, question),
    label: (given) => labelDecision(deps, given),
    afterwards: async (population, id) => {
      await get(population, id);
      const [followUps, labels] = await Promise.all([selectFollowUps(db, population, id), selectLabels(db, population, id)]);
      return { followUps, labels };
    },
    isContained: (on, population, session) => wasLetGo(on, population, session),
    forget: (tx, ref) => forgetPerson(tx, ref),
    confirm: (tx, confirmation) => confirm(deps, tx, confirmation),
    challengeOf: async (session, client, id) => {
      const found = await selectOpenChallenge(db, session, { id, session: session.id, client });
      if (!found) return undefined;
      const { content } = await deps.policies.current(session.population);
      const about = content.checkpoints?.actions[found.action]?.about ?? found.action;
      return { id, about, because: becauseOf(found.reasons, found.features) };
    },
    list: async (filter) => {
      await deps.policies.population(filter.population);
      return filter.mode === 'what-if' ? selectWhatIfs(db, filter) : selectDecisions(db, filter);
    },
    keepWhatIf: async ({ answer: { response, reasons }, ...kept }) => {
      await deps.policies.population(kept.population);
      const at = deps.clock();
      const id = newId(at, deps.random);
      await deps.database.transaction((tx) => insertWhatIf(tx, { ...kept, id, at, response, reasons }, mostWhatIfs));
      return { id, until: new Date(at.getTime() + whatIfKeptDays * day) };
    },
    actions: (ask) => showActions({ ...deps, worth }, ask),
    reviews: {
      list: async (population, which) => {
        await deps.policies.population(population);
        return selectReviews(db, population, which, { now: deps.clock(), limit: 200 });
      },
      decide: (tx, verdict) => decideActionReview(deps, tx, verdict),
    },
    findPending: (population, token) => findPending(deps, population, token),
    cancel: (population, token) => cancelAction(deps, population, token),
    reportPath: (ref, about, reported) => reportPath(deps, ref, about, reported),
    findReport: (population, token) => readReportLink(deps, population, token),
    takeBack: (tx, ref, about, reported) => takeBack(deps, tx, ref, about, reported),
    report: (population, token) => reportNotMe(deps, population, token),
    takeOver: async () => { await keyDigests(deps, 3 * second); },
    tidy: async (only) => {
      await watches.removeOld(deps.clock());
      return tidyCheckpoints(deps, only);
    },
  };
}
