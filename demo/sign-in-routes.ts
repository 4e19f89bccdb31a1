import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createBoundedStore, type BoundedStore, type Clock } from './bounded-store.ts';
import { LogoutTokenError, oldestLogoutToken, readLogoutToken } from './logout-token.ts';
import { html, type Html } from './page/html.ts';
import {
  createRelyingParty, describeRefusal, type PendingSignIn, type RelyingPartyOptions, type SignedIn, type SignInWish,
} from './relying-party.ts';
import { cookieOf, isOwnForm, newSecret, sendPage, setCookie, type WebApp } from './web-app.ts';

export interface SignInOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly proof: RelyingPartyOptions['proof'];
  /** This application's own address; a function, since the port may be chosen while it starts. */
  readonly url: () => string;
  /** Begins the names of its cookies. */
  readonly cookiePrefix: string;
  readonly clock: Clock;
  /** Pages of this application that a sign-in may lead back to. */
  readonly returnPaths: readonly string[];
  readonly renderMessage: (title: string, content: Html) => string;
}

export interface SignIn {
  /** Who is signed in here, in this browser. */
  current(request: FastifyRequest): SignedIn | undefined;
  /** Sends the browser to the issuer, to come back to `returnTo`. */
  begin(request: FastifyRequest, reply: FastifyReply, returnTo: string, wish?: SignInWish): Promise<FastifyReply>;
  /** The same for one who is signed in here already: nobody else may come back in their place. */
  confirm(request: FastifyRequest, reply: FastifyReply, returnTo: string, wish: SignInWish): Promise<FastifyReply>;
  readonly sessions: BoundedStore<SignedIn>;
}

interface Waiting extends PendingSignIn {
  readonly browser: string;
  readonly returnTo: string;
  /** Who asked to be confirmed; nobody else may come back in their place. */
  readonly subject: string | undefined;
}

const sessionLifetime = 8 * 3600;
const signInLifetime = 3600;

/**
 * Everything about signing in with an issuer that an application has to have: `/sign-in`, `/create-account`,
 * `/callback`, `/sign-out`, `/signed-out` and `/backchannel-logout`.
 */
export function addSignIn(app: WebApp, options: SignInOptions): SignIn {
  const { clock, cookiePrefix, renderMessage } = options;
  const sessions = createBoundedStore<SignedIn>({ clock, most: 10_000, lifetimeMs: sessionLifetime * 1000 });
  const waiting = createBoundedStore<Waiting>({ clock, most: 10_000, lifetimeMs: signInLifetime * 1000 });
  const party = lazyParty(options);
  const sessionCookie = `${cookiePrefix}-session`;
  const browserCookie = `${cookiePrefix}-browser`;
  const keyOf = (secret: string) => createHash('sha256').update(secret).digest('hex');
  const current = (request: FastifyRequest) => sessions.get(keyOf(cookieOf(request, sessionCookie) ?? ''));

  const send = async (
    request: FastifyRequest, reply: FastifyReply, path: string, wish: SignInWish, subject: string | undefined,
  ) => {
    const { url, pending } = await party().begin(wish);
    const known = cookieOf(request, browserCookie);
    const browser = known && /^[\w-]{43}$/.test(known) ? known : newSecret();
    waiting.set(pending.state, { ...pending, browser: keyOf(browser), returnTo: path, subject });
    setCookie(reply, browserCookie, browser, signInLifetime);
    return reply.redirect(url.href, 303);
  };
  const begin: SignIn['begin'] = (request, reply, path, wish = {}) => send(request, reply, path, wish, undefined);

  const returnTo = (request: FastifyRequest) => {
    const { to } = request.query as { to?: unknown };
    return options.returnPaths.find((path) => path === to) ?? options.returnPaths[0]!;
  };
  app.get('/sign-in', (request, reply) => begin(request, reply, returnTo(request)));
  app.get('/create-account', (request, reply) => begin(request, reply, returnTo(request), { prompt: 'create' }));

  app.get('/callback', async (request, reply) => {
    const { state } = request.query as { state?: unknown };
    const pending = typeof state === 'string' ? waiting.take(state) : undefined;
    if (!pending || pending.browser !== keyOf(cookieOf(request, browserCookie) ?? '')) {
      return sendPage(reply, refusalPage(renderMessage, 'stale'), 400);
    }
    let person: SignedIn;
    try {
      person = await party().finish(new URL(request.url, options.url()), pending);
    } catch (error) {
      const { code, description } = describeRefusal(error);
      return sendPage(reply, refusalPage(renderMessage, code, description), 400);
    }
    if (pending.subject !== undefined && pending.subject !== person.subject) {
      return sendPage(reply, refusalPage(renderMessage, 'other'), 403);
    }
    const before = sessions.take(keyOf(cookieOf(request, sessionCookie) ?? ''));
    const known = before?.subject === person.subject ? before : undefined;
    const secret = newSecret();
    sessions.set(keyOf(secret), { ...person, name: person.name ?? known?.name, email: person.email ?? known?.email });
    setCookie(reply, sessionCookie, secret, sessionLifetime);
    return reply.redirect(pending.returnTo, 303);
  });

  app.post('/sign-out', async (request, reply) => {
    if (!isOwnForm(request, options.url())) return reply.code(403).send('The form came from another site.');
    const person = sessions.take(keyOf(cookieOf(request, sessionCookie) ?? ''));
    setCookie(reply, sessionCookie, '', 0);
    return reply.redirect((await party().signOutUrl(person?.idToken)).href, 303);
  });
  app.get('/signed-out', (_request, reply) => sendPage(reply, renderMessage('You are signed out', html`
    <p>Your session has ended here and everywhere you signed in with it.</p>
    <p class="actions"><a class="button primary" href="/">Back to the start</a></p>`)));

  addBackchannelLogout(app, { ...options, sessions, party });
  return {
    current, begin, sessions,
    confirm: (request, reply, path, wish) => send(request, reply, path, wish, current(request)?.subject),
  };
}

