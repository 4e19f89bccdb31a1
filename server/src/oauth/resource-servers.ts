import { errors, type Client as ProviderClient, type Configuration } from 'oidc-provider';
import { transactionType } from '../../../contract/transaction.ts';
import type { Client } from '../clients/index.ts';
import { resourceScopes } from './client-metadata.ts';

type ResourceIndicators = NonNullable<NonNullable<Configuration['features']>['resourceIndicators']>;

/**
 * RFC 8707: an application may name the resources that it is registered for. A token for one is a signed JWT
 * (RFC 9068) with that resource as its audience; without one it is opaque and for this server only.
 */
export function resourceIndicators(options: {
  algorithm: 'ES256' | 'RS256';
  findClient: (id: string) => Promise<Client | undefined>;
}): ResourceIndicators {
  return {
    enabled: true,
    // A transaction whose application names no resource is for that application itself.
    defaultResource: async ({ oidc }, _client, oneOf) => (
      oneOf ?? (oidc.params?.['authorization_details'] === undefined ? undefined : transactionType)) as never,
    // §2.2: without `resource` the token is for what was granted.
    useGrantedResource: async (_ctx, source) => typeof (source as { resource?: unknown }).resource === 'string',
    getResourceServerInfo: async (_ctx, resource: string, { clientId }: ProviderClient) => {
      const client = await options.findClient(clientId);
      const jwt = { accessTokenFormat: 'jwt', jwt: { sign: { alg: options.algorithm } } } as const;
      if (resource === transactionType && client) return { audience: client.id, scope: '', ...jwt };
      if (!client?.resources.includes(resource)) throw new errors.InvalidTarget();
      return {
        audience: resource,
        scope: resourceScopes(client).join(' '),
        ...jwt,
      };
    },
  };
}
