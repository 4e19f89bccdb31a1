import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyRequest } from 'fastify';
import { answerHijacked } from './error-answers.ts';
import type { WebServer } from './web-server.ts';

export interface RawMount {
  /** The route's pattern, as Fastify takes it: `/customers/oidc/*`. */
  readonly url: string;
  /** Answers on Node's own objects; the edge has set headers and looked at the body by then. */
  readonly handle: (
    request: IncomingMessage, response: ServerResponse, edge: FastifyRequest,
  ) => unknown;
  /** Looks at a request before the handler has it; what it throws is the answer. */
  readonly admit?: (edge: FastifyRequest) => void;
  /** Bytes; the server's own limit where left out. */
  readonly bodyLimit?: number;
  readonly constraints?: { readonly host: string };
}

/**
 * Puts a handler of Node's kind (the OpenID provider's callback) behind the edge: unknown hosts, security headers,
 * bounds and UTF-8 hold for it too, and the edge's own errors are OAuth errors there (RFC 6749 §5.2).
 */
export function mountRaw(app: WebServer, mount: RawMount): void {
  void app.register(Object.assign(async (scope: WebServer) => {
    scope.removeAllContentTypeParsers();
    // The body stays in the raw stream.
    scope.addContentTypeParser('*', (_request, _payload, done) => { done(null); });
    scope.route({
      method: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
      exposeHeadRoute: false,
      url: mount.url,
      ...(mount.constraints ? { constraints: mount.constraints } : {}),
      ...(mount.bodyLimit === undefined ? {} : { bodyLimit: mount.bodyLimit }),
      config: { raw: true },
      handler: async (request, reply) => {
        mount.admit?.(request as FastifyRequest);
        await request.heldBody;
        reply.hijack();
        try {
          await mount.handle(request.raw, reply.raw, request);
        } catch (error) {
          // From here on nobody else answers.
          answerHijacked(error, request as FastifyRequest, reply.raw);
        }
      },
    });
    // Named, since Fastify would look for its name among all modules that were ever read.
  }, { [Symbol.for('fastify.display-name')]: mount.url }));
}
