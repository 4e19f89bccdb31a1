/**
 * A provider upstream for tests: plain `oidc-provider` on loopback with nothing of ours, whose people are who the test
 * says. What it answers can be bent on its way out, as a faulty or hostile provider would.
 */
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after } from 'node:test';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { Provider, type JWKS } from 'oidc-provider';
import { TestBrowser, type Page } from './test-browser.ts';
import { fetchFrom } from './test-fetch.ts';

/** Whom the provider will say is there. */
export interface UpstreamPerson {
  readonly sub: string;
  readonly [claim: string]: unknown;
}

export const upstreamClient = { client_id: 'limen', client_secret: 'a secret of the door that nobody guesses' } as const;

export async function testUpstream(redirectUris: readonly string[]) {
  const server = createServer();
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  after(() => { server.close(); server.closeAllConnections(); });
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const people = new Map<string, UpstreamPerson>();
  let next: UpstreamPerson | 'refuses' = 'refuses';
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwks = { keys: [{ ...await exportJWK(privateKey), alg: 'RS256', use: 'sig', kid: 'one' }] } as JWKS;
  const provider = new Provider(issuer, {
    jwks,
    cookies: { keys: ['a key of the cookies that nobody guesses'] },
    clients: [{ ...upstreamClient, redirect_uris: [...redirectUris], grant_types: ['authorization_code'] }],
    claims: { openid: ['sub', 'auth_time', 'acr', 'amr'], email: ['email', 'email_verified'], profile: ['name'] },
    features: { devInteractions: { enabled: false } },
    findAccount: async (_ctx, accountId) => ({ accountId, claims: async () => ({ ...people.get(accountId), sub: accountId }) }),
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ accountId: oidc.session!.accountId!, clientId: oidc.client!.clientId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
    ttl: { AccessToken: 300, Interaction: 3_600, Session: 3_600, Grant: 3_600, IdToken: 600 },
  });
  provider.use(async (ctx: { path: string; req: IncomingMessage; res: ServerResponse; respond?: boolean }, onward: () => Promise<void>) => {
    if (!ctx.path.startsWith('/interaction/')) return onward();
    ctx.respond = false;
    await provider.interactionFinished(ctx.req, ctx.res, next === 'refuses'
      ? { error: 'access_denied' }
      : { login: { accountId: next.sub, ...(Array.isArray(next['amr']) ? { amr: next['amr'] as string[] } : {}) } });
  });
  const plain = provider.callback() as RequestListener;
  let listener: RequestListener = plain;
  server.on('request', (request: IncomingMessage, response: ServerResponse) => { listener(request, response); });
  const fetch = fetchFrom(() => port);

  return {
    issuer, host: `127.0.0.1:${port}`,
    /** An ID token as the provider itself would sign it; good for the client and now, but for what `claims` say. */
    idToken: (claims: JWTPayload): Promise<string> => {
      const now = Math.floor(Date.now() / 1_000);
      return new SignJWT({ iss: issuer, aud: upstreamClient.client_id, iat: now, exp: now + 300, ...claims })
        .setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign(privateKey);
    },
    /** Puts something in front of the provider, or nothing. */
    bend: (how?: (request: IncomingMessage, response: ServerResponse, plain: RequestListener) => void) => {
      listener = how ? (request, response) => how(request, response, plain) : plain;
    },
    /** Who comes next, in whatever browser. */
    expect: (person: UpstreamPerson): void => {
      next = person;
      people.set(person.sub, person);
    },
    /** Goes to the provider as this person, in a browser that has not been there; the page ends at the callback. */
    answer: async (url: string, person: UpstreamPerson | 'refuses'): Promise<Page> => {
      next = person;
      if (person !== 'refuses') people.set(person.sub, person);
      return new TestBrowser(fetch).visit(url);
    },
  };
}

export type TestUpstream = Awaited<ReturnType<typeof testUpstream>>;

/** An answer in JSON in place of the provider's own at one of its addresses. */
export function answering(path: string, body: unknown, status = 200) {
  return (request: IncomingMessage, response: ServerResponse, plain: RequestListener): void => {
    if (!request.url?.startsWith(path)) return plain(request, response) as void;
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
}
