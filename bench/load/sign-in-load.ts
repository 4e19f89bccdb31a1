import { createHash, randomBytes } from 'node:crypto';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { basicAuth, callback, type Application } from './application.ts';
import { Browser, titleOf, type Page } from './browser.ts';
import { closedLoop } from './closed-loop.ts';
import { connect, discover, formType, type Connections } from './connections.ts';
import type { Load } from './load.ts';
import type { Person } from './person.ts';

type Endpoints = Awaited<ReturnType<typeof discover>>;

/** A sign-in that was finished: the ID token that came of it, and what it has to say. */
interface SignedIn { readonly idToken: string; readonly nonce: string; readonly person: Person }

const random = (): string => randomBytes(32).toString('base64url');

/** People who sign in to an application, each with a fresh browser; nobody twice at the same time. */
export async function signInLoad(application: Application, people: readonly Person[], atOnce: number): Promise<Load> {
  const connections = connect(new URL(application.issuer).origin, atOnce);
  const endpoints = await discover(connections, application.issuer);
  const keys = createLocalJWKSet(endpoints.jwks as never);
  const free = [...people];
  return {
    run: async (bounds) => {
      const { done, results } = await closedLoop(bounds, async () => {
        const person = free.shift();
        if (!person) throw new Error('there are fewer people than sign in at a time');
        const signedIn = await signIn(connections, endpoints, application, person);
        free.push(person);
        return signedIn;
      });
      // After the time was taken, so that checking costs neither side anything.
      for (const { idToken, nonce, person } of results) {
        const { payload } = await jwtVerify(idToken, keys, { issuer: endpoints.issuer, audience: application.id });
        if (payload['nonce'] !== nonce) throw new Error('an ID token is of another request');
        if (person.subject !== undefined && payload.sub !== person.subject) throw new Error('an ID token names somebody else');
      }
      return done;
    },
  };
}

/** Authorize, every screen, the code, the token. */
export async function signIn(
  connections: Connections, endpoints: Endpoints, application: Application, person: Person, prompt?: string,
): Promise<SignedIn> {
  const [verifier, nonce, state] = [random(), random(), random()];
  const query = new URLSearchParams({
    client_id: application.id, response_type: 'code', redirect_uri: callback, scope: 'openid', nonce, state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'), code_challenge_method: 'S256',
    ...(prompt === undefined ? {} : { prompt }),
  });
  const browser = new Browser(connections, { 'x-forwarded-for': person.address });
  const start = new URL(`${endpoints.authorize}?${query}`, application.issuer);
  const end = await walk(browser, await browser.visit(start), person);
  const answer = end.url.searchParams;
  const code = answer.get('code');
  if (!end.url.href.startsWith(callback) || code === null || answer.get('state') !== state) {
    throw new Error(`a sign-in ended at ${end.url.href} (${end.status}): ${titleOf(end.body)}`);
  }
  const { status, body } = await connections.send(endpoints.token, {
    method: 'POST', headers: { authorization: basicAuth(application), 'content-type': formType },
    body: new URLSearchParams({
      grant_type: 'authorization_code', code, redirect_uri: callback, code_verifier: verifier,
    }).toString(),
  });
  if (status !== 200) throw new Error(`a code was answered ${status}: ${body.slice(0, 300)}`);
  return { idToken: (JSON.parse(body) as { id_token: string }).id_token, nonce, person };
}

/** Fills in one screen after the other; a screen that comes again because of an error is one too many. */
export async function walk(browser: Browser, first: Page, person: Person): Promise<Page> {
  let page = first;
  for (const fillIn of person.screens) {
    if (page.status !== 200) throw new Error(`${page.url.href} was answered ${page.status}: ${titleOf(page.body)}`);
    page = await browser.send(page, await fillIn(page));
  }
  return page;
}
