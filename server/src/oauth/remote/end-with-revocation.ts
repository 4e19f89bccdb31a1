import type { KoaContextWithOIDC } from 'oidc-provider';
import type { Sessions } from '../../sessions/index.ts';
import type { Database } from '../../storage/index.ts';
import { endSession, type EndSessionDeps } from '../end-session.ts';

interface Revoked { readonly gty?: string; readonly sid?: string; readonly clientId?: string }

/**
 * A kiosk has no browser to sign out with: when it gives its token back (RFC 7009), the session that it had ends, and
 * nothing is left for whoever comes next.
 */
export function endWithRevocation(
  deps: EndSessionDeps & { readonly database: Database; readonly sessions: Pick<Sessions, 'find' | 'end'> }, population: string,
) {
  return async (ctx: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> => {
    await next();
    if (ctx.oidc?.route !== 'revocation' || ctx.status >= 400) return;
    const token = ctx.oidc.entities.AccessToken as Revoked | undefined;
    if (token?.sid === undefined || !/\b(?:device_code|ciba)\b/.test(token.gty ?? '')) return;
    const session = await deps.sessions.find(population, token.sid);
    if (session) await endSession(deps, session, 'client', token.clientId);
  };
}
