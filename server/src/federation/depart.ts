import * as oidc from 'openid-client';
import { fail, randomToken } from '../kernel/index.ts';
import type { Federation } from './federation.ts';
import type { FederationDeps } from './federation-deps.ts';
import { isGithub } from './github.ts';
import { unavailable, type RelyingParties } from './relying-party.ts';
import { callbackOf, upstreamOf } from './upstream.ts';

/** The way out: PKCE, a state that names the run, and a nonce, all made for this one time (RFC 9700 §2.1.1, §4.7). */
export function createDepart(deps: FederationDeps, relyingParties: RelyingParties): Federation['depart'] {
  const { policies, random } = deps;
  return async (population, provider, { state, loginHint, locale, maxAge }) => {
    const [{ content }, { issuer: own }] = await Promise.all([policies.current(population), policies.population(population)]);
    const upstream = upstreamOf(content, provider);
    // Whoever is signed in there is sent back unasked, and nobody says since when: an old proof would count as fresh.
    if (isGithub(upstream) && maxAge !== undefined) fail('federation.unavailable', { detail: 'GitHub says nothing of when' });
    const relyingParty = await relyingParties(population, upstream);
    const [nonce, verifier] = [randomToken(random), randomToken(random)];
    const departure = {
      provider, issuer: relyingParty.serverMetadata().issuer, clientId: upstream.clientId, state, nonce, verifier,
      ...(maxAge === undefined ? {} : { maxAge }),
    };
    try {
      const url = oidc.buildAuthorizationUrl(relyingParty, {
        response_type: 'code', redirect_uri: callbackOf(own, provider), scope: upstream.scopes.join(' '), state,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
        ...(isGithub(upstream) ? {} : { nonce }),
        ...(upstream.postsAnswer ? { response_mode: 'form_post' } : {}),
        ...(loginHint === undefined ? {} : { login_hint: loginHint }),
        ...(locale === undefined ? {} : { ui_locales: locale }),
        ...(maxAge === undefined ? {} : { max_age: String(maxAge) }),
      });
      return { url: url.href, departure };
    } catch (error) {
      throw unavailable(error);
    }
  };
}
