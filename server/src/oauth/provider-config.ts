import type { JWK } from 'jose';
import type { AdapterFactory, Configuration, KoaContextWithOIDC } from 'oidc-provider';
import type { PolicyContent } from '../../../contract/policy/index.ts';
import type { PublishedPolicy } from '../policy/index.ts';
import type { Checkpoints } from '../checkpoints/index.ts';
import type { Client } from '../clients/index.ts';
import type { Directory } from '../directory/index.ts';
import type { SigningKey } from '../keys/index.ts';
import { hour, minute, second, type Clock } from '../kernel/index.ts';
import type { Outbound } from '../outbound/index.ts';
import type { Session, Sessions } from '../sessions/index.ts';
import type { Database } from '../storage/index.ts';
import type { PrincipalAccount } from './account.ts';
import { acr } from '../../../contract/events/index.ts';
import { pushedRequestPath } from './ask-inside.ts';
import { browserOrigins } from './client-metadata.ts';
import { grantFor } from './consent.ts';
import { proofAlgorithms } from './dpop-proof.ts';
import type { Mount } from './issuer-path.ts';
import { checkMachine, type MachineToken } from './machine-tokens.ts';
import type { PageDoor } from './oauth.ts';
import { claimsByScope, openidScopes } from './oidc-scopes.ts';
import { providerCookies } from './provider-cookies.ts';
import type { BoundSession } from './provider-session.ts';
import { remoteFeatures, remoteLifetimes } from './remote/index.ts';
import { resourceIndicators } from './resource-servers.ts';
import { richAuthorization } from './rich-authorization.ts';
import { signInPolicy } from './sign-in-policy.ts';
import { accountAskedFor, accountOfBrowser, accountOfToken, mayIntrospect, mayRevoke, type HeldToken } from './standing.ts';
import { accessTokenLifetime, refreshTokenLifetime, sessionLifetime } from './token-lifetimes.ts';

export interface ProviderConfigDeps {
  readonly database: Database;
  readonly directory: Directory;
  readonly sessions: Pick<Sessions, 'find'>;
  readonly outbound: Pick<Outbound, 'fetch'>;
  readonly clock: Clock;
  readonly checkpoints: Pick<Checkpoints, 'checkToken'>;
  /** An application of this population that may act now. */
  readonly findClient: (id: string) => Promise<Client | undefined>;
  readonly pages: Pick<PageDoor, 'languages'>;
  readonly renderError: NonNullable<Configuration['renderError']>;
}

/** What a provider is built from; a change of any of it means another provider. */
export interface ProviderGround {
  readonly population: string;
  readonly mount: Mount;
  readonly policy: PublishedPolicy;
  readonly signingKeys: readonly SigningKey[];
  readonly cookieKeys: readonly Buffer[];
  readonly adapter: AdapterFactory;
}

/** Client assertions are made for one request; one that lives longer was not (RFC 7523 §3). */
const longestAssertion = 10 * minute / second;

const off = { enabled: false } as const;
const signatures = ['ES256', 'RS256', 'PS256', 'Ed25519', 'EdDSA'] as const;

export function providerConfig(deps: ProviderConfigDeps, ground: ProviderGround): Configuration {
  const { policy: { content }, signingKeys } = ground;
  const algorithm = signingKeys.some((key) => key.algorithm === 'ES256') ? 'ES256' : 'RS256';
  return {
    adapter: ground.adapter,
    jwks: { keys: signingKeys.map(toJwk) as NonNullable<Configuration['jwks']>['keys'] },
    cookies: providerCookies(ground.population, ground.mount, ground.cookieKeys),
    responseTypes: ['code'],
    subjectTypes: ['public'],
    scopes: [...openidScopes],
    claims: Object.fromEntries(Object.entries(claimsByScope).map(([scope, claims]) => [scope, [...claims]])),
    acrValues: acr.options,
    extraClientMetadata: { properties: ['screen_origins'] },
    clientAuthMethods: ['none', 'client_secret_basic', 'private_key_jwt'],
    enabledJWA: {
      idTokenSigningAlgValues: ['RS256', 'ES256'],
      clientAuthSigningAlgValues: [...signatures],
      dPoPSigningAlgValues: [...proofAlgorithms],
    },
    pkce: { required: () => true },
    allowOmittingSingleRegisteredRedirectUri: false,
    routes: {
      authorization: '/authorize', token: '/token', introspection: '/introspect', revocation: '/revoke',
      pushed_authorization_request: pushedRequestPath,
      userinfo: '/userinfo', jwks: '/jwks', end_session: '/sign-out',
      device_authorization: '/device-authorization', code_verification: '/device', backchannel_authentication: '/backchannel',
    },
    discovery: { ui_locales_supported: [...deps.pages.languages], claim_types_supported: ['normal'] },
    interactions: {
      policy: signInPolicy({
        required: content.assurance.required,
        canSignUp: Object.values(content.journeys).some((journey) => journey.purpose === 'sign-up'),
      }),
      url: (_ctx, { uid }) => `${ground.mount.path}/interaction/${uid}`,
    },
    features: { ...features(deps, algorithm, content), ...remoteFeatures({ ...deps, population: ground.population, kind: content.population.kind }) },
    fetch: deps.outbound.fetch as NonNullable<Configuration['fetch']>,
    renderError: deps.renderError,
    ...tokenRules(deps, ground),
  };
}

