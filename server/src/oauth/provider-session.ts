import type { IncomingMessage } from 'node:http';
import { errors, type KoaContextWithOIDC, type Provider, type Session as ProviderSession } from 'oidc-provider';
import { second } from '../kernel/index.ts';
import type { Assurance, Session } from '../sessions/index.ts';

/** The provider's session with ours on it; ours is not stored there, only its id, as `uid`. */
export interface BoundSession extends ProviderSession {
  living?: Session;
}

interface SessionModel {
  get(ctx: KoaContextWithOIDC): Promise<BoundSession>;
  instantiate(payload?: object): BoundSession;
  prototype: { sidFor(clientId: string, value?: string): string | undefined };
}

export interface SessionBinding {
  /** Our living session of the browser that sent the request. */
  readonly livingSession: (req: IncomingMessage) => Promise<Session | undefined>;
}

/**
 * Makes our session the only truth. Whatever the provider's own cookie says, its session is taken from ours on every
 * request: none where ours is over, another where ours is another, and always our assurance. So an application gets
 * silent sign-in wherever our session lives, and nowhere else.
 */
export function bindSessions(provider: Provider, { livingSession }: SessionBinding): void {
  const model = provider.Session as unknown as SessionModel;
  const stored = model.get.bind(model);
  model.get = async (ctx) => {
    const [found, living] = await Promise.all([stored(ctx), livingSession(ctx.req)]);
    const session = living ? carrying(model, found, living) : found.accountId === undefined ? found : model.instantiate();
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

function carrying(model: SessionModel, found: BoundSession, living: Session): BoundSession {
  const isOurs = found.uid === living.id && found.accountId === living.principal;
  // A new session has a new id: what was in the browser before somebody signed in is worth nothing afterwards.
  const session = isOurs ? found : model.instantiate();
  session.uid = living.id;
  session.living = living;
  showLevel(session, living, living.assurance);
  if (!isOurs) Object.assign(session, { touched: true });
  return session;
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
