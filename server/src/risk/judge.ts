import { day } from '../kernel/index.ts';
import type { NetworkFacts } from '../networks/index.ts';
import { assess } from './assess.ts';
import type { RiskFacts } from './facts.ts';
import { frequencyAt, historyBucketAt } from './history.ts';
import { modelOf } from './model.ts';
import type { RatesKeeper } from './population-rates.ts';
import type { Kept } from './profile-store.ts';
import { readTraits, type Shown } from './read-traits.ts';
import type { Request } from './risk.ts';
import type { RiskDeps } from './create-risk.ts';
import type { SignInEvidence } from './session-store.ts';
import type { Traits } from './traits.ts';
import { travelSpeed } from './travel-speed.ts';

/** What a request shows, and what its signals say of it. */
export interface Judged {
  readonly traits: Traits;
  readonly network: NetworkFacts | undefined;
  readonly evidence: SignInEvidence;
  readonly probability: number;
}

/** Days since 1970. */
export const dayOf = (at: Date): number => Math.floor(at.getTime() / day);

export function traitsOf({ keyed, findNetwork }: RiskDeps, population: string, shown: Shown, network = findNetwork(shown.address)): Traits {
  return readTraits(shown, network, (value) => keyed(population, value));
}

/** Gathers what is known around a request, and assesses it against what is kept of the principal. */
export async function judge(
  deps: RiskDeps, rates: RatesKeeper, { ref, shown, markedSince, boundKey, passwordBreached, passwordPopularity }: Request, { profile, place }: Kept,
): Promise<Judged> {
  const network = deps.findNetwork(shown.address);
  const traits = traitsOf(deps, ref.population, shown, network);
  const [{ genuine, hostile }, { content }, { attackShare, failures }] = await Promise.all([
    rates.of(ref.population), deps.policies.current(ref.population),
    deps.around?.(ref.population, shown.address, ref.principal) ?? nothingAround,
  ]);
  const { contributions, missing, probability } = assess({
    traits, day: dayOf(shown.at), profile, genuine, hostile, attackShare, failures, passwordBreached, passwordPopularity, boundKey,
    networkKind: network?.kind, travelSpeed: travelSpeed(place, network, shown.at),
    markAge: markedSince && (shown.at.getTime() - markedSince.getTime()) / day,
  }, modelOf(content.risk));
  const evidence = { at: shown.at, contributions, missing, history: historyBucketAt(profile.logins), frequency: frequencyAt(profile) };
  return { traits, network, evidence, probability };
}

const nothingAround: Pick<RiskFacts, 'attackShare' | 'failures'> = { attackShare: 0 };
