import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { adminApiPrefix, adminRoutes, describeAdminApi, type AdminRoute } from '../../../contract/admin/index.ts';
import type { EventLog } from '../events/index.ts';
import { fail, LimenError, second, type Clock } from '../kernel/index.ts';
import type { WebServer } from '../web/index.ts';
import { isAct, populationOf, type Authorise, type Caller } from './caller.ts';
import type { Call, InTransaction } from './operation.ts';

type AnyHandler = (call: Call<AdminRoute>) => unknown;

export interface AdminRoutesDeps {
  readonly handlers: Readonly<Record<string, AnyHandler>>;
  readonly events: Pick<EventLog, 'append'>;
  readonly transaction: InTransaction;
  readonly clock: Clock;
  readonly authorise: Authorise;
}

/** Bytes of a body: an import of 50,000 people is the largest thing that anybody sends. */
const largestBody = 9 * 1024 * 1024;

/** Who listens for long is asked again who they are, so that what is revoked ends within 5 seconds. */
const askAgainEvery = 5 * second;

/** Puts every route of the contract on a server. Each act, and each failed one, is an event. */
export function addAdminRoutes(app: WebServer, deps: AdminRoutesDeps): void {
  const callers = new WeakMap<FastifyRequest, Caller>();
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
      onRequest: async (request) => {
        callers.set(request as FastifyRequest, await deps.authorise(request as FastifyRequest, route));
      },
      handler: (request, reply) => answer(
        deps, route, handle, callers.get(request as FastifyRequest)!, request as FastifyRequest, reply as FastifyReply),
    });
  }
  app.get(`${adminApiPrefix}/openapi.json`, (request) => (
    request.door.console ? description() : fail('request.not_found')));
}

/** Made when somebody first asks for it: a start has no use for it. */
const description = (): unknown => described ??= describeAdminApi(adminRoutes);
let described: unknown;

async function answer(
  deps: AdminRoutesDeps, route: AdminRoute, handle: AnyHandler, caller: Caller,
  request: FastifyRequest, reply: FastifyReply,
): Promise<unknown> {
  const left = new AbortController();
  reply.raw.once('close', () => left.abort());
  const { params, query, body } = request;
  const call = { params, query, body, ...caller, signal: left.signal };
  const record = async (outcome: string): Promise<void> => {
    if (!isAct(request, route)) return;
    await deps.transaction((tx) => deps.events.append(tx, {
      type: 'operator.acted', population: populationOf(request), actor: caller.actor,
      open: { operation: route.operation, outcome },
    }));
  };
  if (route.stream) {
    await record('done');
    void reply.type('application/x-ndjson');
    const stillMay = askedAgain(deps, request, route);
    return Readable.from(lines(handle(call as never) as AsyncIterable<unknown>, stillMay));
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

/** Whether the caller may still do what they began; asked so often that little can be learnt after the end. */
function askedAgain(
  { authorise, clock }: AdminRoutesDeps, request: FastifyRequest, route: AdminRoute,
): () => Promise<boolean> {
  let askedAt = clock().getTime();
  return async () => {
    if (clock().getTime() - askedAt < askAgainEvery) return true;
    askedAt = clock().getTime();
    return authorise(request, route).then(() => true, () => false);
  };
}

async function* lines(values: AsyncIterable<unknown>, stillMay: () => Promise<boolean>): AsyncIterable<string> {
  for await (const value of values) {
    if (!await stillMay()) return;
    yield `${JSON.stringify(value)}\n`;
  }
}
