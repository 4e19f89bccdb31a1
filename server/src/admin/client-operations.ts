import type { clientRoutes, ShownClient } from '../../../contract/admin/index.ts';
import type { Client, Clients } from '../clients/index.ts';
import { consoleClientId } from './console/console-client.ts';
import { fail } from '../kernel/index.ts';
import type { Policies } from '../policy/index.ts';
import type { Handlers, InTransaction, Tx } from './operation.ts';

interface ClientDeps {
  readonly clients: Clients;
  readonly policies: Policies;
  readonly db: Tx;
  readonly transaction: InTransaction;
}

/** Applications. */
export function clientOperations({ clients, policies, db, transaction }: ClientDeps): Handlers<typeof clientRoutes> {
  const find = async (population: string, id: string): Promise<Client> =>
    await clients.find(db, population, id) ?? fail('client.unknown', { detail: id });

  return {
    'client.list': async ({ params }) => {
      await policies.population(params.population);
      return { clients: (await clients.list(db, params.population)).map(shown) };
    },
    'client.create': async ({ params, body, actor }) => {
      await policies.population(params.population);
      const made = await transaction((tx) => clients.create(tx, { ...body, population: params.population }, actor));
      return { client: shown(made.client), ...(made.secret === undefined ? {} : { secret: made.secret }) };
    },
    'client.get': async ({ params }) => ({ client: shown(await find(params.population, params.client)) }),
    'client.rotate-secret': async ({ params, body, actor }) => {
      const { secret, previousUntil } = await transaction((tx) =>
        clients.rotateSecret(tx, params.population, params.client, actor, { atOnce: body.atOnce }));
      return { secret, previousUntil: previousUntil?.toISOString() ?? null };
    },
    'client.disable': async ({ params, body, actor }) => {
      if (params.client === consoleClientId) {
        fail('client.invalid', { faults: [{ at: 'client', problem: 'the console signs administrators in through it' }] });
      }
      await transaction((tx) => clients.disable(tx, params.population, params.client, actor, body.reason));
      return { client: shown(await find(params.population, params.client)) };
    },
  };
}

function shown(client: Client): ShownClient {
  return {
    ...client,
    screenOrigins: [...client.screenOrigins], grantTypes: [...client.grantTypes], redirectUris: [...client.redirectUris], scopes: [...client.scopes],
    postLogoutRedirectUris: [...client.postLogoutRedirectUris], resources: [...client.resources],
    jwks: client.jwks as ShownClient['jwks'],
    disabledAt: client.disabledAt?.toISOString() ?? null, createdAt: client.createdAt.toISOString(),
  };
}