type Party = ReturnType<typeof createRelyingParty>;

/** Made when first used: the application's own address is known once it listens. */
function lazyParty(options: SignInOptions): () => Party {
  let party: Party | undefined;
  return () => party ??= createRelyingParty({
    issuer: options.issuer, clientId: options.clientId, proof: options.proof,
    redirectUri: `${options.url()}/callback`, postLogoutRedirectUri: `${options.url()}/signed-out`,
  });
}

/** OpenID Connect Back-Channel Logout 1.0 §2.5: the issuer tells, server to server, that a session has ended. */
function addBackchannelLogout(app: WebApp, options: SignInOptions & {
  sessions: BoundedStore<SignedIn>; party: () => Party;
}): void {
  const { issuer, clientId, clock, sessions, party } = options;
  const seen = createBoundedStore<true>({ clock, most: 10_000, lifetimeMs: 2 * oldestLogoutToken * 1000 });
  app.post('/backchannel-logout', async (request, reply) => {
    const { logout_token: token } = (request.body ?? {}) as { logout_token?: string };
    try {
      const keys = await party().keys();
      const { sid, sub } = await readLogoutToken(token ?? '', { issuer, clientId, clock, seen, keys });
      sessions.removeWhere((person) => (sid === undefined ? person.subject === sub : person.sid === sid));
      return await reply.code(200).send();
    } catch (error) {
      if (!(error instanceof LogoutTokenError)) throw error;
      return reply.code(400).send({ error: 'invalid_request', error_description: error.message });
    }
  });
}

const refusals: Readonly<Record<string, readonly [title: string, text: string]>> = {
  access_denied: ['You did not sign in', 'Nothing was changed. You can go on without, or try again.'],
  stale: ['This sign-in is no longer open', 'It was finished already, took too long, or began in another browser.'],
  other: ['That was somebody else', 'The account that was confirmed is not the one that is signed in here.'],
  unmet_authentication_requirements: [
    'This could not be confirmed', 'The sign-in was not as strong as is needed here.',
  ],
};

function refusalPage(renderMessage: SignInOptions['renderMessage'], code: string, description?: string): string {
  const known = refusals[code];
  const [title, text] = known ?? ['The sign-in did not work', 'What came back from the sign-in page did not hold.'];
  return renderMessage(title, html`<p>${text}</p>
    ${known ? undefined : html`<p class="quiet"><code>${code}</code> ${description}</p>`}
    <p class="actions"><a class="button primary" href="/sign-in">Try again</a>
    <a class="button" href="/">Back to the start</a></p>`);
}
