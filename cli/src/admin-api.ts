import type { z } from 'zod';
import {
  adminApiPrefix, adminRoutes, type clientRoutes, type eventRoutes, type keyRoutes, type policyRoutes,
  type demoRoutes, type principalRoutes, type serverRoutes,
} from '../../contract/admin/index.ts';
import type { SocketClient } from './socket-client.ts';

type Route = (typeof clientRoutes | typeof eventRoutes | typeof keyRoutes | typeof policyRoutes
  | typeof demoRoutes | typeof principalRoutes | typeof serverRoutes)[number];
type Operation = Route['operation'];
type RouteOf<Name extends Operation> = Extract<Route, { operation: Name }>;

type Part<R, Key extends string> = R extends Readonly<Record<Key, infer Schema extends z.ZodType>>
  ? { readonly [K in Key]: z.input<Schema> } : object;
type Given<Name extends Operation> =
  Part<RouteOf<Name>, 'params'> & Partial<Part<RouteOf<Name>, 'query'>> & Part<RouteOf<Name>, 'body'>;
type Answer<Name extends Operation> = z.output<RouteOf<Name>['response']>;
type Stream = Extract<Route, { stream: true }>['operation'];

/** The admin API as its contract has it, operation by operation. */
export interface AdminApi {
  /** @throws CliError */
  ask<Name extends Exclude<Operation, Stream>>(operation: Name, given: Given<Name>): Promise<Answer<Name>>;
  /** Tells of each answer of a stream, until it ends or the command is interrupted. @throws CliError */
  follow<Name extends Stream>(operation: Name, given: Given<Name>, onAnswer: (answer: Answer<Name>) => void): Promise<void>;
}

interface AnyGiven {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

export function createAdminApi(client: SocketClient): AdminApi {
  return {
    ask: async (operation, given) => {
      const path = addressOf(operation, given as object);
      return await client.call(routeOf(operation).method, path, (given as AnyGiven).body) as never;
    },
    follow: (operation, given, onAnswer) =>
      client.follow(addressOf(operation, given as object), (answer) => { onAnswer(answer as never); }),
  };
}

const routeOf = (operation: Operation) => adminRoutes.find((route) => route.operation === operation)!;

function addressOf(operation: Operation, { params = {}, query = {} }: AnyGiven): string {
  const path = routeOf(operation).path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  return `${adminApiPrefix}${path}${search.size === 0 ? '' : `?${search.toString()}`}`;
}
