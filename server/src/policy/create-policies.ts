import type { EventLog } from '../events/index.ts';
import { fail, type Clock, type Log } from '../kernel/index.ts';
import { brokenConstraint, type Database, type Db, type Listener } from '../storage/index.ts';
import { createBrandFiles } from './brand-files/index.ts';
import { InForce } from './in-force.ts';
import type { Population, WatchedPolicies } from './policies.ts';
import {
  findPopulation, findSource, findVersion, insertPopulation, listPopulations, listVersions,
} from './policy-store.ts';
import { frozen, VersionCache } from './published-cache.ts';
import { publishPolicy } from './publish-policy.ts';

export interface PoliciesDeps {
  readonly database: Database;
  readonly events: EventLog;
  readonly listener: Listener;
  readonly clock: Clock;
  readonly log?: Log;
  /** Milliseconds between looks at the database where no notification came; a second unless said otherwise. */
  readonly pollEvery?: number;
}

const keptVersions = 100;
const historyPage = 100;
const populationFields = ['kind', 'issuer'] as const;

/** Makes the door to published policies. Call `watch` once the database is migrated, and `close` at the end. */
export function createPolicies({ database, events, listener, clock, log, pollEvery }: PoliciesDeps): WatchedPolicies {
  const { db } = database;
  const versions = new VersionCache(keptVersions);
  const inForce = new InForce({ db, listener, clock, versions, log, pollEvery });
  // Slug, kind and issuer never change, so a population found once is known for good.
  const populations = new Map<string, Population>();

  async function population(slug: string): Promise<Population> {
    const found = populations.get(slug) ?? await findPopulation(db, slug);
    if (!found) return fail('population.unknown', { detail: slug });
    populations.set(slug, frozen(found));
    return found;
  }

  return {
    brandFiles: createBrandFiles({ database, events, clock, mustExist: population }),
    populations: () => listPopulations(db),
    population,
    createPopulation: (tx, created) => createPopulation(tx, { events, clock }, created),
    current: async (slug) => await inForce.current(slug) ?? fail('population.unknown', { detail: slug }),
    byVersion: async (slug, version) => {
      const cached = versions.get(slug, version);
      if (cached) return cached;
      const found = isVersion(version) ? await findVersion(db, slug, version) : undefined;
      return found ? versions.put(frozen(found)) : fail('policy.version_unknown', { detail: `${slug} ${version}` });
    },
    history: async (slug, before) => {
      await population(slug);
      return listVersions(db, slug, before, historyPage);
    },
    source: async (slug, version) => {
      const source = isVersion(version) ? await findSource(db, slug, version) : undefined;
      if (source === undefined) fail('policy.version_unknown', { detail: `${slug} ${version}` });
      return source ?? undefined;
    },
    publish: async (tx, input) => {
      const published = frozen(await publishPolicy(tx, { events, clock }, input));
      inForce.expect(published.population, published.version);
      return published;
    },
    onPublished: (handle) => inForce.onPublished(handle),
    watch: () => inForce.watch(),
    close: () => inForce.close(),
  };
}

/** Numbers beyond what the column holds would be an error of the database's instead of an unknown version. */
function isVersion(version: number): boolean {
  return Number.isInteger(version) && version > 0 && version < 2 ** 31;
}

async function createPopulation(
  tx: Db, { events, clock }: Pick<PoliciesDeps, 'events' | 'clock'>, created: Population,
): Promise<void> {
  const isNew = await insertPopulation(tx, created, clock()).catch((error: unknown) => {
    if (brokenConstraint(error) !== 'population_issuer_key') throw error;
    return fail('population.fixed', { detail: `${created.issuer} is the issuer of another population`, cause: error });
  });
  if (isNew) {
    const { slug, kind, issuer } = created;
    await events.append(tx, {
      type: 'population.created', population: slug, actor: { kind: 'system' }, open: { kind, issuer },
    });
    return;
  }
  const existing = await findPopulation(tx, created.slug);
  const differing = populationFields.filter((field) => existing?.[field] !== created[field]);
  if (differing.length > 0) {
    fail('population.fixed', {
      detail: differing.map((field) => (
        `${created.slug} has ${field} ${existing?.[field]}, not ${created[field]}`)).join('; '),
    });
  }
}
