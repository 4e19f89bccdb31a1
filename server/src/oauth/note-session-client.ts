import type { KoaContextWithOIDC } from 'oidc-provider';
import type { Clock } from '../kernel/index.ts';
import type { Database } from '../storage/index.ts';
import type { BoundSession } from './provider-session.ts';
import { insertSessionClient } from './session-client-store.ts';

/**
 * Notes which application a session was used for, before the code leaves: whoever got a code is told when the
 * session ends.
 */
export function noteIssued({ database, clock }: { database: Database; clock: Clock }, population: string) {
  return async (ctx: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> => {
    await next();
    if (!ctx.oidc?.entities.AuthorizationCode || !['authorization', 'resume'].includes(ctx.oidc.route)) return;
    const { client, session } = ctx.oidc;
    const living = (session as BoundSession | undefined)?.living;
    if (!client || !living) return;
    await insertSessionClient(
      database.db, { population, session: living.id, client: client.clientId, principal: living.principal },
      { since: clock(), expiresAt: living.expiresAt });
  };
}
