import type { Answer } from './ask.ts';
import { SignInError } from './sign-in-error.ts';

export interface Tokens {
  readonly accessToken: string;
  /** Seconds. */
  readonly expiresIn: number;
  readonly scope: string;
  readonly idToken?: string;
  readonly refreshToken?: string;
}

/** What an ID token has to say (OpenID Connect Core 1.0 §3.1.3.7); it came from the issuer itself, over TLS. */
export interface Expected { readonly issuer: string; readonly clientId: string; readonly nonce: string }

/** @throws SignInError refused, protocol */
export function tokensIn({ status, body }: Answer, expected?: Expected): Tokens {
  if (status !== 200) throw new SignInError('refused', body.error_description ?? 'No tokens were given.', { code: body.error });
  if (typeof body.access_token !== 'string' || body.token_type !== 'DPoP') throw new SignInError('protocol', 'The token is not bound to the key.');
  if (expected && body.id_token !== undefined) check(body.id_token, expected);
  return {
    accessToken: body.access_token, expiresIn: Number(body.expires_in), scope: body.scope ?? '',
    ...(body.id_token ? { idToken: body.id_token } : {}), ...(body.refresh_token ? { refreshToken: body.refresh_token } : {}),
  };
}

function check(idToken: string, { issuer, clientId, nonce }: Expected): void {
  const claims = claimsOf(idToken);
  const isOurs = claims.iss === issuer && [claims.aud].flat().includes(clientId) && claims.nonce === nonce
    && Number(claims.exp) * 1_000 > Date.now() - 60_000;
  if (!isOurs) throw new SignInError('protocol', 'The ID token is not the answer to this sign-in.');
}

/** @throws SignInError protocol */
export function subjectOf(idToken: string): string {
  const { sub } = claimsOf(idToken);
  if (typeof sub !== 'string') throw new SignInError('protocol', 'The ID token names nobody.');
  return sub;
}

interface Claims { readonly sub?: unknown; readonly iss?: unknown; readonly aud?: unknown; readonly nonce?: unknown; readonly exp?: unknown }

function claimsOf(token: string): Claims {
  try {
    const bytes = Uint8Array.from(atob(token.split('.')[1]!.replace(/-/g, '+').replace(/_/g, '/')), (each) => each.charCodeAt(0));
    return Object(JSON.parse(new TextDecoder().decode(bytes))) as Claims;
  } catch (cause) {
    throw new SignInError('protocol', 'The ID token cannot be read.', { cause });
  }
}
