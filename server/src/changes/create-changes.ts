import { hasCode } from '../kernel/index.ts';
import type { PublishedPolicy } from '../policy/index.ts';
import type { Database } from '../storage/index.ts';
import { applyPolicy } from './apply-policy.ts';
import type { Changes } from './changes.ts';
import { exportPolicy } from './export-policy.ts';
import { planPolicy, type InForce, type PlanDeps } from './plan-policy.ts';
import { previewWalk } from './preview-walk.ts';
import { seedPopulations } from './seed-populations.ts';

export interface ChangesDeps extends PlanDeps {
  readonly database: Database;
}

/** Makes the door to changing policies. `steps` is the journeys' step catalogue, by name. */
export function createChanges(deps: ChangesDeps): Changes {
  const { policies } = deps;

  async function inForce(slug: string): Promise<InForce> {
    const population = await policies.population(slug);
    const policy = await policies.current(slug).catch((error: unknown): PublishedPolicy | undefined => {
      if (hasCode(error, 'population.unknown')) return undefined;
      throw error;
    });
    return { population, policy, source: policy && await policies.source(slug, policy.version) };
  }

  return {
    steps: deps.steps,
    exportPolicy: (population, version) => exportPolicy(policies, population, version),
    plan: async (files, population) => planPolicy(files, await inForce(population), deps),
    walk: async (asked, population) => previewWalk(asked, (await policies.population(population)).kind, deps.steps),
    apply: async (input) => applyPolicy(deps, input, planPolicy(input.files, await inForce(input.population), deps)),
    seedPopulations: (input) => seedPopulations(deps, input),
  };
}
