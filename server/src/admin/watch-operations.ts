import type { ShownWatch, watchRoutes } from '../../../contract/admin/index.ts';
import type { Changes } from '../changes/index.ts';
import type { Checkpoints, Watch } from '../checkpoints/index.ts';
import { fail } from '../kernel/index.ts';
import type { Handlers } from './operation.ts';

/** Drafts that watch live decisions. */
export function watchOperations(
  { checkpoints: { watches }, changes }: { checkpoints: Pick<Checkpoints, 'watches'>; changes: Pick<Changes, 'plan'> },
): Handlers<typeof watchRoutes> {
  return {
    'watch.list': async ({ params }) => ({ watches: (await watches.list(params.population)).map(shownWatch) }),
    'watch.start': async ({ params: { population }, body: { name, days, files }, actor }) => {
      const { content, faults, basedOn } = await changes.plan(files, population);
      if (faults.length > 0 || !content) fail('policy.invalid', { detail: `${faults.length} faults`, faults });
      const { checkpoints = { actions: {} }, risk } = content;
      const rules = { checkpoints, ...(risk ? { risk } : {}) };
      return { watch: shownWatch(await watches.start({ population, name, days, rules, basedOn, actor })) };
    },
    'watch.report': async ({ params }) => {
      const { watch, seen, pairs, examples } = await watches.report(params.population, params.watch);
      return {
        watch: shownWatch(watch), seen, pairs: [...pairs],
        otherwise: pairs.filter(({ response, shadow }) => response !== shadow).reduce((sum, { count }) => sum + count, 0),
        examples: examples.map(({ at, reasons, shadow, ...rest }) => (
          { ...rest, at: at.toISOString(), reasons: [...reasons], shadow: { ...shadow, reasons: [...shadow.reasons] } })),
      };
    },
    'watch.stop': async ({ params, actor }) => ({ watch: shownWatch(await watches.stop(params.population, params.watch, actor)) }),
  };
}

function shownWatch({ id, name, startedAt, endsAt, stoppedAt, startedBy, basedOn, rules }: Watch): ShownWatch {
  return {
    id, name, startedAt: startedAt.toISOString(), endsAt: endsAt.toISOString(), stoppedAt: stoppedAt?.toISOString() ?? null,
    startedBy, basedOn, actions: Object.keys(rules.checkpoints.actions),
  };
}
