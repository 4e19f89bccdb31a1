import { populationKind, type PopulationKind } from '../../../contract/events/index.ts';
import { fail } from '../kernel/index.ts';
import type { PlanDeps } from './plan-policy.ts';
import { templateDigest, type ProvedTemplates } from './proved-templates.ts';
import { checkTemplate, readTemplate } from './seed-populations.ts';

/** Plans every built-in template, so that a first start need not do it again. @throws policy.invalid with the faults */
export async function proveTemplates(deps: Pick<PlanDeps, 'steps' | 'clock'>): Promise<ProvedTemplates> {
  const found = await Promise.all(populationKind.options.map((kind) => digestOfSound(kind, deps)));
  return Object.fromEntries(found);
}

async function digestOfSound(
  kind: PopulationKind, deps: Pick<PlanDeps, 'steps' | 'clock'>,
): Promise<readonly [PopulationKind, string]> {
  const files = await readTemplate(kind);
  const { charter } = checkTemplate(deps, kind, files, {});
  // What holds until some day can't be proved for good.
  if (charter.exceptions.length > 0) fail('policy.invalid', { detail: `policies/${kind}/charter.yaml names an exception, which ends some day`, faults: [] });
  return [kind, templateDigest(files)];
}
