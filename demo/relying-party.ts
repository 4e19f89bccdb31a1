import { isDeepStrictEqual } from 'node:util';
import { createRemoteJWKSet, type CryptoKey, type JWTVerifyGetKey } from 'jose';
import * as openid from 'openid-client';

/** How the application proves to the issuer who it is. */
export type ClientProof =
  /** It runs where everybody can read everything, so it keeps no secret. */
  | { readonly method: 'none' }
  | { readonly method: 'client_secret_basic'; readonly secret: string }
  | { readonly method: 'private_key_jwt'; readonly key: CryptoKey; readonly keyId: string };

export interface RelyingPartyOptions {
  /** The population's issuer identifier. */
  readonly issuer: string;
  readonly clientId: string;
  readonly proof: ClientProof;
  readonly redirectUri: string;
  readonly postLogoutRedirectUri: string;
}

/** What the application wants of a sign-in, in the request's own words. */
export interface SignInWish {
  readonly prompt?: 'create' | 'login';
  readonly acrValues?: string;
  /** Seconds. */
  readonly maxAge?: number;
  readonly loginHint?: string;
  /** What the person is to see and confirm (RFC 9396 §2). */
  readonly authorizationDetails?: readonly Readonly<Record<string, unknown>>[];
}

/** What has to be remembered until the browser comes back. */
export interface PendingSignIn {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly maxAge: number | undefined;
  /** A transaction was asked to be confirmed: the token is for that one, and for nothing else. */
  readonly details?: SignInWish['authorizationDetails'];
}

export interface SignedIn {
  readonly subject: string;
  readonly sid: string | undefined;
  readonly name: string | undefined;
  readonly email: string | undefined;
  readonly acr: string | undefined;
  readonly amr: readonly string[];
  readonly authTime: Date | undefined;
  readonly idToken: string;
}

export interface RelyingParty {
  begin(wish?: SignInWish): Promise<{ url: URL; pending: PendingSignIn }>;
  /** @throws where the answer is an error or does not hold; see `describeRefusal` */
  finish(currentUrl: URL, pending: PendingSignIn): Promise<SignedIn>;
  /** Where the browser is sent to end the session at the issuer too. */
  signOutUrl(idToken: string | undefined): Promise<URL>;
  /** The issuer's keys, for tokens that it sends by itself. */
  keys(): Promise<JWTVerifyGetKey>;
}

export function createRelyingParty(options: RelyingPartyOptions): RelyingParty {
  const discover = discovery(options);
  let keySet: JWTVerifyGetKey | undefined;

  return {
    async begin(wish = {}) {
      const configuration = await discover();
      const codeVerifier = openid.randomPKCECodeVerifier();
      const pending = {
        state: openid.randomState(), nonce: openid.randomNonce(), codeVerifier, maxAge: wish.maxAge,
        ...(wish.authorizationDetails ? { details: wish.authorizationDetails } : {}),
      };
      const url = openid.buildAuthorizationUrl(configuration, {
        redirect_uri: options.redirectUri, scope: 'openid profile email',
        code_challenge: await openid.calculatePKCECodeChallenge(codeVerifier), code_challenge_method: 'S256',
        state: pending.state, nonce: pending.nonce,
        ...(wish.prompt ? { prompt: wish.prompt } : {}),
        ...(wish.acrValues ? { acr_values: wish.acrValues } : {}),
        ...(wish.maxAge === undefined ? {} : { max_age: String(wish.maxAge) }),
        ...(wish.loginHint ? { login_hint: wish.loginHint } : {}),
        ...(wish.authorizationDetails ? { authorization_details: JSON.stringify(wish.authorizationDetails) } : {}),
      });
      return { url, pending };
    },

    async finish(currentUrl, pending) {
      const configuration = await discover();
      const tokens = await openid.authorizationCodeGrant(configuration, currentUrl, {
        expectedState: pending.state, expectedNonce: pending.nonce, pkceCodeVerifier: pending.codeVerifier,
        idTokenExpected: true, ...(pending.maxAge === undefined ? {} : { maxAge: pending.maxAge }),
      });
      const claims = tokens.claims()!;
      if (pending.details && !isDeepStrictEqual(tokens['authorization_details'], pending.details)) {
        throw new Error('the token is for another transaction');
      }
      const { name, email } = pending.details ? nameless
        : await openid.fetchUserInfo(configuration, tokens.access_token, claims.sub);
      return {
        subject: claims.sub, name, email, idToken: tokens.id_token!,
        sid: textOf(claims.sid), acr: textOf(claims.acr),
        amr: Array.isArray(claims.amr) ? claims.amr.map(String) : [],
        authTime: typeof claims.auth_time === 'number' ? new Date(claims.auth_time * 1000) : undefined,
      };
    },

    async signOutUrl(idToken) {
      return openid.buildEndSessionUrl(await discover(), {
        post_logout_redirect_uri: options.postLogoutRedirectUri, ...(idToken ? { id_token_hint: idToken } : {}),
      });
    },

    async keys() {
      return keySet ??= createRemoteJWKSet(new URL((await discover()).serverMetadata().jwks_uri!));
    },
  };
}

/** A token for a transaction opens nothing else: who they are is known from before. */
const nameless: { name?: string; email?: string } = {};

/** Discovers once; a failed try is not remembered, so the application may start before its issuer. */
export function discovery(options: Pick<RelyingPartyOptions, 'issuer' | 'clientId' | 'proof'>) {
  let found: Promise<openid.Configuration> | undefined;
  const { issuer, clientId, proof } = options;
  const authentication = proof.method === 'none' ? openid.None()
    : proof.method === 'client_secret_basic' ? openid.ClientSecretBasic(proof.secret)
      : openid.PrivateKeyJwt({ key: proof.key, kid: proof.keyId });
  // An issuer on loopback has no certificate; anywhere else http stays refused.
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(new URL(issuer).hostname);
  const execute = isLocal ? [openid.allowInsecureRequests] : [];
  return (): Promise<openid.Configuration> => {
    found ??= openid.discovery(new URL(issuer), clientId, undefined, authentication, { execute, timeout: 10 })
      .catch((error: unknown) => {
        found = undefined;
        throw error;
      });
    return found;
  };
}

/** Why a sign-in did not come about: the error that the issuer named, or that its answer did not hold. */
export function describeRefusal(error: unknown): { code: string; description: string | undefined } {
  if (error instanceof openid.AuthorizationResponseError || error instanceof openid.ResponseBodyError) {
    return { code: error.error, description: error.error_description };
  }
  return { code: 'invalid_response', description: error instanceof Error ? error.message : undefined };
}

function textOf(claim: unknown): string | undefined {
  return typeof claim === 'string' ? claim : undefined;
}
