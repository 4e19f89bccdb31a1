import { hour, type PrincipalRef } from '../kernel/index.ts';
import type { Db } from '../storage/index.ts';
import { bandOf } from './bands.ts';
import type { RiskDeps } from './create-risk.ts';
import { frequencies, historyBuckets } from './history.ts';
import { judge } from './judge.ts';
import { modelOf } from './model.ts';
import type { RatesKeeper } from './population-rates.ts';
import { selectProfile } from './profile-store.ts';
import type { Circumstances, Request, Risk, RiskFound, ShownNow } from './risk.ts';
import { selectEvidence, type SignInEvidence } from './session-store.ts';
import { sumUp, withStillTold } from './sum-up.ts';

/** The risk at a decision: of a session, or of somebody on the way in. Nothing is learnt from it. */
export function createRiskNow(deps: RiskDeps, rates: RatesKeeper): Pick<Risk, 'ofSession' | 'ofRequest'> {
  const { clock } = deps;

  /** What was seen then, with what has happened since. */
  async function found(
    population: string, seen: SignInEvidence, { contactChangedAt, credentialChangedAt, recovering, recoveredAt }: Circumstances,
  ): Promise<RiskFound> {
    const now = clock();
    const model = modelOf((await deps.policies.current(population)).content.risk);
    const hoursSince = (at: Date | undefined): number | null => (at === undefined ? null : (now.getTime() - at.getTime()) / hour);
    const { contributions, missing, probability, sum } = sumUp(seen, {
      contactChanged: hoursSince(contactChangedAt), credentialChanged: hoursSince(credentialChangedAt), recovering,
      recovered: hoursSince(recoveredAt),
    }, model);
    return {
      probability, sum, contributions, missing, band: bandOf(probability, model.floors),
      history: historyBuckets[seen.history]!, frequency: frequencies[seen.frequency]!, model: model.version,
    };
  }

  async function ofSession(
    db: Db, ref: PrincipalRef, session: string, since: Circumstances | Promise<Circumstances>, shown?: ShownNow | Promise<ShownNow | undefined>,
  ): Promise<RiskFound | undefined> {
    const { population } = ref;
    const [seen, circumstances, now] = await Promise.all([selectEvidence(db, { population, session }), since, shown]);
    const begun = seen && await found(population, seen, circumstances);
    if (!begun || !now) return begun;
    // A key that the device holds was used at the sign-in, and not by whoever comes now.
    const { evidence } = await judge(deps, rates, { ref, shown: { ...now, at: clock() }, boundKey: false }, await selectProfile(db, ref));
    const here = await found(population, withStillTold(evidence, seen), circumstances);
    return here.probability > begun.probability ? here : begun;
  }

  async function ofRequest(db: Db, request: Request, since: Circumstances): Promise<RiskFound> {
    const { evidence } = await judge(deps, rates, request, await selectProfile(db, request.ref));
    return found(request.ref.population, evidence, since);
  }

  return { ofSession, ofRequest };
}
