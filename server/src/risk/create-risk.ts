import { day, hour, originOf, type Clock } from '../kernel/index.ts';
import type { Policies } from '../policy/index.ts';
import { sql } from 'kysely';
import { removeRows, removeSimulatedRows, type Database, type Db } from '../storage/index.ts';
import { assess } from './assess.ts';
import { bandOf } from './bands.ts';
import { frequencies, frequencyAt, historyBucketAt, historyBuckets } from './history.ts';
import { modelOf } from './model.ts';
import type { FindNetwork } from '../networks/index.ts';
import type { RiskFacts } from './facts.ts';
import { createRatesKeeper, rateLife } from './population-rates.ts';
import { placeLife, placeOf, travelSpeed } from './travel-speed.ts';
import { learn } from './profile.ts';
import { deleteProfile, forgetPlaces, lockProfile, upsertProfile } from './profile-store.ts';
import { deleteRatesBefore } from './rate-store.ts';
import { readTraits, type Shown } from './read-traits.ts';
import type { Circumstances, Risk, RiskFound, SignIn } from './risk.ts';
import { deleteEvidenceOf, forgetUnlearnt, insertEvidence, selectEvidence, takeUnlearnt, type SignInEvidence } from './session-store.ts';
import { sumUp } from './sum-up.ts';
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
}

/** A sign-in that proved one thing only is learnt this much at once; the rest when nobody has objected for a week. */
const atOnce = 0.3;
const objectionTime = 7 * day;
/** A session's evidence outlives the longest session. */
const evidenceLife = 60 * day;
const batch = 200;

/** All that is simulated. */
export const removeSimulatedRisk = (db: Db): Promise<number> => (
  removeSimulatedRows(db, ['risk_profile', 'principal'], ['risk_session', 'principal']));

/** Makes the door to risk. */
export function createRisk(deps: RiskDeps): Risk {
  const { database, clock, findNetwork } = deps;
  const rates = createRatesKeeper(deps);
  const dayOf = (at: Date): number => Math.floor(at.getTime() / day);
  const traitsOf = (population: string, shown: Shown, network = findNetwork(shown.address)) => (
    readTraits(shown, network, (value) => deps.keyed(population, value)));

  async function signedIn(
    tx: Db, { ref, session, shown, markedSince, boundKey, confirmed, passwordBreached, passwordPopularity }: SignIn,
  ): Promise<void> {
    const network = findNetwork(shown.address);
    const traits = traitsOf(ref.population, shown, network);
    const today = dayOf(shown.at);
    const { profile, place } = await lockProfile(tx, ref);
    const { genuine, hostile } = await rates.of(ref.population);
    const model = modelOf((await deps.policies.current(ref.population)).content.risk);
    const { attackShare, failures } = await deps.around?.(ref.population, shown.address, ref.principal) ?? { attackShare: 0 };
    const { contributions, missing, probability } = assess({
      traits, day: today, profile, genuine, hostile, attackShare, failures, passwordBreached, passwordPopularity, boundKey,
      networkKind: network?.kind, travelSpeed: travelSpeed(place, network, shown.at),
      markAge: markedSince && (shown.at.getTime() - markedSince.getTime()) / day,
    }, model);
    const found: SignInEvidence = {
      at: shown.at, contributions, missing, history: historyBucketAt(profile.logins), frequency: frequencyAt(profile),
    };
    const trust = confirmed || profile.logins === 0 ? 1 : atOnce * (1 - probability);
    await insertEvidence(tx, ref, session, found, trust < 1 ? { traits, rest: 1 - trust } : null);
    learn(profile, traits, today, trust);
    // Whoever only has the password doesn't move the place from which the owner has to have come.
    await upsertProfile(tx, ref, profile, shown.at, confirmed ? placeOf(network, shown.at) : undefined);
    if (originOf(ref.principal) === 'real') rates.count(ref.population, traits, false);
  }

  async function ofSession(
    db: Db, { population }: SignIn['ref'], session: string, { contactChangedAt, credentialChangedAt, recovering }: Circumstances,
  ): Promise<RiskFound | undefined> {
    const found = await selectEvidence(db, population, session);
    if (!found) return undefined;
    const now = clock();
    const { risk } = (await deps.policies.current(population)).content;
    const hoursSince = (at: Date | undefined): number | null => (at === undefined ? null : (now.getTime() - at.getTime()) / hour);
    const { contributions, missing, probability, sum } = sumUp(found, {
      contactChanged: hoursSince(contactChangedAt), credentialChanged: hoursSince(credentialChangedAt), recovering,
    }, modelOf(risk));
    return {
      probability, sum, contributions, missing, band: bandOf(probability, modelOf(risk).floors),
      history: historyBuckets[found.history]!, frequency: frequencies[found.frequency]!, model: modelOf(risk).version,
    };
  }

  async function tidy(): Promise<number> {
    const now = clock();
    const before = (age: number): Date => new Date(now.getTime() - age);
    const learnt = await database.transaction(async (tx) => {
      const due = await takeUnlearnt(tx, before(objectionTime), batch);
      for (const { population, principal, at, unlearnt } of due) {
        const ref = { population, principal };
        const { profile } = await lockProfile(tx, ref);
        // The login itself was counted when it happened.
        learn(profile, unlearnt.traits, dayOf(at), unlearnt.rest);
        profile.logins -= 1;
        await upsertProfile(tx, ref, profile, now);
      }
      return due.length;
    });
    await rates.flush();
    await deleteRatesBefore(database.db, before(rateLife), 10 * batch);
    await forgetPlaces(database.db, before(placeLife), 10 * batch);
    await removeRows(database.db, 'risk_session', sql`at < ${before(evidenceLife)}`);
    await removeRows(database.db, 'risk_profile', sql`updated_at < ${before(forgottenAfterDays * day)}`);
    return learnt;
  }

  return {
    signedIn, ofSession, tidy,
    countHostile: (population, shown) => rates.count(population, traitsOf(population, shown), true),
    disown: (tx, ref) => forgetUnlearnt(tx, ref),
    forget: async (tx, ref) => {
      await deleteProfile(tx, ref);
      await deleteEvidenceOf(tx, ref);
    },
  };
}
