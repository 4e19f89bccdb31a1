import { day, originOf, type Clock, type Log } from '../kernel/index.ts';
import type { Policies } from '../policy/index.ts';
import { sql } from 'kysely';
import { removeRows, removeSimulatedRows, type Database, type Db } from '../storage/index.ts';
import { dayOf, judge, traitsOf } from './judge.ts';
import type { FindNetwork } from '../networks/index.ts';
import type { RiskFacts } from './facts.ts';
import { createRatesKeeper, onceLife, rateLife } from './population-rates.ts';
import { placeLife, placeOf } from './travel-speed.ts';
import { disown, learnRest, learnUnobjected } from './learn-later.ts';
import { learn } from './profile.ts';
import { deleteProfile, forgetPlaces, lockProfile, movePlace, upsertProfile } from './profile-store.ts';
import { deleteRatesBefore, deleteSeenOnceBefore } from './rate-store.ts';
import { createRiskNow } from './risk-now.ts';
import type { Risk, SignIn } from './risk.ts';
import { deleteEvidenceOf, insertEvidence, replaceEvidence, selectEvidence } from './session-store.ts';
import { withStillTold } from './sum-up.ts';
import { trustAtOnce } from './trust.ts';
import { forgottenAfterDays } from './fading.ts';

export interface RiskDeps {
  readonly database: Pick<Database, 'db' | 'transaction'>;
  readonly policies: Pick<Policies, 'current'>;
  readonly findNetwork: FindNetwork;
  /** Hashes a value with the key of a population. */
  readonly keyed: (population: string, value: string) => string;
  /** What is going on around a sign-in: the share of what comes from there that is an attack, and failures before it. */
  readonly around?: (population: string, address: string, principal: string) => Promise<Pick<RiskFacts, 'attackShare' | 'failures'>>;
  readonly clock: Clock;
  readonly log: Pick<Log, 'warn'>;
}

/** A session's evidence outlives the longest session. */
const evidenceLife = 60 * day;
const batch = 200;
/** As many as servers add in the time between two runs. */
const mostRates = 100_000;

/** All that is simulated. */
export const removeSimulatedRisk = (db: Db): Promise<number> => (
  removeSimulatedRows(db, ['risk_profile', 'principal'], ['risk_session', 'principal']));

/** Makes the door to risk. */
export function createRisk(deps: RiskDeps): Risk {
  const { database, clock } = deps;
  const rates = createRatesKeeper(deps);
  const { ofSession, ofRequest } = createRiskNow(deps, rates);

  async function signedIn(tx: Db, signIn: SignIn): Promise<void> {
    const { ref, session, shown } = signIn;
    const kept = await lockProfile(tx, ref);
    const { profile } = kept;
    const { traits, network, evidence } = await judge(deps, rates, signIn, kept);
    const trust = trustAtOnce(signIn);
    await insertEvidence(tx, ref, session, evidence, trust < 1 ? { traits, rest: 1 - trust } : null);
    // Whoever only has the password neither teaches anything nor moves the place from which the owner has to have come.
    if (trust > 0) {
      learn(profile, traits, dayOf(shown.at), trust);
      await upsertProfile(tx, ref, profile, shown.at, placeOf(network, shown.at));
    }
    if (originOf(ref.principal) === 'real') rates.count(ref.population, traits, false);
  }

  async function raised(tx: Db, raise: SignIn): Promise<void> {
    const { ref, session, shown, confirmed } = raise;
    const kept = await lockProfile(tx, ref);
    const before = await selectEvidence(tx, { population: ref.population, session });
    // Judged before the session's own rest is learnt, or it would vouch for itself.
    const { network, evidence } = await judge(deps, rates, raise, kept);
    await replaceEvidence(tx, ref, session, before ? withStillTold(evidence, before) : evidence);
    if (!confirmed) return;
    await learnRest(tx, ref, shown.at, { session });
    await movePlace(tx, ref, placeOf(network, shown.at));
  }

  async function tidy(): Promise<number> {
    const learnt = await learnUnobjected(deps);
    await rates.flush();
    await removeOld(database.db, clock());
    return learnt;
  }

  return {
    signedIn, raised, ofSession, ofRequest, tidy, flush: () => rates.flush(),
    countHostile: (population, shown) => rates.count(population, traitsOf(deps, population, shown), true),
    disown,
    forget: async (tx, ref) => {
      await lockProfile(tx, ref);
      await deleteProfile(tx, ref);
      await deleteEvidenceOf(tx, ref);
    },
  };
}

async function removeOld(db: Db, now: Date): Promise<void> {
  const before = (age: number): Date => new Date(now.getTime() - age);
  await deleteRatesBefore(db, before(rateLife), mostRates);
  await deleteSeenOnceBefore(db, before(onceLife), mostRates);
  await forgetPlaces(db, before(placeLife), 10 * batch);
  await removeRows(db, 'risk_session', sql`at < ${before(evidenceLife)}`);
  await removeRows(db, 'risk_profile', sql`updated_at < ${before(forgottenAfterDays * day)}`);
}
