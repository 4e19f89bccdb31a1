import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { adminApiPrefix, adminRoutes, type AdminRoute } from '../../../contract/admin/index.ts';
import type { Actor } from '../../../contract/events/index.ts';
import type { EventLog } from '../events/index.ts';
import { LimenError } from '../kernel/index.ts';
import type { WebServer } from '../web/index.ts';
import type { Call, InTransaction } from './operation.ts';

type AnyHandler = (call: Call<AdminRoute>) => unknown;

export interface AdminRoutesDeps {
  readonly handlers: Readonly<Record<string, AnyHandler>>;
  readonly events: EventLog;
  readonly transaction: InTransaction;
  /** Who calls. @throws admin.unauthenticated */
  readonly actorOf: (request: FastifyRequest) => Actor;
  /** The document at `/api/v1/openapi.json`. */
  readonly openapi: unknown;
}

/** Bytes of a body: an import of 50,000 people is the largest thing that anybody sends. */
const largestBody = 9 * 1024 * 1024;

/** Puts every route of the contract on a server. Each act, and each failed one, is an event. */
export function addAdminRoutes(app: WebServer, deps: AdminRoutesDeps): void {
  for (const route of adminRoutes) {
    const handle = deps.handlers[route.operation];
    if (!handle) throw new Error(`nobody handles ${route.operation}`);
    app.route({
      method: route.method,
      url: `${adminApiPrefix}${route.path}`,
      bodyLimit: largestBody,
      schema: {
        ...(route.params ? { params: route.params } : {}),
        ...(route.query ? { querystring: route.query } : {}),
        ...(route.body ? { body: route.body } : {}),
        ...(route.stream ? {} : { response: { [route.status ?? 200]: route.response } }),
      },
      handler: (request, reply) => answer(deps, route, handle, request as FastifyRequest, reply as FastifyReply),
    });
  }
  app.get(`${adminApiPrefix}/openapi.json`, () => deps.openapi);
}

async function answer(
  deps: AdminRoutesDeps, route: AdminRoute, handle: AnyHandler, request: FastifyRequest, reply: FastifyReply,
): Promise<unknown> {
  const actor = deps.actorOf(request);
  const left = new AbortController();
  reply.raw.once('close', () => left.abort());
  const call = { params: request.params, query: request.query, body: request.body, actor, signal: left.signal };
  const isAct = route.method !== 'GET' || (request.query as { unseal?: string } | undefined)?.unseal === 'true';
  const record = (outcome: string): Promise<void> => (isAct ? deps.transaction((tx) => deps.events.append(tx, {
    type: 'operator.acted', population: populationOf(request), actor, open: { operation: route.operation, outcome },
  })) : Promise.resolve());
  if (route.stream) {
    await record('done');
    void reply.type('application/x-ndjson');
    return Readable.from(lines(handle(call as never) as AsyncIterable<unknown>));
  }
  try {
    const result = await handle(call as never);
    await record('done');
    void reply.code(route.status ?? 200);
    return result;
  } catch (error) {
    await record(error instanceof LimenError ? error.code : 'server.failed');
    throw error;
  }
}

async function* lines(values: AsyncIterable<unknown>): AsyncIterable<string> {
  for await (const value of values) yield `${JSON.stringify(value)}\n`;
}

/** Names the population only where it is one: the event log is no place for what callers make up. */
function populationOf(request: FastifyRequest): string | null {
  const { population } = (request.params ?? {}) as { population?: string };
  return population !== undefined && /^[a-z][a-z0-9-]{0,30}$/.test(population) ? population : null;
}
