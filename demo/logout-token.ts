import { errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import type { BoundedStore, Clock } from './bounded-store.ts';

/** Whose sessions end: those of one session at the issuer, or all of a subject. */
export interface LogoutNotice {
  readonly sid?: string;
  readonly sub?: string;
}

export interface LogoutTokenChecks {
  readonly issuer: string;
  readonly clientId: string;
  readonly keys: JWTVerifyGetKey;
  readonly clock: Clock;
  /** Ids of tokens that were taken already; remembered at least as long as a token may be old. */
  readonly seen: BoundedStore<true>;
}

export class LogoutTokenError extends Error {
  override readonly name = 'LogoutTokenError';
}

const event = 'http://schemas.openid.net/event/backchannel-logout';
/** Seconds that a logout token may be old. */
export const oldestLogoutToken = 300;

/** OpenID Connect Back-Channel Logout 1.0 §2.6. @throws LogoutTokenError where the token is to be ignored */
export async function readLogoutToken(token: string, checks: LogoutTokenChecks): Promise<LogoutNotice> {
  const { payload } = await jwtVerify(token, checks.keys, {
    issuer: checks.issuer, audience: checks.clientId, typ: 'logout+jwt', algorithms: ['ES256', 'RS256'],
    currentDate: checks.clock(), maxTokenAge: oldestLogoutToken, clockTolerance: 30,
    requiredClaims: ['iss', 'aud', 'iat', 'exp', 'jti', 'events'],
  }).catch((cause: unknown) => {
    throw cause instanceof errors.JOSEError ? new LogoutTokenError(cause.message, { cause }) : cause;
  });
  const { sid, sub, jti, events, nonce } = payload;
  if (typeof events !== 'object' || events === null || !isRecord((events as Record<string, unknown>)[event])) {
    throw new LogoutTokenError('it tells of no logout');
  }
  // Step 7: an ID token can't be passed off as this.
  if (nonce !== undefined) throw new LogoutTokenError('it has a nonce');
  if (!isText(sid) && !isText(sub)) throw new LogoutTokenError('it names neither a session nor a subject');
  if (!isText(jti) || checks.seen.get(jti)) throw new LogoutTokenError('it was here before');
  checks.seen.set(jti, true);
  return { ...(isText(sid) ? { sid } : {}), ...(isText(sub) ? { sub } : {}) };
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= 512;
}
