import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { populationKind, type PopulationKind } from '../../../contract/events/index.ts';
import type { PolicyContent, PolicyFile } from '../../../contract/policy/index.ts';
import { fail, hasCode } from '../kernel/index.ts';
import type { Policies } from '../policy/index.ts';
import type { Database } from '../storage/index.ts';
import type { Changes } from './changes.ts';
import { contentOf, readDraft } from './draft.ts';
import { planPolicy, type PlanDeps } from './plan-policy.ts';
import { readProved, templateDigest, type ProvedTemplates } from './proved-templates.ts';

/** The templates that come with Limen: one folder for each kind of population. */
export const builtInFolder = join(import.meta.dirname, '..', '..', '..', 'policies');

/** Reads the files of `policies/<kind>`. */
export async function readTemplate(kind: PopulationKind, folder = builtInFolder): Promise<readonly PolicyFile[]> {
  const entries = await readdir(join(folder, kind), { recursive: true });
  const paths = entries.map((entry) => entry.replaceAll('\\', '/')).filter((path) => path.endsWith('.yaml')).sort();
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(folder, kind, path), 'utf8') })));
}

/** Creates what is missing of the built-in populations. See `Changes.seedPopulations`. */
export async function seedPopulations(
  deps: PlanDeps & { readonly database: Database }, input: Parameters<Changes['seedPopulations']>[0],
): Promise<readonly string[]> {
  const missing: { kind: PopulationKind; content: PolicyContent; files: readonly PolicyFile[] }[] = [];
  const proved = await readProved(builtInFolder);
  for (const kind of populationKind.options) {
    const files = await readTemplate(kind);
    const slug = readDraft(files.filter(({ path }) => path === 'population.yaml')).draft.parts.population?.slug;
    if (slug !== undefined && await hasPolicy(deps.policies, slug)) continue;
    missing.push({ kind, content: checkTemplate(deps, kind, files, proved), files });
  }
  input.accept?.(missing.map(({ kind, content }) => ({ slug: content.population.slug, kind })));
  const created: string[] = [];
  for (const seed of missing) if (await seedOne(deps, input, seed)) created.push(seed.content.population.slug);
  return created;
}

async function hasPolicy(policies: Policies, slug: string): Promise<boolean> {
  return policies.current(slug).then(() => true, (error: unknown) => {
    if (hasCode(error, 'population.unknown')) return false;
    throw error;
  });
}

/**
 * The policy of a template. One that isn't as it was released is planned like any other policy: whoever edits it before
 * the first start gets the same faults.
 * @throws policy.invalid
 */
export function checkTemplate(
  deps: Pick<PlanDeps, 'steps' | 'clock'>, kind: PopulationKind, files: readonly PolicyFile[], proved: ProvedTemplates,
): PolicyContent {
  const { draft } = readDraft(files);
  const released = proved[kind] === templateDigest(files) ? contentOf(draft) : undefined;
  if (released) return released;
  const population = { slug: draft.parts.population?.slug ?? '', kind, issuer: '' };
  const plan = planPolicy(files, { population, policy: undefined, source: undefined }, deps);
  if (plan.content && plan.faults.length === 0) return plan.content;
  return fail('policy.invalid', { detail: `policies/${kind}`, faults: plan.faults });
}

/** False when another server was faster. */
async function seedOne(
  { database, policies }: PlanDeps & { readonly database: Database }, input: Parameters<Changes['seedPopulations']>[0],
  seed: { kind: PopulationKind; content: PolicyContent; files: readonly PolicyFile[] },
): Promise<boolean> {
  const { kind, content, files } = seed;
  const { slug } = content.population;
  try {
    await database.transaction(async (tx) => {
      await policies.createPopulation(tx, { slug, kind, issuer: input.issuerOf(slug) });
      await policies.publish(tx, {
        population: slug, content, basedOn: null, publishedBy: 'system', actor: { kind: 'system' }, source: files,
      });
      await input.ensureSigningKeys(tx, slug);
    });
    return true;
  } catch (error) {
    if (hasCode(error, 'policy.stale')) return false;
    throw error;
  }
}
