/**
 * An issuer for tests of the examples alone: it signs whoever it is told to in at once, and checks what a relying
 * party has to get right (client authentication, redirect address, PKCE). The real server is tried elsewhere.
 */
import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { after } from 'node:test';
import { fastify } from 'fastify';
import { exportJWK, generateKeyPair, SignJWT, createLocalJWKSet, type JWTVerifyGetKey } from 'jose';

export interface StubPerson {
  readonly sub: string;
  readonly sid: string;
  readonly acr: string;
  readonly name: string;
  readonly email: string;
}

export interface StubIssuer {
  readonly issuer: string;
  readonly keys: JWTVerifyGetKey;
  /** Queries of the authorization requests so far, and forms of the token requests. */
  readonly asked: Record<string, string>[];
  readonly tokenForms: Record<string, string>[];
  person: StubPerson;
  /** An error that the next authorization requests are answered with. */
  refusal: string | undefined;
  /** What the decision point answers, and what it was asked with. */
  decision: { status: number; body: unknown };
  readonly questions: { authorization: string; body: unknown }[];
  /** Authorization details that the next tokens come with, where those aren't the ones asked for. */
  grantedDetails?: unknown;
  /** Extra claims of the next ID tokens. */
  idTokenClaims: Record<string, unknown>;
  sign(claims: Record<string, unknown>, typ: string): Promise<string>;
}

type Form = Record<string, string>;

export async function startStubIssuer(): Promise<StubIssuer> {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwks = { keys: [{ ...await exportJWK(publicKey), kid: 'stub', alg: 'ES256', use: 'sig' }] };
  const codes = new Map<string, { query: Form; person: StubPerson; claims: Record<string, unknown> }>();
  const app = fastify();
  after(() => app.close());
  let issuer = '';
  const stub: Omit<StubIssuer, 'issuer'> & { issuer: string } = {
    issuer, keys: createLocalJWKSet(jwks), asked: [], tokenForms: [], refusal: undefined, idTokenClaims: {},
    decision: { status: 200, body: { decision: true } }, questions: [],
    person: { sub: 'ann', sid: 'sid-1', acr: 'urn:limen:acr:basic', name: 'Ann', email: 'ann@example.org' },
    sign: (claims, typ) => new SignJWT({ iss: issuer, ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: 'stub', typ }).sign(privateKey),
  };
  app.addContentTypeParser<string>('application/x-www-form-urlencoded', { parseAs: 'string' },
    async (_request: unknown, body: string) => Object.fromEntries(new URLSearchParams(body)));
  app.get('/customers/.well-known/openid-configuration', async () => ({
    issuer, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/jwks`,
    userinfo_endpoint: `${issuer}/me`, end_session_endpoint: `${issuer}/end`, response_types_supported: ['code'],
    subject_types_supported: ['public'], id_token_signing_alg_values_supported: ['ES256'],
    code_challenge_methods_supported: ['S256'],
  }));
  app.get('/customers/jwks', async () => jwks);
  app.get('/customers/auth', async (request, reply) => {
    const query = request.query as Form;
    stub.asked.push(query);
    const back = new URL(query.redirect_uri!);
    const code = `code-${stub.asked.length}`;
    codes.set(code, { query, person: stub.person, claims: stub.idTokenClaims });
    if (stub.refusal) back.searchParams.set('error', stub.refusal);
    else back.searchParams.set('code', code);
    back.searchParams.set('state', query.state!);
    return reply.redirect(back.href, 303);
  });
  app.post('/customers/token', async (request, reply) => {
    const form = request.body as Form;
    stub.tokenForms.push({ ...form, authorization: request.headers.authorization ?? '' });
    const now = Math.floor(Date.now() / 1000);
    if (form.grant_type === 'client_credentials') {
      const claims = {
        aud: form.resource, sub: 'job', client_id: 'job', scope: form.scope, jti: 'a', iat: now, exp: now + 60,
      };
      return { access_token: await stub.sign(claims, 'at+jwt'), token_type: 'Bearer', expires_in: 60 };
    }
    const issued = codes.get(form.code ?? '');
    codes.delete(form.code ?? '');
    const challenge = createHash('sha256').update(form.code_verifier ?? '').digest('base64url');
    if (!issued || challenge !== issued.query.code_challenge) return reply.code(400).send({ error: 'invalid_grant' });
    const details = issued.query.authorization_details;
    const { sub, sid, acr } = issued.person;
    const idToken = await stub.sign({
      sub, sid, acr, amr: ['hwk'], aud: issued.query.client_id, nonce: issued.query.nonce, iat: now, exp: now + 60,
      auth_time: now, ...issued.claims,
    }, 'JWT');
    return { access_token: `for-${sub}`, token_type: 'Bearer', expires_in: 60, id_token: idToken, ...(details ? { authorization_details: stub.grantedDetails ?? JSON.parse(details) as unknown } : {}) };
  });
  app.post('/access/v1/evaluation', async (request, reply) => {
    stub.questions.push({ authorization: request.headers.authorization ?? '', body: request.body });
    return reply.code(stub.decision.status).send(stub.decision.body);
  });
  app.get('/customers/me', async () => stub.person);
  await app.listen({ port: 0, host: 'localhost' });
  issuer = stub.issuer = `http://localhost:${(app.server.address() as AddressInfo).port}/customers`;
  return stub;
}

/** A browser as far as the examples need one: it keeps cookies by address and follows redirects. */
export function createBrowser() {
  const jar = new Map<string, Map<string, string>>();
  const go = async (address: string, init: { method?: string; form?: Form; origin?: string } = {}): Promise<{
    status: number; url: string; text: string;
  }> => {
    const url = new URL(address);
    const cookies = jar.get(url.host) ?? new Map<string, string>();
    jar.set(url.host, cookies);
    const response = await fetch(url, {
      method: init.method ?? (init.form ? 'POST' : 'GET'), redirect: 'manual',
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(init.form ? { origin: init.origin ?? url.origin } : {}),
      },
      ...(init.form ? { body: new URLSearchParams(init.form) } : {}),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const [name = '', value = ''] = pair.split('=');
      if (cookie.includes('Max-Age=0')) cookies.delete(name);
      else cookies.set(name, value);
    }
    const location = response.headers.get('location');
    const next = location === null ? undefined : new URL(location, url);
    if (next && response.status === 303 && !next.pathname.endsWith('/end')) return go(next.href);
    return { status: response.status, url: next?.href ?? url.href, text: await response.text() };
  };
  return { go };
}
