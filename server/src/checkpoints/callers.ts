import type { FastifyReply, FastifyRequest } from 'fastify';
import { fail } from '../kernel/index.ts';
import { addressOf, type Limiter } from './http-edge.ts';

/** The application that asks, as it has proved. */
export interface Caller {
  readonly population: string;
  readonly client: string;
}

export interface CallerDeps {
  /** Who asks, at which of the populations of this door; undefined for nobody. */
  readonly callerOf: (request: FastifyRequest) => Promise<Caller | undefined>;
  /** By client address: how often a caller may be unknown. */
  readonly strangers: Limiter;
  /** Bounds what is at work at a time. @throws server.busy */
  readonly bulkhead: { run<T>(work: () => Promise<T>): Promise<T> };
}

/** Who has proved to ask in a request. */
export interface Callers {
  /** Before the body is read: a stranger's costs nothing, and learns nothing of what a request has to be like. @throws access.unauthenticated */
  authenticate(request: FastifyRequest, reply: FastifyReply): Promise<Caller>;
  /** Whoever that was. */
  of(request: FastifyRequest): Caller;
}

export const keyOf = ({ population, client }: Caller): string => `${population}/${client}`;

export function createCallers({ callerOf, strangers, bulkhead }: CallerDeps): Callers {
  const known = new WeakMap<object, Caller>();
  return {
    of: (request) => known.get(request) ?? fail('access.unauthenticated'),
    authenticate: async (request, reply) => {
      const caller = await bulkhead.run(() => callerOf(request));
      if (!caller) {
        strangers.take(addressOf(request));
        void reply.header('www-authenticate', 'Basic realm="access", Bearer realm="access"');
        return fail('access.unauthenticated');
      }
      known.set(request, caller);
      return caller;
    },
  };
}
