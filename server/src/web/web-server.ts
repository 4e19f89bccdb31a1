import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { fastify, LogController, type FastifyBaseLogger, type FastifyInstance, type FastifyRequest } from 'fastify';
import { fail, newId, second, type Clock, type Log, type Randomness } from '../kernel/index.ts';
import { createRouteTable } from './allowed-methods.ts';
import { useStrictParsers } from './body-parsers.ts';
import { clientAddressOf, trustedPeers, type TrustedProxies } from './client-address.ts';
import { readClientCertificate, writeClientCertificate } from './client-certificate.ts';
import type { Door, Hosts } from './doors.ts';
import { createErrorAnswers, rawProblem, type RenderErrorPage } from './error-answers.ts';
import { decodeField, readFields } from './fields.ts';
import { holdBody } from './held-body.ts';
import { setSecurityHeaders } from './security-headers.ts';
import { serialise, validate, type ZodTypes } from './validation.ts';

export type WebServer = FastifyInstance<Server, IncomingMessage, ServerResponse, FastifyBaseLogger, ZodTypes>;

declare module 'fastify' {
  interface FastifyRequest {
    /** The door that the request came to. */
    door: Door;
    /** The client's address behind trusted proxies, in one spelling; `unknown` over a Unix socket. */
    clientAddress: string;
    /** Raw routes: settled when the body is whole and was looked at. */
    heldBody: Promise<void> | undefined;
  }
  interface FastifyContextConfig {
    /** The route answers on Node's own objects; see mountRaw. */
    raw?: true;
  }
}

export interface WebServerDeps {
  readonly hosts: Hosts;
  readonly log: Log;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly trustedProxies: TrustedProxies;
  /** Without it every error is problem details. */
  readonly renderErrorPage?: RenderErrorPage;
}

/** Bytes of a body; a route that needs another bound sets its own `bodyLimit`. */
export const defaultBodyLimit = 64 * 1024;

/** A Fastify instance on which only routes are missing: whatever every request has to pass is in place. */
export function createWebServer(deps: WebServerDeps): WebServer {
  const answerError = createErrorAnswers(deps.renderErrorPage);
  const app = fastify({
    loggerInstance: deps.log as FastifyBaseLogger,
    // Fastify's own lines name addresses with their queries, and those carry codes and states.
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'reference' }),
    genReqId: () => newId(deps.clock(), deps.random),
    bodyLimit: defaultBodyLimit,
    requestTimeout: 30 * second,
    keepAliveTimeout: 72 * second,
    http: { headersTimeout: 10 * second, connectionsCheckingInterval: 5 * second, maxHeaderSize: 16 * 1024 },
    routerOptions: { maxParamLength: 512, querystringParser: readQuery },
    frameworkErrors: (error, request, reply) => {
      setSecurityHeaders(reply.raw, undefined);
      void answerError(error, request as FastifyRequest, reply as never);
    },
    clientErrorHandler: answerUnparsed,
  }) as unknown as WebServer;

  useStrictParsers(app);
  app.setValidatorCompiler(validate).setSerializerCompiler(serialise);
  app.setErrorHandler(answerError);
  app.decorateRequest('door', null as never).decorateRequest('clientAddress', '');
  app.decorateRequest('heldBody', undefined);
  receive(app, deps.hosts, deps.trustedProxies);
  answerUnrouted(app);
  app.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions: { url: route } } = request;
    request.log.debug({ method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered');
    done();
  });
  return app;
}