function features(
  deps: ProviderConfigDeps, algorithm: 'ES256' | 'RS256', content: PolicyContent,
): NonNullable<Configuration['features']> {
  return {
    // Asked from inside only: no route leads to it.
    pushedAuthorizationRequests: { enabled: true },
    dPoP: { enabled: true },
    devInteractions: off, registration: off,
    backchannelLogout: { enabled: true },
    claimsParameter: { enabled: true },
    clientCredentials: { enabled: true },
    userinfo: { enabled: true },
    resourceIndicators: resourceIndicators({ algorithm, findClient: deps.findClient }),
    ...(content.population.kind === 'workload' ? {} : { richAuthorizationRequests: richAuthorization(content) }),
    introspection: { enabled: true, allowedPolicy: (_ctx, client, token) => mayIntrospect(deps, client.clientId, token) },
    revocation: { enabled: true, allowedPolicy: async (_ctx, client, token) => mayRevoke(client.clientId, token) },
    // For discovery and the clients' metadata; the requests are answered by our own route.
    rpInitiatedLogout: { enabled: true, logoutSource: unreachable, postLogoutSuccessSource: unreachable },
  };
}

const unreachable = async (): Promise<never> => { throw new Error('sign-out is not answered by the provider'); };

/** Our session that the request is about: the browser's at the authorization endpoint, the token's elsewhere. */
function sessionOf(ctx: KoaContextWithOIDC | undefined): Session | undefined {
  const account = ctx?.oidc.account as PrincipalAccount | undefined;
  return account?.session ?? (ctx?.oidc.session as BoundSession | undefined)?.living;
}

function tokenRules(deps: ProviderConfigDeps, { population, policy }: ProviderGround): Partial<Configuration> {
  const { clock, findClient } = deps;
  const { content } = policy;
  return {
    findAccount: (ctx, sub, token) => (token ? accountOfToken(deps, population, token as HeldToken)
      : ctx.oidc.route === 'backchannel_authentication' ? accountAskedFor(deps, { population, principal: sub })
        : accountOfBrowser(deps, ctx, sub, content)),
    loadExistingGrant: (ctx) => grantFor({ database: deps.database, population, findClient }, ctx),
    // A screen that isn't the person's own keeps nothing that outlives its session.
    // Nor does a transaction, which is confirmed once.
    issueRefreshToken: async (_ctx, client, source) => (
      client.grantTypeAllowed('refresh_token') && source.rar === undefined && ['AuthorizationCode', 'RefreshToken'].includes(source.kind)),
    rotateRefreshToken: true,
    // Our session decides, not the provider's record of it.
    expiresWithSession: async () => false,
    // What is left of a grant after one access token was revoked may still be refreshed (RFC 7009 §2.1).
    revokeGrantPolicy: (ctx) => !(ctx.oidc.route === 'revocation' && ctx.oidc.entities.AccessToken),
    clientBasedCORS: (_ctx, origin, client) => isBrowserClient(client, origin),
    assertJwtClientAuthClaimsAndHeader: async (_ctx, claims) => {
      const now = clock().getTime() / second;
      if (typeof claims['exp'] === 'number' && claims['exp'] - now > longestAssertion) {
        throw new TypeError('the client assertion lives too long');
      }
    },
    extraTokenClaims: async (ctx, token) => {
      if (token.kind === 'ClientCredentials') {
        const client = await findClient(token.clientId ?? '');
        if (!client?.principal) return undefined;
        await checkMachine(deps.checkpoints, policy, ctx, client, token as MachineToken);
        return { sub: client.principal };
      }
      // RFC 9068 §2.2.1: what was proved when the person signed in, however often it is refreshed.
      const { AuthorizationCode, RefreshToken, DeviceCode, BackchannelAuthenticationRequest } = ctx.oidc.entities;
      const source = AuthorizationCode ?? RefreshToken ?? DeviceCode ?? BackchannelAuthenticationRequest;
      return source && { acr: source.acr, amr: source.amr, auth_time: source.authTime };
    },
    formats: {
      customizers: {
        // RFC 9068 §2.2.1: who acts for itself is named like everybody else, as a principal.
        jwt: (_ctx, token, parts) => {
          const { extra, sid } = token as { extra?: { sub?: string }; sid?: string };
          Object.assign(parts.payload as object, extra?.sub === undefined ? {} : { sub: extra.sub }, sid ? { sid } : {});
        },
      },
    },
    ttl: {
      AccessToken: (ctx) => accessTokenLifetime(content, sessionOf(ctx), clock()),
      ClientCredentials: () => accessTokenLifetime(content, undefined, clock()),
      RefreshToken: (ctx) => refreshTokenLifetime(content, sessionOf(ctx), clock()),
      Grant: (ctx) => sessionLifetime(content, sessionOf(ctx), clock()),
      Session: (ctx) => sessionLifetime(content, sessionOf(ctx), clock()),
      AuthorizationCode: minute / second,
      IdToken: 10 * minute / second,
      Interaction: hour / second,
      ...remoteLifetimes,
    },
  };
}

interface ClientFacts {
  readonly clientAuthMethod?: string; readonly redirectUris?: readonly string[]; readonly screen_origins?: readonly string[];
}

function isBrowserClient({ clientAuthMethod, redirectUris = [], screen_origins: screenOrigins = [] }: ClientFacts, origin: string) {
  return browserOrigins({ authMethod: clientAuthMethod as Client['authMethod'], redirectUris, screenOrigins }).includes(origin);
}

function toJwk({ jwk, kid, algorithm }: SigningKey): JWK {
  return { ...jwk, kid, alg: algorithm, use: 'sig' };
}
