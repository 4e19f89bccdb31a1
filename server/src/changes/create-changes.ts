import { hasCode } from '../kernel/index.ts';
import type { PolicyFile } from '../../../contract/policy/index.ts';
import type { PublishedPolicy } from '../policy/index.ts';
import type { Database } from '../storage/index.ts';
import { applyPolicy } from './apply-policy.ts';
import type { Changes } from './changes.ts';
import { readDraft } from './draft.ts';
import { exportPolicy } from './export-policy.ts';
import { namesOfFiles } from './lint/look.ts';
import { planPolicy, type InForce, type PlanDeps } from './plan-policy.ts';
import { previewWalk } from './preview-walk.ts';
import { seedPopulations } from './seed-populations.ts';

export interface ChangesDeps extends PlanDeps {
  readonly database: Database;
}

/** Makes the door to changing policies. `steps` is the journeys' step catalogue, by name. */
export function createChanges(deps: ChangesDeps): Changes {
  const { policies } = deps;

  async function inForce(slug: string, files: readonly PolicyFile[]): Promise<InForce> {
    const population = await policies.population(slug);
    const policy = await policies.current(slug).catch((error: unknown): PublishedPolicy | undefined => {
      if (hasCode(error, 'population.unknown')) return undefined;
      throw error;
    });
    return {
      population, policy, source: policy && await policies.source(slug, policy.version),
      brandFiles: await policies.brandFiles.known(slug, namesOfFiles(files)),
    };
  }

  return {
    steps: deps.steps,
    exportPolicy: (population, version) => exportPolicy(policies, population, version),
    plan: async (files, population) => planPolicy(files, await inForce(population, files), deps),
    walk: async (asked, population) => previewWalk(asked, (await policies.population(population)).kind, deps.steps),
    apply: async (input) => applyPolicy(deps, input, planPolicy(input.files, await inForce(input.population, input.files), deps)),
    readLook: (text) => {
      const { draft, faults } = readDraft([{ path: 'branding.yaml', text }]);
      const { branding } = draft.parts;
      return { ...(branding ? { branding } : {}), faults: faults.filter(({ file }) => file === 'branding.yaml') };
    },
    seedPopulations: (input) => seedPopulations(deps, input),
  };
}
