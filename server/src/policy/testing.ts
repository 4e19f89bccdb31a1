/** The built-in policies for tests of the folders above, read as they are written and published without a plan. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { PopulationKind } from '../../../contract/events/index.ts';
import { optionalPolicyParts, policyContent, policyParts, type PolicyContent } from '../../../contract/policy/index.ts';
import type { Database } from '../storage/index.ts';
import type { Policies, PublishedPolicy } from './policies.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'policies');

/** The content of `policies/<kind>`. */
export async function builtInPolicy(kind: PopulationKind): Promise<PolicyContent> {
  const read = async (path: string): Promise<unknown> => parse(await readFile(join(folder, kind, path), 'utf8'));
  const parts = await Promise.all(policyParts.map(async (part) => [part, await read(`${part}.yaml`)] as const));
  const present = await readdir(join(folder, kind));
  for (const part of optionalPolicyParts.filter((each) => present.includes(`${each}.yaml`))) {
    parts.push([part as never, await read(`${part}.yaml`)]);
  }
  const names = await readdir(join(folder, kind, 'journeys')).catch(() => []);
  const journeys = await Promise.all(names.map(async (name) => (
    [name.replace('.yaml', ''), await read(`journeys/${name}`)] as const)));
  return policyContent.parse({ ...Object.fromEntries(parts), journeys: Object.fromEntries(journeys) });
}

/** Creates the built-in population of a kind, with `<origin>/<slug>` as its issuer, and publishes its policy. */
export async function publishBuiltIn(
  database: Database, policies: Policies, kind: PopulationKind, origin = 'http://localhost:3000',
): Promise<PublishedPolicy> {
  const content = await builtInPolicy(kind);
  const { slug } = content.population;
  return database.transaction(async (tx) => {
    await policies.createPopulation(tx, { slug, kind, issuer: `${origin}/${slug}` });
    return policies.publish(tx, { population: slug, content, basedOn: null, publishedBy: 'test' });
  });
}
