import type { AdapterPayload } from 'oidc-provider';
import { cibaGrant } from '../../../contract/admin/client-registration.ts';
import { transactionType } from '../../../contract/transaction.ts';
import type { Client } from '../clients/index.ts';
import { isOpenidScope } from './oidc-scopes.ts';

/**
 * An application as the provider wants it described (OpenID Connect Dynamic Client Registration 1.0 §2).
 * `secretStandIn` fills the place of the secret, which nobody but `clients` can check.
 */
export function clientMetadata(client: Client, secretStandIn: string): AdapterPayload {
  const hasCode = client.grantTypes.includes('authorization_code');
  return {
    client_id: client.id,
    client_name: client.name,
    application_type: hasPrivateScheme(client) ? 'native' : 'web',
    grant_types: [...client.grantTypes],
    response_types: hasCode ? ['code'] : [],
    // The code goes into the query: form_post needs a script, fragments only serve flows that aren't here.
    response_modes: hasCode ? ['query'] : undefined,
    redirect_uris: [...client.redirectUris],
    post_logout_redirect_uris: [...client.postLogoutRedirectUris],
    token_endpoint_auth_method: client.authMethod,
    client_secret: client.authMethod === 'client_secret_basic' ? secretStandIn : undefined,
    jwks: client.authMethod === 'private_key_jwt' && client.jwks ? { keys: [...client.jwks.keys] } : undefined,
    jwks_uri: client.authMethod === 'private_key_jwt' && !client.jwks ? client.jwksUri ?? undefined : undefined,
    scope: allowedScope(client),
    id_token_signed_response_alg: 'RS256',
    screen_origins: [...client.screenOrigins],
    // Transactions are confirmed by a person on a page, for whichever application they are there for.
    authorization_details_types: hasCode ? [transactionType] : [],
    ...(client.grantTypes.includes(cibaGrant) ? { backchannel_token_delivery_mode: 'poll' } : {}),
    ...(client.backchannelLogoutUri === null ? {} : {
      backchannel_logout_uri: client.backchannelLogoutUri, backchannel_logout_session_required: true,
    }),
  } as AdapterPayload;
}

/** The provider takes an empty list as "any"; an application without OpenID scopes can't use `openid` alone either. */
function allowedScope(client: Client): string {
  const allowed = client.scopes.filter(isOpenidScope);
  if (client.grantTypes.includes('refresh_token') && allowed.includes('openid')) allowed.push('offline_access');
  return allowed.length > 0 ? [...new Set(allowed)].join(' ') : 'offline_access';
}

/** RFC 8252 §7.1: an application that is called back by a scheme of its own. */
function hasPrivateScheme(client: Client): boolean {
  return client.redirectUris.some((uri) => !/^https?:/i.test(uri));
}

/** Scopes of the resources it may name. */
export function resourceScopes(client: Client): readonly string[] {
  return client.scopes.filter((scope) => !isOpenidScope(scope));
}

/** Origins from which a browser application without a secret may call: its redirect addresses', and its screens'. */
export function browserOrigins(client: Pick<Client, 'authMethod' | 'redirectUris' | 'screenOrigins'>): readonly string[] {
  if (client.authMethod !== 'none') return [];
  const addresses = [...client.redirectUris, ...client.screenOrigins];
  return addresses.filter((uri) => /^https?:/i.test(uri)).map((uri) => new URL(uri).origin);
}
