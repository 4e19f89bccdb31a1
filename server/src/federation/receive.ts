import * as oidc from 'openid-client';
import { equalInConstantTime, fail, LimenError } from '../kernel/index.ts';
import type { Departure, Federation } from './federation.ts';
import type { FederationDeps } from './federation-deps.ts';
import { githubClaims, isGithub } from './github.ts';
import { identityOf } from './identity.ts';
import { unavailable, type RelyingParties } from './relying-party.ts';
import { callbackOf, upstreamOf, type Upstream } from './upstream.ts';

/** A provider that can't, rather than one that won't (RFC 6749 §4.1.2.1). */
const cannot: ReadonlySet<string> = new Set(['server_error', 'temporarily_unavailable']);
/** Answers of another server that are no answer at all. */
const noAnswer: ReadonlySet<unknown> = new Set([
  'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON', 'OAUTH_PARSE_ERROR', 'OAUTH_TIMEOUT', 'OAUTH_ABORT',
]);

/**
 * The way back. The issuer of the answer is held against the one that was asked before a code goes anywhere (RFC 9207
 * §2.4), then the ID token: signature, issuer, audience, authorized party, nonce, times (OpenID Connect Core §3.1.3.7).
 */
export function createReceive(deps: FederationDeps, relyingParties: RelyingParties): Federation['receive'] {
  const { policies, directory, outbound, clock, log } = deps;

  async function askAfter(population: string, departure: Departure): Promise<readonly [Upstream, oidc.Configuration]> {
    const upstream = upstreamOf((await policies.current(population)).content, departure.provider);
    const relyingParty = await relyingParties(population, upstream);
    // The policy may have changed while the person was away: an answer counts for whom it was asked of only.
    const isSame = relyingParty.serverMetadata().issuer === departure.issuer && upstream.clientId === departure.clientId;
    return isSame ? [upstream, relyingParty] : fail('federation.provider_unknown');
  }

  return async (population, departure, answer) => {
    if (!equalInConstantTime(answer.get('state') ?? '', departure.state)) fail('federation.answer_refused');
    const { issuer: own } = await policies.population(population);
    const [upstream, relyingParty] = await askAfter(population, departure);
    const came = new URL(callbackOf(own, departure.provider));
    for (const [name, value] of answer) came.searchParams.append(name, value);
    try {
      const claims = isGithub(upstream) ? await githubClaims(outbound, upstream, await tokenFrom(relyingParty, departure, came))
        : await claimsFrom(relyingParty, departure, came);
      return identityOf(upstream, departure, claims, { now: clock(), normaliseEmail: directory.normaliseEmail });
    } catch (error) {
      if (error instanceof oidc.AuthorizationResponseError && !cannot.has(error.error)) return undefined;
      const judged = judge(error);
      const { provider } = departure;
      log.warn({ population, provider, code: judged.code, reason: reasonOf(error) }, 'an upstream\'s answer was not taken');
      throw judged;
    }
  };
}

/** Without OpenID Connect there is no ID token: state, PKCE, and `iss` where it comes (RFC 9207) are what an answer is held by. */
async function tokenFrom(relyingParty: oidc.Configuration, { state, verifier }: Departure, came: URL): Promise<string> {
  const tokens = await oidc.authorizationCodeGrant(relyingParty, came, {
    expectedState: state, pkceCodeVerifier: verifier, idTokenExpected: false,
  });
  return tokens.access_token;
}

async function claimsFrom(
  relyingParty: oidc.Configuration, { state, nonce, verifier, maxAge, clientId }: Departure, came: URL,
): Promise<Readonly<Record<string, unknown>> & { readonly sub: string }> {
  const tokens = await oidc.authorizationCodeGrant(relyingParty, came, {
    expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true,
    ...(maxAge === undefined ? {} : { maxAge }),
  });
  const claims = tokens.claims() ?? fail('federation.answer_refused');
  // The library looks at it only where there are several audiences (OpenID Connect Core §3.1.3.7, 5).
  if (claims['azp'] !== undefined && claims['azp'] !== clientId) fail('federation.answer_refused');
  if (claims['email'] !== undefined || relyingParty.serverMetadata().userinfo_endpoint === undefined) return claims;
  // Many tell the address there only. What the ID token says about who it is, and how, comes from nowhere else.
  const told = await oidc.fetchUserInfo(relyingParty, tokens.access_token, claims.sub);
  const { email, email_verified: verified, name } = told;
  return { name, ...claims, email, email_verified: verified };
}

function judge(error: unknown): LimenError {
  if (error instanceof LimenError) return unavailable(error);
  if (error instanceof oidc.AuthorizationResponseError) return unavailable(error);
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if (at instanceof LimenError || noAnswer.has((at as { code?: unknown }).code)) return unavailable(error);
  }
  return new LimenError('federation.answer_refused', { cause: error });
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 200) : 'unknown';
}
