import { brandFilesOf, policyContent } from '../../../contract/policy/index.ts';
import type { EventLog } from '../events/index.ts';
import { fail, type Clock } from '../kernel/index.ts';
import { notify, type Db } from '../storage/index.ts';
import { keepBrandFiles } from './brand-files/index.ts';
import { digestOf } from './digest.ts';
import { publishedChannel } from './in-force.ts';
import type { Policies, PublishedPolicy } from './policies.ts';
import { insertVersion, lockPopulation, newestVersion } from './policy-store.ts';

/** Stores the next version of a population's policy. See `Policies.publish`. */
export async function publishPolicy(
  tx: Db, deps: { readonly events: EventLog; readonly clock: Clock }, input: Parameters<Policies['publish']>[1],
): Promise<PublishedPolicy> {
  const { population, basedOn, publishedBy } = input;
  const parsed = policyContent.safeParse(input.content);
  if (!parsed.success) {
    fail('policy.invalid', {
      faults: parsed.error.issues.map(({ path, message }) => ({ at: path.join('.'), problem: message })),
    });
  }
  const content = parsed.data;
  if (content.population.slug !== population) {
    fail('policy.invalid', { faults: [{ at: 'population.slug', problem: `is not ${population}` }] });
  }
  if (!await lockPopulation(tx, population)) fail('population.unknown', { detail: population });
  const newest = await newestVersion(tx, population);
  if (newest !== basedOn) {
    fail('policy.stale', {
      detail: `version ${newest ?? 'none'} is in force, the change was made from ${basedOn ?? 'none'}`,
    });
  }
  const named = brandFilesOf(content.branding);
  const there = await keepBrandFiles(tx, population, named.map(({ name }) => name), deps.clock());
  const missing = named.find(({ name }) => !there.has(name));
  if (missing) fail('policy.invalid', { faults: [{ at: ['branding', ...missing.at].join('.'), problem: 'names a file that is not there' }] });
  const record = {
    population, version: (newest ?? 0) + 1, digest: digestOf(content), publishedAt: deps.clock(), publishedBy,
  };
  await insertVersion(tx, record, { content, source: input.source ?? null, basedOn });
  await deps.events.append(tx, {
    type: 'policy.published', population, actor: input.actor ?? { kind: 'operator', id: publishedBy },
    open: { version: record.version, digest: record.digest, basedOn },
  });
  await notify(tx, publishedChannel, `${population} ${record.version}`);
  return { ...record, content };
}