/** One synchronous hook, so that raw routes take hold of the body before its first byte is parsed. */
function receive(app: WebServer, hosts: Hosts, proxies: TrustedProxies): void {
  const [clientAddress, isTrusted] = [clientAddressOf(proxies), trustedPeers(proxies)];
  app.addHook('onRequest', (request, reply, done) => {
    const { headers, raw } = request;
    const found = hosts(headers.host);
    setSecurityHeaders(reply.raw, found);
    request.clientAddress = clientAddress(raw.socket.remoteAddress, headers);
    try {
      const door = found ?? fail('request.unknown_host');
      request.door = door;
      const certificate = proxies.certificates && isTrusted(raw.socket.remoteAddress) ? readClientCertificate(headers['client-cert']) : undefined;
      restateForwarding(raw, door, request.clientAddress, certificate);
      checkAddress(request);
      const limit = request.routeOptions.bodyLimit ?? defaultBodyLimit;
      if (Number(headers['content-length'] ?? 0) > limit) {
        fail('request.too_large', { detail: `more than ${limit} bytes` });
      }
      if (request.routeOptions.config?.raw && hasBody(raw)) {
        request.heldBody = holdBody(raw, limit);
        request.heldBody.catch(() => undefined); // the handler awaits it; before that nobody does
      }
      done();
    } catch (error) {
      done(error as Error);
    }
  });
}

function hasBody({ headers, method }: IncomingMessage): boolean {
  const isBodyless = method === 'GET' || method === 'HEAD';
  return !isBodyless && (headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined);
}

/** Whatever is behind the edge and reads forwarded headers itself finds there what the edge knows, nobody's claims. */
function restateForwarding({ headers }: IncomingMessage, door: Door, address: string, certificate: Buffer | undefined): void {
  for (const name of Object.keys(headers)) {
    if (name === 'forwarded' || name.startsWith('x-forwarded-') || name === 'x-real-ip' || name.startsWith('client-cert')) delete headers[name];
  }
  if (certificate) headers['client-cert'] = writeClientCertificate(certificate);
  const [scheme = 'http', host = ''] = door.origin.split('://');
  headers.host = host;
  headers['x-forwarded-proto'] = scheme;
  headers['x-forwarded-host'] = host;
  headers['x-forwarded-for'] = address;
}

const queryFault = Symbol('fault of the query');

/** Fastify reads the query while routing, where nothing may be thrown; the fault waits for the hook. */
function readQuery(text: string): Record<string | symbol, unknown> {
  try {
    return readFields(text);
  } catch (error) {
    return { [queryFault]: error };
  }
}

/** @throws request.malformed */
function checkAddress(request: FastifyRequest): void {
  const { url } = request.raw;
  if (!url?.startsWith('/') || url.includes('%00')) fail('request.malformed', { detail: 'the address cannot be read' });
  if (request.routeOptions.config?.raw) {
    // OAuth parameters may repeat (RFC 8707 `resource`); that they are text is all that is asked here.
    const query = url.indexOf('?');
    if (query !== -1) decodeField(url.slice(query + 1));
    return;
  }
  const fault = (request.query as { [queryFault]?: unknown } | undefined)?.[queryFault];
  if (fault) throw fault;
}

function answerUnrouted(app: WebServer): void {
  const routes = createRouteTable();
  app.addHook('onRoute', ({ url, method, constraints }) => {
    const host = (constraints as { host?: unknown } | undefined)?.host;
    routes.add(url, [method].flat(), typeof host === 'string' ? host : undefined);
  });
  app.setNotFoundHandler((request, reply) => {
    const methods = routes.methodsAt(request.url.split('?', 1)[0]!, request.headers.host);
    if (methods.length === 0 || methods.includes(request.method)) fail('request.not_found');
    void reply.header('allow', methods.join(', '));
    return fail('request.method_not_allowed');
  });
}

/** RFC 9110 §15.5: a request that Node's parser gave up on. */
function answerUnparsed(error: NodeJS.ErrnoException, socket: { writable: boolean; end(text: string): unknown }): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return;
  switch (error.code) {
    case 'HPE_HEADER_OVERFLOW': socket.end(rawProblem('request.too_large', 431)); return;
    case 'ERR_HTTP_REQUEST_TIMEOUT': socket.end(rawProblem('request.malformed', 408)); return;
    default: socket.end(rawProblem('request.malformed', 400));
  }
}
