import type { keyRoutes } from '../../../contract/admin/index.ts';
import type { Keys } from '../keys/index.ts';
import type { Policies } from '../policy/index.ts';
import type { Handlers, InTransaction } from './operation.ts';

/** Signing keys, without what is secret in them. */
export function keyOperations(
  { keys, policies, transaction }: { keys: Keys; policies: Policies; transaction: InTransaction },
): Handlers<typeof keyRoutes> {
  return {
    'key.list': async ({ params }) => {
      await policies.population(params.population);
      const found = await keys.signingKeys(params.population);
      return {
        keys: found.map(({ kid, algorithm, state, createdAt, activeFrom }) => ({
          kid, algorithm, state, createdAt: createdAt.toISOString(), activeFrom: activeFrom.toISOString(),
        })),
      };
    },
    'key.rotate': async ({ params, body }) => {
      await policies.population(params.population);
      const kids = await transaction((tx) => keys.rotateSigningKeys(tx, params.population, { atOnce: body.atOnce }));
      return { kids: [...kids] };
    },
  };
}
