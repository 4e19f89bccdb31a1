import type { EventEmitter } from 'node:events';
import { Provider, type Client as ProviderClient, type KoaContextWithOIDC } from 'oidc-provider';
import { challengePath } from '../../../contract/challenge.ts';
import type { Clients } from '../clients/index.ts';
import type { EventLog } from '../events/index.ts';
import type { Keys } from '../keys/index.ts';
import { randomToken, type Log, type Randomness } from '../kernel/index.ts';
import type { Policies } from '../policy/index.ts';
import type { Sessions } from '../sessions/index.ts';
import { artefactAdapter, rememberOnce } from './artefact-adapter.ts';
import type { ActiveClients } from './active-clients.ts';
import { clientMetadata } from './client-metadata.ts';
import { crossOriginGuard } from './cross-origin.ts';
import { mountOf, type Mount } from './issuer-path.ts';
import { noteIssued } from './note-session-client.ts';
import { providerConfig, type ProviderConfigDeps } from './provider-config.ts';
import { bindSessions, type SessionBinding } from './provider-session.ts';
import { endWithRevocation, type RemoteArtefacts } from './remote/index.ts';
import { noteReuse } from './request-notes.ts';
import { tokenEvents } from './token-events.ts';

export interface BuildProviderDeps extends Omit<ProviderConfigDeps, 'findClient' | 'sessions'> {
  readonly events: Pick<EventLog, 'append' | 'appendGrouped'>;
  readonly sessions: Pick<Sessions, 'find' | 'end'>;
  readonly remote: RemoteArtefacts;
  readonly keys: Pick<Keys, 'signingKeys' | 'cookieKeys'>;
  readonly policies: Pick<Policies, 'population' | 'current'>;
  readonly clients: Pick<Clients, 'verifySecret'>;
  readonly activeClients: ActiveClients;
  readonly livingSession: (population: string, req: Parameters<SessionBinding['livingSession']>[0]) =>
  ReturnType<SessionBinding['livingSession']>;
  readonly random: Randomness;
  readonly log: Log;
}

/** The OpenID provider of one population, as its keys and its policy are now. */
export interface BuiltProvider {
  readonly provider: Provider;
  readonly mount: Mount;
  /** False at a population of machines. */
  readonly meetsPeople: boolean;
  readonly listen: ReturnType<Provider['callback']>;
}

/** @throws population.unknown */
export async function buildProvider(deps: BuildProviderDeps, population: string): Promise<BuiltProvider> {
  const [{ issuer }, policy, signingKeys, cookieKeys] = await Promise.all([
    deps.policies.population(population), deps.policies.current(population),
    deps.keys.signingKeys(population), deps.keys.cookieKeys(population),
  ]);
  const mount = mountOf(issuer);
  const findClient = (id: string) => deps.activeClients.find(population, id);
  // Nobody knows it, and it lives as long as this provider: a secret is compared by `clients` alone.
  const secretStandIn = randomToken(deps.random);
  const adapter = artefactAdapter({
    ...deps, population,
    findClient: async (id) => {
      const client = await findClient(id);
      return client && clientMetadata(client, secretStandIn);
    },
  });
  const provider = new Provider(issuer, providerConfig(
    { ...deps, findClient }, { population, mount, policy, signingKeys, cookieKeys, adapter }));
  adaptModels(provider, deps, population);
  useMiddleware(provider, deps, population);
  return { provider, mount, meetsPeople: policy.content.population.kind !== 'workload', listen: provider.callback() };
}

/** The places where the library leaves no setting and has to be told by its classes. */
function adaptModels(provider: Provider, deps: BuildProviderDeps, population: string): void {
  bindSessions(provider, { livingSession: (req) => deps.livingSession(population, req) });
  // Addresses come from the issuer alone, never from a header.
  provider.OIDCContext.prototype.urlFor = (name, options) => provider.urlFor(name, options as Record<string, never>);
  const client = provider.Client.prototype as ProviderClient & { includeSid(): boolean };
  client.includeSid = () => true;
  client.compareClientSecret = function compareClientSecret(this: ProviderClient, presented: string) {
    return deps.clients.verifySecret(deps.database.db, population, this.clientId, presented);
  };
  provider.ReplayDetection.unique = (iss, jti, exp) => rememberOnce({ ...deps, population }, iss, jti, exp);
}

function useMiddleware(provider: Provider, deps: BuildProviderDeps, population: string): void {
  const { log, activeClients } = deps;
  // The scheme and host that the provider sees are the issuer's, set by `askProvider` on every request.
  provider.proxy = true;
  provider.use(crossOriginGuard((origin) => activeClients.hasBrowserOrigin(population, origin)) as never);
  provider.use(tokenEvents(deps, population) as never);
  provider.use(endWithRevocation(deps, population) as never);
  provider.use(noteIssued(deps, population) as never);
  provider.use(describeHonestly as never);
  // Koa's own event, which the library's types leave out; without a listener it would write to the console.
  (provider as EventEmitter).on('error', (error: Error) => { log.warn({ err: error, population }, 'an answer could not be sent'); });
  provider.on('server_error', (ctx: KoaContextWithOIDC, error: Error) => {
    log.error({ err: error, population, route: ctx.oidc?.route }, 'the OpenID provider failed');
  });
  provider.on('grant.revoked', (ctx: KoaContextWithOIDC) => {
    // At the token endpoint the library revokes for one reason only.
    if (ctx.oidc.route === 'token') noteReuse(ctx);
  });
}

/**
 * Discovery names what the library could do; clients here are registered for the query mode alone, and push requests
 * by way of the authorization challenge endpoint only.
 */
async function describeHonestly(ctx: { body: unknown; oidc?: { route: string; provider: Provider } }, next: () => Promise<void>) {
  await next();
  if (ctx.oidc?.route !== 'discovery' || typeof ctx.body !== 'object' || ctx.body === null) return;
  Object.assign(ctx.body, {
    response_modes_supported: ['query'],
    pushed_authorization_request_endpoint: undefined, require_pushed_authorization_requests: undefined,
    authorization_challenge_endpoint: `${ctx.oidc.provider.issuer.replace(/\/$/, '')}${challengePath}`,
  });
}
