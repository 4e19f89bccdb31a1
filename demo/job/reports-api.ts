import type { FastifyReply, FastifyRequest } from 'fastify';
import { errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import type { Clock } from '../bounded-store.ts';
import type { WebApp } from '../web-app.ts';

export interface ReportsApiOptions {
  readonly issuer: string;
  /** This API's own identifier, the audience of every token that it takes (RFC 8707). */
  readonly resource: string;
  readonly keys: () => Promise<JWTVerifyGetKey>;
  readonly clock: Clock;
}

export interface Report {
  readonly day: string;
  readonly orders: number;
  readonly returns: number;
}

export const reportsScope = 'reports:read';

/** A small resource server: it knows a caller by an access token alone, checked with the issuer's public keys. */
export function addReportsApi(app: WebApp, options: ReportsApiOptions): void {
  app.get('/api/reports', async (request, reply) => {
    const claims = await claimsOf(request, options);
    if (typeof claims === 'string') return challenge(reply, 401, claims);
    if (!String(claims.scope ?? '').split(' ').includes(reportsScope)) {
      return challenge(reply, 403, `error="insufficient_scope", scope="${reportsScope}"`);
    }
    return reply.send({ client: claims.client_id, reports: reportsUntil(options.clock()) });
  });
}

/** RFC 9068 §4. The claims, or what the challenge is to say. */
async function claimsOf(request: FastifyRequest, options: ReportsApiOptions): Promise<JWTPayload | string> {
  const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) return '';
  try {
    const { payload } = await jwtVerify(token, await options.keys(), {
      issuer: options.issuer, audience: options.resource, typ: 'at+jwt', algorithms: ['ES256', 'RS256'],
      currentDate: options.clock(), requiredClaims: ['exp', 'iat', 'jti', 'sub', 'client_id'],
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JOSEError) return 'error="invalid_token"';
    throw error;
  }
}

/** RFC 6750 §3. */
function challenge(reply: FastifyReply, status: number, parameters: string): FastifyReply {
  return reply.code(status).header('www-authenticate', parameters === '' ? 'Bearer' : `Bearer ${parameters}`).send();
}

/** Three days of figures, the same for the same day. */
function reportsUntil(now: Date): readonly Report[] {
  return [1, 2, 3].map((back) => {
    const at = new Date(now.getTime() - back * 24 * 3600 * 1000);
    const seed = Math.floor(at.getTime() / (24 * 3600 * 1000));
    return { day: at.toISOString().slice(0, 10), orders: 40 + seed * 7 % 23, returns: 1 + seed * 5 % 6 };
  });
}
