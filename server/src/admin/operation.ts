import type { z } from 'zod';
import type { AdminRoute } from '../../../contract/admin/index.ts';
import type { Actor } from '../../../contract/events/index.ts';
import type { ShownBy } from '../checkpoints/index.ts';
import type { Directory } from '../directory/index.ts';
import type { Assurance, Session } from '../sessions/index.ts';

/** What a use case's writes are part of. */
export type Tx = Parameters<Directory['createPrincipal']>[0];
export type InTransaction = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

type Read<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

/** One call of a route, with what came in already checked by the contract. */
export interface Call<Route extends AdminRoute> {
  readonly params: Read<Route['params']>;
  readonly query: Read<Route['query']>;
  readonly body: Read<Route['body']>;
  readonly actor: Actor;
  /** The administrator's; the local operator has none. */
  readonly session?: Session;
  /** What that session proved to the browser that calls. */
  readonly proof?: Assurance;
  /** What the administrator's request shows, by which a checkpoint judges it. */
  readonly shown?: ShownBy;
  /** Ends when the caller leaves. */
  readonly signal: AbortSignal;
}

type Answer<Route extends AdminRoute> = z.input<Route['response']>;
type Handler<Route extends AdminRoute> = (call: Call<Route>) =>
  Route extends { stream: true } ? AsyncIterable<Answer<Route>> : Promise<Answer<Route>>;

/** A handler for each operation of a table of routes: one that is missing is a type error. */
export type Handlers<Routes extends readonly AdminRoute[]> = {
  readonly [Route in Routes[number] as Route['operation']]: Handler<Route>;
};
