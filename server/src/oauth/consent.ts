import type { Grant, Interaction, KoaContextWithOIDC } from 'oidc-provider';
import type { Client } from '../clients/index.ts';
import type { Database } from '../storage/index.ts';
import { selectConsent, type Consent } from './consent-store.ts';

/**
 * The provider's grant for this authorization, with what the application may have of what it asks for: everything
 * for the organisation's own, and what the person consented to for others. Each authorization has a grant of its own,
 * so that a reused code revokes what came of that one alone.
 */
export async function grantFor(
  deps: { database: Database; population: string; findClient: (id: string) => Promise<Client | undefined> },
  ctx: KoaContextWithOIDC,
): Promise<Grant | undefined> {
  const { account, client, provider } = ctx.oidc;
  if (!account || !client) return undefined;
  const registered = await deps.findClient(client.clientId);
  if (!registered) return undefined;
  const ref = { population: deps.population, principal: account.accountId };
  const consent = registered.firstParty ? undefined
    : await selectConsent(deps.database.db, ref, registered.id) ?? nothing;
  const grant = new provider.Grant({ accountId: account.accountId, clientId: registered.id });
  fill(grant, ctx, consent);
  await grant.save();
  return grant;
}

const nothing: Consent = { scopes: [], claims: [] };

function fill(grant: Grant, { oidc }: KoaContextWithOIDC, consent: Consent | undefined): void {
  const isLet = (scope: string) => consent === undefined || consent.scopes.includes(scope);
  const scopes = [...oidc.requestParamOIDCScopes].filter(isLet);
  if (scopes.length > 0) grant.addOIDCScope(scopes);
  const claims = [...oidc.requestParamClaims].filter((claim) => consent === undefined || consent.claims.includes(claim));
  if (claims.length > 0) grant.addOIDCClaims(claims);
  for (const [resource, server] of Object.entries(oidc.resourceServers ?? {})) {
    const wanted = [...oidc.requestParamScopes].filter((scope) => server.scopes.has(scope) && isLet(scope));
    if (wanted.length > 0) grant.addResourceScope(resource, wanted);
  }
}

/**
 * What a person is to be asked: what the consent prompt says is missing, or all that the request names where it wants
 * the question itself (`prompt=consent`).
 */
export function askedConsent({ prompt, params }: Pick<Interaction, 'prompt' | 'params'>): Consent {
  const { missingOIDCScope, missingOIDCClaims, missingResourceScopes } = prompt.details;
  const ofResources = Object.values((missingResourceScopes ?? {}) as Record<string, string[]>).flat();
  const missing = [...((missingOIDCScope ?? []) as string[]), ...ofResources];
  const all = prompt.reasons.includes('consent_prompt') ? String(params['scope'] ?? '').split(' ').filter(Boolean) : [];
  return { scopes: [...new Set([...missing, ...all])], claims: [...new Set((missingOIDCClaims ?? []) as string[])] };
}

/** Both together; what was let earlier stays let. */
export function joinConsents(a: Consent | undefined, b: Consent): Consent {
  return {
    scopes: [...new Set([...(a?.scopes ?? []), ...b.scopes])],
    claims: [...new Set([...(a?.claims ?? []), ...b.claims])],
  };
}
