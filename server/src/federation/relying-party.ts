import * as oidc from 'openid-client';
import { fail, hashToken, LimenError, minute, type Clock } from '../kernel/index.ts';
import { appleSecret } from './apple-secret.ts';
import type { FederationDeps } from './federation-deps.ts';
import { githubMetadata, isGithub } from './github.ts';
import { selectSecret } from './secret-store.ts';
import type { Upstream } from './upstream.ts';

export type RelyingParties = (population: string, upstream: Upstream) => Promise<oidc.Configuration>;

/** Providers change their keys and addresses rarely; keys are asked for again by the library when one is unknown. */
const keptFor = 10 * minute;
const mostKept = 100;
/** For every single call; the guard for outgoing calls has a bound of its own besides. */
const patience = 5;
/** Clocks of two houses (OpenID Connect Core §3.1.3.7: "a small leeway"). */
const leeway = 30;

interface Kept { readonly until: number; readonly made: Promise<oidc.Configuration> }

/**
 * This population as a client of each upstream, with what its discovery document says. Who asks at the same time waits
 * for the same discovery; one that failed is not kept.
 */
export function createRelyingParties(deps: FederationDeps): RelyingParties {
  const { database, sealer, clock } = deps;
  const kept = new Map<string, Kept>();
  return async (population, upstream) => {
    const secret = (await selectSecret(database.db, sealer, population, upstream.id))?.reveal();
    if (secret === undefined && upstream.authMethod !== 'none') {
      fail('federation.unavailable', { detail: `no secret is set for ${upstream.id}` });
    }
    const key = JSON.stringify([population, upstream, hashToken(secret ?? '').toString('base64url')]);
    const now = clock().getTime();
    const known = kept.get(key);
    if (known && known.until > now) return known.made;
    const made = discover(deps, upstream, secret);
    if (kept.size >= mostKept) kept.clear();
    kept.set(key, { until: now + keptFor, made });
    return made.catch((error: unknown) => {
      if (kept.get(key)?.made === made) kept.delete(key);
      throw unavailable(error);
    });
  };
}

async function discover(
  { outbound, clock }: FederationDeps, upstream: Upstream, secret: string | undefined,
): Promise<oidc.Configuration> {
  const through: oidc.CustomFetch = (url, init) => outbound.fetch(url, init as RequestInit);
  // http only ever leads to an address that the operator has put on the list for outgoing calls.
  const insecure = upstream.issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [];
  if (isGithub(upstream)) {
    const known = new oidc.Configuration(githubMetadata(upstream), upstream.clientId, undefined, authentication(upstream, secret, clock));
    known[oidc.customFetch] = through;
    known.timeout = patience;
    for (const allow of insecure) allow(known);
    return known;
  }
  const found = await oidc.discovery(
    new URL(upstream.issuer), upstream.clientId, { [oidc.clockTolerance]: leeway }, authentication(upstream, secret, clock), {
      // The code comes over TLS, but what it brought is held against the provider's keys all the same.
      execute: [...insecure, oidc.enableNonRepudiationChecks], [oidc.customFetch]: through, timeout: patience,
    });
  const metadata = found.serverMetadata();
  // The library lets some providers name another issuer than the one asked; here none may (RFC 8414 §3.3).
  if (new URL(metadata.issuer).href !== new URL(upstream.issuer).href) {
    fail('federation.unavailable', { detail: `${upstream.id} says that it is another issuer` });
  }
  const allowed = insecure.length > 0 ? ['https:', 'http:'] : ['https:'];
  if (!allowed.includes(new URL(metadata.authorization_endpoint ?? '').protocol)) fail('federation.unavailable');
  return found;
}

function authentication(upstream: Upstream, secret: string | undefined, clock: Clock): oidc.ClientAuth {
  if (secret === undefined || upstream.authMethod === 'none') return oidc.None();
  if (upstream.preset === 'apple') return appleAuthentication(upstream, secret, clock);
  return upstream.authMethod === 'client_secret_post' ? oidc.ClientSecretPost(secret) : oidc.ClientSecretBasic(secret);
}

/** Made for each call, since it lives for minutes only. */
function appleAuthentication(upstream: Upstream, pem: string, clock: Clock): oidc.ClientAuth {
  return async (_as, client, body) => {
    body.set('client_id', client.client_id);
    body.set('client_secret', await appleSecret(upstream, pem, clock()));
  };
}

/** What keeps from reaching a provider is all the same to who wants to sign in there. */
export function unavailable(error: unknown): LimenError {
  if (error instanceof LimenError && error.code.startsWith('federation.')) return error;
  return new LimenError('federation.unavailable', { cause: error });
}
