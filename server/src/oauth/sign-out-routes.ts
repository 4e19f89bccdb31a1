import type { IncomingMessage, ServerResponse } from 'node:http';
import { decodeJwt } from 'jose';
import type { Client as ProviderClient, Provider } from 'oidc-provider';
import { brandFor } from '../../../contract/policy/index.ts';
import { signOutInput } from '../../../contract/screens/sign-out.ts';
import { fail } from '../kernel/index.ts';
import type { Policies } from '../policy/index.ts';
import type { Session, Sessions } from '../sessions/index.ts';
import { checkSameOrigin } from '../web/index.ts';
import type { BuiltProvider } from './build-provider.ts';
import { endSession, type EndSessionDeps } from './end-session.ts';
import type { FormTokens } from './form-token.ts';
import type { BrowserDoor, PageDoor } from './oauth.ts';
import { askedLocale, readForm, readParameters, redirect, showScreen } from './page-answer.ts';

export interface SignOutDeps extends EndSessionDeps {
  readonly policies: Pick<Policies, 'current'>;
  readonly sessions: Pick<Sessions, 'findBySecret' | 'end'>;
  readonly formTokens: FormTokens;
  readonly browser: BrowserDoor;
  readonly pages: PageDoor;
}

interface Visit {
  readonly built: BuiltProvider;
  readonly population: string;
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
}

/** A checked request to end the session (OpenID Connect RP-Initiated Logout 1.0 §2). */
interface LogoutRequest {
  readonly client: ProviderClient | undefined;
  /** Whom and which session a verified ID token names. */
  readonly hint: { readonly sub?: string; readonly sid?: unknown } | undefined;
  readonly returnTo: string | undefined;
  readonly state: string | undefined;
}

const screenPurpose = 'sign-out';

/**
 * Ends the browser's session: at once where the application proves with an ID token that it means this session,
 * after a question otherwise. @throws request.invalid, client.unknown, request.cross_site, request.malformed
 */
export async function visitSignOut(deps: SignOutDeps, visit: Visit, query: string): Promise<void> {
  const { req, res, built, population } = visit;
  const inQuery = readParameters(new URLSearchParams(query));
  const form = req.method === 'POST' ? await readForm(req) : undefined;
  if (form && form['screenToken'] === undefined) {
    // §2 lets applications send a form. A cross-site form has no cookies with it; the redirect's GET has.
    return redirect(res, `${built.mount.path}/sign-out?${new URLSearchParams(form)}`);
  }
  const request = await readRequest(built.provider, inQuery);
  const living = await livingSession(deps, visit);
  if (!living) return leave(deps, visit, request);
  if (form) {
    await takeAnswer(deps, visit, request, living, form);
    return;
  }
  if (request.hint?.sub === living.principal && request.hint.sid === living.id) {
    await end(deps, visit, request, living);
    return;
  }
  const token = await deps.formTokens.make(population, living.id, screenPurpose);
  return show(deps, visit, request, 'ask', token);
}

/** The answer to our own question. */
async function takeAnswer(
  deps: SignOutDeps, visit: Visit, request: LogoutRequest, living: Session, form: Readonly<Record<string, string>>,
): Promise<void> {
  checkSameOrigin(visit.req, visit.built.mount.origin);
  const { population } = visit;
  if (!await deps.formTokens.isValid(population, living.id, screenPurpose, form['screenToken'])) fail('request.cross_site');
  const input = signOutInput.safeParse(form);
  if (!input.success) return fail('request.malformed', { detail: 'the choice is missing' });
  return input.data.choice === 'stay' ? leave(deps, visit, request) : end(deps, visit, request, living);
}

async function end(deps: SignOutDeps, visit: Visit, request: LogoutRequest, living: Session): Promise<void> {
  await endSession(deps, living, request.client ? 'client' : 'person', request.client?.clientId);
  deps.browser.forgetSession(visit.res, visit.population);
  return leave(deps, visit, request);
}

async function leave(deps: SignOutDeps, visit: Visit, { returnTo, state, client }: LogoutRequest): Promise<void> {
  if (returnTo === undefined) return show(deps, visit, { returnTo, state, client, hint: undefined }, 'done', '');
  const target = new URL(returnTo);
  if (state !== undefined) target.searchParams.set('state', state);
  redirect(visit.res, target.href);
}

async function livingSession(deps: SignOutDeps, { population, req }: Visit): Promise<Session | undefined> {
  const { sessionSecret } = deps.browser.of(population, req);
  return sessionSecret === undefined ? undefined : deps.sessions.findBySecret(population, sessionSecret);
}

async function readRequest(provider: Provider, params: Readonly<Record<string, string>>): Promise<LogoutRequest> {
  const { id_token_hint: sent, client_id: named, post_logout_redirect_uri: returnTo, state } = params;
  const hinted = sent === undefined ? undefined : audienceOf(sent);
  if (hinted !== undefined && named !== undefined && named !== hinted) {
    fail('request.invalid', { detail: 'client_id and id_token_hint name different applications' });
  }
  const id = hinted ?? named;
  const client = id === undefined ? undefined : await provider.Client.find(id) ?? fail('client.unknown');
  const hint = sent === undefined ? undefined : await verifiedHint(provider, sent, client!);
  if (!client) return { client, hint, returnTo: undefined, state };
  if (returnTo !== undefined && !client.postLogoutRedirectUriAllowed(returnTo)) {
    fail('request.invalid', { detail: 'post_logout_redirect_uri is not registered for this application' });
  }
  return { client, hint, returnTo, state };
}

function audienceOf(token: string): string {
  try {
    const { aud } = decodeJwt(token);
    if (typeof aud === 'string') return aud;
  } catch { /* said below */ }
  return fail('request.invalid', { detail: 'id_token_hint is no ID token' });
}

/** Past its expiry it still says which session it belonged to (§2, `id_token_hint`). */
async function verifiedHint(provider: Provider, token: string, client: ProviderClient): Promise<LogoutRequest['hint']> {
  const model = provider.IdToken as unknown as {
    validate(token: string, client: ProviderClient): Promise<{ payload: { sub?: string; sid?: unknown } }>;
  };
  const verified = await model.validate(token, client).catch(() => undefined);
  return verified?.payload ?? fail('request.invalid', { detail: 'id_token_hint was not issued here' });
}

async function show(
  deps: SignOutDeps, visit: Visit, request: LogoutRequest, state: 'ask' | 'done', screenToken: string,
): Promise<void> {
  const { built, population, req, res } = visit;
  const { content } = await deps.policies.current(population);
  const name = request.client?.clientName;
  // Checked again when the answer comes.
  const again = new URLSearchParams(Object.entries({
    client_id: request.client?.clientId, post_logout_redirect_uri: request.returnTo, state: request.state,
  }).filter((entry): entry is [string, string] => entry[1] !== undefined));
  showScreen(res, deps.pages, {
    screen: { step: 'sign-out', state, ...(name === undefined ? {} : { application: name }) },
    action: `${built.mount.path}/sign-out${again.size > 0 ? `?${again}` : ''}`,
    screenToken,
    population: { slug: content.population.slug, kind: content.population.kind },
    branding: brandFor(content.branding, request.client?.clientId),
    locale: askedLocale(deps.browser.of(population, req).languages),
    application: name ?? null,
  }, request.returnTo === undefined ? [] : [request.returnTo]);
}
