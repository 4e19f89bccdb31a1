import type { z } from 'zod';
import { adminApiPrefix, adminRoutes, type KnownAdminRoute as Route } from '../../contract/admin/index.ts';
import type { SocketClient } from './socket-client.ts';

type Part<R, Key extends string> = R extends Readonly<Record<Key, infer Schema extends z.ZodType>>
  ? { readonly [K in Key]: z.input<Schema> } : object;

/** Every operation with what it takes and gives, resolved once: asked anew at each call it would take minutes. */
type Operations = {
  readonly [R in Route as R['operation']]: {
    readonly given: Part<R, 'params'> & Partial<Part<R, 'query'>> & Part<R, 'body'>;
    readonly answer: z.output<R['response']>;
  };
};
type Operation = keyof Operations;
type Given<Name extends Operation> = Operations[Name]['given'];
type Answer<Name extends Operation> = Operations[Name]['answer'];
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
