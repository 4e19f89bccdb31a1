import type { IncomingMessage } from 'node:http';
import { errors, type KoaContextWithOIDC, type Provider, type Session as ProviderSession } from 'oidc-provider';
import { second } from '../kernel/index.ts';
import type { Assurance, Session } from '../sessions/index.ts';

/** The provider's session, made from ours for one request. */
export interface BoundSession extends ProviderSession {
  living?: Session;
}

interface SessionModel {
  get(ctx: KoaContextWithOIDC): Promise<BoundSession>;
  instantiate(): BoundSession;
  prototype: { sidFor(clientId: string, value?: string): string | undefined };
}

export interface SessionBinding {
  /** Our living session of the browser that sent the request. */
  readonly livingSession: (req: IncomingMessage) => Promise<Session | undefined>;
}

/**
 * Makes our session the only truth: the provider keeps none of its own, neither in a cookie nor in the database. Each
 * request gets one made from ours, so an application gets silent sign-in wherever our session lives, and nowhere else.
 */
export function bindSessions(provider: Provider, { livingSession }: SessionBinding): void {
  const model = provider.Session as unknown as SessionModel;
  model.get = async (ctx) => {
    const living = await livingSession(ctx.req);
    const session = madeFrom(model.instantiate(), living);
    ctx.oidc.entity('Session', session);
    if (ctx.oidc.route === 'resume') await checkSameSession(provider, ctx, living);
    return session;
  };
  // Back-Channel Logout 1.0 §2.1: `sid` names the session at the issuer; ours is the same for all applications, as
  // `sub` is.
  model.prototype.sidFor = function sidFor(this: BoundSession, _client: string, value?: string) {
    return value === undefined ? this.uid : undefined;
  };
}

function madeFrom(session: BoundSession, living: Session | undefined): BoundSession {
  if (living) {
    session.uid = living.id;
    session.living = living;
    showLevel(session, living, living.assurance);
  }
  // The library writes no session, and sets no cookie for one, that it holds to be destroyed.
  return Object.assign(session, { destroyed: true });
}

/** Has the provider tell of one level that the session proved, with that level's own time. */
export function showLevel(session: ProviderSession, living: Session, level: Assurance): void {
  const loginTs = Math.floor(level.authenticatedAt.getTime() / second);
  session.loginAccount({ accountId: living.principal, loginTs, acr: level.acr, amr: [...level.amr] });
}

/**
 * An interaction that ended with a sign-in is resumed only in the session that it gave: another person may have
 * signed in meanwhile, in another tab.
 */
async function checkSameSession(
  provider: Provider, ctx: KoaContextWithOIDC, living: Session | undefined,
): Promise<void> {
  const uid = ctx.oidc.cookies.get(provider.cookieName('resume'), { signed: true });
  const interaction = uid === undefined ? undefined : await provider.Interaction.find(uid);
  const login = interaction?.result?.login as { session?: string } | undefined;
  if (login && login.session !== living?.id) {
    throw new errors.SessionNotFound('somebody else signed in meanwhile, or the session ended');
  }
}
