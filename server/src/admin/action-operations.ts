import { adviceInWords } from '../../../contract/actions/index.ts';
import type { actionRoutes } from '../../../contract/admin/index.ts';
import type { Checkpoints } from '../checkpoints/index.ts';
import type { Handlers } from './operation.ts';

/** What risky actions cost and stop, with the advice on each. */
export function actionOperations({ checkpoints }: { checkpoints: Pick<Checkpoints, 'actions'> }): Handlers<typeof actionRoutes> {
  return {
    'action.list': async ({ params: { population }, query }) => {
      const { actions, from, to, ...found } = await checkpoints.actions({ population, ...query });
      return {
        ...found, from: from.toISOString(), to: to.toISOString(),
        actions: actions.map(({ name, stage, stakes, went, counted, advice }) => ({
          name, stage, went, counted: [...counted], stakes,
          advice: advice && {
            now: advice.now, atBest: advice.atBest, bands: [...advice.bands], thresholds: [...advice.thresholds],
            inWords: adviceInWords(advice, found.currency),
          },
        })),
      };
    },
  };
}
