import type { LoggedEvent } from '../events/index.ts';
import { hasCode } from '../kernel/index.ts';
import type { Policies } from '../policy/index.ts';
import type { OpenRun } from './subjects.ts';

/** What a journey of a version of a policy is for; undefined where nobody knows. */
export type PurposeOf = (population: string, policyVersion: number, journey: string) => string | undefined;

/** Looks up what journeys are for, of the versions that these runs are bound to. */
export type JourneyPurposes = (runs: readonly OpenRun[], events: readonly LoggedEvent[]) => Promise<PurposeOf>;

/** So many versions are remembered; they never change, so forgetting costs a look-up and nothing else. */
const mostVersions = 1_000;

/**
 * A run may pass from the journey that it began with into another one; its events name the journeys, and the version
 * of the policy says what each is for.
 */
export function createJourneyPurposes(policies: Pick<Policies, 'byVersion'>): JourneyPurposes {
  const known = new Map<string, ReadonlyMap<string, string>>();

  async function learn(population: string, version: number): Promise<void> {
    const key = `${population}/${version}`;
    if (known.has(key)) return;
    if (known.size >= mostVersions) known.clear();
    const journeys = await policies.byVersion(population, version).then(
      ({ content }) => Object.entries(content.journeys).map(([name, { purpose }]) => [name, purpose] as const),
      (error: unknown) => {
        if (hasCode(error, 'policy.version_unknown') || hasCode(error, 'population.unknown')) return [];
        throw error;
      });
    known.set(key, new Map(journeys));
  }

  return async (runs, events) => {
    for (const { population, policyVersion } of runs) await learn(population, policyVersion);
    for (const { type, population, open } of events) {
      if (type === 'run.started' && population !== null) await learn(population, Number(open['policyVersion']));
    }
    return (population, version, journey) => known.get(`${population}/${version}`)?.get(journey);
  };
}
