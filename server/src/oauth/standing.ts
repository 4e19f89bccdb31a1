import { errors, type KoaContextWithOIDC } from 'oidc-provider';
import type { PolicyContent } from '../../../contract/policy/index.ts';
import type { Client } from '../clients/index.ts';
import type { Directory } from '../directory/index.ts';
import type { Clock } from '../kernel/index.ts';
import { levelMeeting, type Session, type Sessions } from '../sessions/index.ts';
import type { Database } from '../storage/index.ts';
import { accountOf, type PrincipalAccount } from './account.ts';
import { askedAssurance } from './asked-assurance.ts';
import { withdrawnAt } from './consent-store.ts';
import { showLevel, type BoundSession } from './provider-session.ts';
import { neededAcr } from './sign-in-policy.ts';

/** Where it is asked, on every request, whether a session, a principal and an application still stand. */
export interface StandingDeps {
  readonly database: Pick<Database, 'db'>;
  readonly directory: Directory;
  readonly sessions: Pick<Sessions, 'find'>;
  readonly clock: Clock;
  /** An application of this population that may act now. */
  readonly findClient: (id: string) => Promise<Client | undefined>;
}

/** A code or token as the provider found it. */
export interface HeldToken {
  readonly kind: string;
  readonly clientId?: string;
  readonly accountId?: string;
  readonly sid?: string;
  /** Seconds since 1970. */
  readonly iat?: number;
}

/** The account of a code or token: undefined as soon as its session has ended. */
export async function accountOfToken(
  deps: StandingDeps, population: string, token: HeldToken,
): Promise<PrincipalAccount | undefined> {
  const { sid, accountId } = token;
  const session = sid === undefined ? undefined : await deps.sessions.find(population, sid);
  if (session === undefined || session.principal !== accountId || await wasTakenBack(deps, session, token)) return undefined;
  return activeAccount(deps, session);
}

/** Whether the person took back, since the token was issued, what its application was let have. */
async function wasTakenBack({ database, findClient }: StandingDeps, session: Session, { clientId, iat = 0 }: HeldToken): Promise<boolean> {
  const client = clientId === undefined ? undefined : await findClient(clientId);
  if (!client || client.firstParty) return false;
  const at = await withdrawnAt(database.db, session, client.id);
  return at !== undefined && iat <= Math.floor(at.getTime() / 1_000);
}

/**
 * The account of the browser at the authorization endpoint. A session may have proved several levels, at different
 * times; the one that answers this request is the one that its tokens tell of.
 */
export async function accountOfBrowser(
  deps: StandingDeps, { oidc }: KoaContextWithOIDC, subject: string, { assurance }: PolicyContent,
): Promise<PrincipalAccount | undefined> {
  const session = oidc.session as BoundSession | undefined;
  const living = session?.living;
  if (!session || living?.principal !== subject) return undefined;
  const params = oidc.params ?? {};
  const maxAge = params['max_age'] === undefined ? undefined : Number(params['max_age']);
  const acr = neededAcr(askedAssurance(params).acr, assurance.required);
  const level = levelMeeting(living.levels, { acr, ...(maxAge === undefined ? {} : { maxAge }) }, deps.clock());
  if (level) showLevel(session, living, level);
  return activeAccount(deps, living);
}

/** Undefined for a principal of another population, and for one that is suspended or erased. */
async function activeAccount(
  { database: { db }, directory }: StandingDeps, session: Session | undefined,
): Promise<PrincipalAccount | undefined> {
  const principal = session && await directory.findPrincipal(db, session);
  return session && principal?.state === 'active' ? accountOf(db, directory, principal, session) : undefined;
}

/**
 * RFC 7662 §4: a resource server (an application that authenticates) may ask about an access token it was shown; a
 * refresh token, or a public application's question, only about its own. What belongs to an ended session, to a
 * suspended principal or to a disabled application is not active.
 */
export async function mayIntrospect(deps: StandingDeps, asking: string, token: HeldToken): Promise<boolean> {
  const [asker, holder] = await Promise.all([deps.findClient(asking), deps.findClient(token.clientId ?? '')]);
  if (!asker || !holder) return false;
  const isForeign = asker.id !== holder.id;
  if (isForeign && (asker.authMethod === 'none' || token.kind === 'RefreshToken')) return false;
  return token.kind === 'ClientCredentials' || await accountOfToken(deps, holder.population, token) !== undefined;
}

/** RFC 7009 §2.1: whose token it isn't, is told so. */
export function mayRevoke(asking: string, { clientId }: { readonly clientId?: string }): boolean {
  if (clientId !== asking) throw new errors.InvalidRequest('the token was not issued to this application');
  return true;
}
