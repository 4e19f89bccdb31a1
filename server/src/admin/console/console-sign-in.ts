import { createHash } from 'node:crypto';
import { decodeJwt } from 'jose';
import { decisionName } from '../../../../contract/decision-name.ts';
import { equalInConstantTime, fail, randomToken, type Clock, type Randomness } from '../../kernel/index.ts';
import { callbackPath, consoleClientId } from './console-client.ts';
import type { BegunSignIn } from './console-cookies.ts';
import { isOver } from './console-cookies.ts';
import { consoleAcr, longestAge } from './console-floor.ts';

/** Where the console and the workforce's provider are. */
export interface ConsolePlace {
  readonly origin: string;
  readonly issuer: string;
}

/** Sends a form to the provider's token endpoint, in this process. */
export type AskTokenEndpoint = (form: Readonly<Record<string, string>>) => Promise<{ status: number; body: string }>;

/** Who the provider says has signed in. */
export interface SignedIn { readonly session: string; readonly principal: string }

/** Begins the authorization code flow (RFC 6749 §4.1, with PKCE, RFC 7636): where to send the browser, what to keep. */
export function beginSignIn(
  { origin, issuer }: ConsolePlace, { clock, random }: { clock: Clock; random: Randomness },
  wish: { to: string; fresh: boolean; decision?: string | undefined },
): { location: string; begun: BegunSignIn } {
  const begun: BegunSignIn = {
    state: randomToken(random), nonce: randomToken(random), verifier: randomToken(random), to: wish.to,
    at: clock().getTime(),
  };
  const query = new URLSearchParams({
    client_id: consoleClientId, response_type: 'code', redirect_uri: `${origin}${callbackPath}`, scope: 'openid',
    state: begun.state, nonce: begun.nonce, code_challenge_method: 'S256',
    code_challenge: createHash('sha256').update(begun.verifier).digest('base64url'),
    acr_values: wish.decision === undefined ? consoleAcr : `${consoleAcr} ${decisionName(wish.decision)}`, ...(wish.fresh ? { prompt: 'login' } : { max_age: String(longestAge) }),
    claims: JSON.stringify({ id_token: { sid: null } }),
  });
  return { location: `${issuer.replace(/\/$/, '')}/authorize?${query.toString()}`, begun };
}

/**
 * Ends it: the answer must belong to what this browser began, and the code is redeemed.
 * @throws admin.sign_in_failed
 */
export async function endSignIn(
  { origin, issuer }: ConsolePlace, ask: AskTokenEndpoint, now: Date,
  { begun, answer }: { begun: BegunSignIn | undefined; answer: Readonly<Record<string, string | undefined>> },
): Promise<SignedIn> {
  const { state = '', code, error, iss } = answer;
  if (!begun || isOver(begun, now) || !equalInConstantTime(state, begun.state)) {
    return failed('it was begun in another browser or tab, or took too long');
  }
  // RFC 9207 §2.4: the code is of the issuer that was asked, and of no other.
  if (iss !== issuer) return failed('the answer came from elsewhere');
  if (error !== undefined || code === undefined) {
    return failed(whyNot[error ?? ''] ?? 'the sign-in gave no code');
  }
  const { status, body } = await ask({
    grant_type: 'authorization_code', client_id: consoleClientId, code, redirect_uri: `${origin}${callbackPath}`,
    code_verifier: begun.verifier,
  });
  if (status !== 200) return failed('the code was used already or is too old');
  return signedIn(JSON.parse(body) as { id_token: string }, issuer, begun);
}

/** Errors of the authorization endpoint that a person can do something about. */
const whyNot: Readonly<Record<string, string>> = {
  unmet_authentication_requirements: 'the console needs a passkey, and none was shown',
  access_denied: 'it was given up or refused',
};

/** OpenID Connect Core 1.0 §3.1.3.7; the token came straight from the issuer, so point 6 lets its signature be. */
function signedIn(tokens: { id_token: string }, issuer: string, begun: BegunSignIn): SignedIn {
  const { iss, aud, nonce, sub, sid } = decodeJwt(tokens.id_token);
  const isOurs = iss === issuer && aud === consoleClientId && typeof nonce === 'string'
    && equalInConstantTime(nonce, begun.nonce);
  if (!isOurs || typeof sid !== 'string' || sub === undefined) return failed('the answer was made for somebody else');
  return { session: sid, principal: sub };
}

function failed(detail: string): never {
  return fail('admin.sign_in_failed', { detail });
}

/** A page of the console to go on to; whatever else was asked for becomes its first page. */
export function consolePage(wanted: string | undefined): string {
  const isPage = wanted !== undefined && wanted.length <= 1_000 && /^\/console(?:[/?][\x21-\x7e]*)?$/.test(wanted)
    && !wanted.includes('\\') && !/^\/console\/(?:sign-in|sign-out|callback)\b/.test(wanted);
  if (!isPage) return '/console/';
  // Dots in a path would lead out of the console once the browser has resolved them.
  const { pathname, search, hash } = new URL(wanted, 'http://console.invalid');
  return pathname === '/console' || pathname.startsWith('/console/') ? `${pathname}${search}${hash}` : '/console/';
}
