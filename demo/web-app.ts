import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { style } from './page/style.ts';

export interface Running {
  readonly url: string;
  close(): Promise<void>;
}

export type WebApp = FastifyInstance;

/**
 * The plain web server under each example: forms, headers, one stylesheet. `formTargets` are origins that its forms
 * may lead to besides itself (a browser holds the redirect after a form to the same rule).
 */
export function createWebApp(formTargets: readonly string[]): WebApp {
  const app = fastify({ bodyLimit: 16 * 1024, requestTimeout: 10_000 });
  app.addContentTypeParser<string>('application/x-www-form-urlencoded', { parseAs: 'string' }, async (_request: unknown,
    body: string) => Object.fromEntries(new URLSearchParams(body)));
  const policy = "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'; "
    + `form-action ${["'self'", ...formTargets].join(' ')}`;
  app.addHook('onRequest', async (_request, reply) => {
    void reply.headers({
      'content-security-policy': policy, 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin',
      'cache-control': 'no-store',
    });
  });
  app.get('/style.css', async (_request, reply) => reply.type('text/css; charset=utf-8').send(style));
  return app;
}

/** Listens on loopback alone, on both of its addresses where there are two. */
export async function listen(app: WebApp, port: number): Promise<Running> {
  await app.listen({ host: 'localhost', port });
  const { port: chosen } = app.server.address() as AddressInfo;
  return { url: `http://localhost:${chosen}`, close: () => app.close() };
}

export function sendPage(reply: FastifyReply, markup: string, status = 200): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').send(markup);
}

/** The value of one cookie; cookies on localhost are shared by all ports, so each application has its own name. */
export function cookieOf(request: FastifyRequest, name: string): string | undefined {
  const pairs = request.headers.cookie?.split(';').map((each) => each.trim());
  return pairs?.find((each) => each.startsWith(`${name}=`))?.slice(name.length + 1);
}

export function setCookie(reply: FastifyReply, name: string, value: string, maxAge: number): void {
  void reply.header('set-cookie', `${name}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax`);
}

export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** True for a form that this application's own page sent. */
export function isOwnForm(request: FastifyRequest, url: string): boolean {
  return request.headers.origin === url;
}
