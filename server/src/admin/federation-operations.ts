import type { federationRoutes } from '../../../contract/admin/index.ts';
import type { Federation } from '../federation/index.ts';
import type { Policies } from '../policy/index.ts';
import type { Handlers, InTransaction } from './operation.ts';

/** Providers upstream; their secrets go in and never out. */
export function federationOperations(
  { federation, policies, transaction }: { federation: Federation; policies: Policies; transaction: InTransaction },
): Handlers<typeof federationRoutes> {
  return {
    'federation.list': async ({ params }) => {
      await policies.population(params.population);
      return { providers: [...await federation.providers(params.population)] };
    },
    'federation.set-secret': async ({ params: { population, provider }, body, actor }) => {
      await policies.population(population);
      await transaction((tx) => federation.setSecret(tx, population, provider, body.secret, actor));
      return { provider };
    },
  };
}
