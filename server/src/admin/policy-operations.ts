import type { policyRoutes } from '../../../contract/admin/index.ts';
import type { PopulationKind } from '../../../contract/events/index.ts';
import type { Branding } from '../../../contract/policy/index.ts';
import type { Changes } from '../changes/index.ts';
import { hasCode } from '../kernel/index.ts';
import type { Policies } from '../policy/index.ts';
import type { Handlers } from './operation.ts';
import { showStep } from './show-step.ts';

/** Draws a sample of a step's page with the looks of a policy; undefined where the step shows none. */
export type DrawSample = (step: string, look: {
  readonly kind: PopulationKind; readonly slug: string; readonly branding: Branding; readonly locale: string;
}) => string | undefined;

/** Populations and their policies. */
export function policyOperations(
  { policies, changes, drawSample }: { policies: Policies; changes: Changes; drawSample: DrawSample },
): Handlers<typeof policyRoutes> {
  const versionOf = (slug: string): Promise<number | null> => policies.current(slug).then(
    (policy) => policy.version,
    (error: unknown) => {
      if (hasCode(error, 'population.unknown')) return null;
      throw error;
    });

  return {
    'population.list': async () => {
      const populations = await policies.populations();
      return { populations: await Promise.all(populations.map(async (each) => ({ ...each, version: await versionOf(each.slug) }))) };
    },
    'policy.get': async ({ params, query }) => {
      const current = await policies.current(params.population);
      const isInForce = query.version === undefined || query.version === current.version;
      const policy = isInForce ? current : await policies.byVersion(params.population, query.version!);
      const { version, digest, publishedAt, publishedBy, content } = policy;
      const { files } = await changes.exportPolicy(params.population, version);
      const findings = isInForce ? (await changes.plan(files, params.population)).findings : [];
      return { version, digest, publishedAt: publishedAt.toISOString(), publishedBy, content, findings: findings.slice(0, 200) };
    },
    'policy.list': async ({ params, query }) => ({
      versions: (await policies.history(params.population, query.before)).map((each) => ({
        version: each.version, digest: each.digest, publishedAt: each.publishedAt.toISOString(), publishedBy: each.publishedBy,
      })),
    }),
    'policy.export': async ({ params, query }) => {
      const { version, files } = await changes.exportPolicy(params.population, query.version);
      return { version, files: [...files] };
    },
    'step.list': async () => ({ steps: Object.entries(changes.steps).map(([name, step]) => showStep(name, step)) }),
    'policy.plan': async ({ params, body }) => changes.plan(body.files, params.population),
    'policy.walk': async ({ params: { population }, body: { locale, ...asked } }) => {
      const { faults, stops } = await changes.walk(asked, population);
      const last = stops.at(-1);
      const { content: { branding, population: { slug, kind } } } = await policies.current(population);
      const page = last && drawSample(last.step, { kind, slug, branding, locale });
      const shown = stops.map((stop) => ({ ...stop, shown: [...stop.shown], facts: [...stop.facts], exits: [...stop.exits] }));
      return { faults: [...faults], stops: shown, page: page ?? null };
    },
    'policy.apply': async ({ params, body, actor }) =>
      changes.apply({ population: params.population, files: body.files, basedOn: body.basedOn, actor }),
  };
}
