import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { fail } from '../kernel/index.ts';
import { addressOf, type Bulkhead, type Limiter } from './http-edge.ts';

/** The application that asks, as it has proved. */
export interface Caller {
  readonly population: string;
  readonly client: string;
}

export interface CallerDeps {
  /** Who asks, at which of the populations of this door; undefined for nobody. */
  readonly callerOf: (request: FastifyRequest) => Promise<Caller | undefined>;
  /** By client address: how often a caller may be unknown. */
  readonly strangers: Limiter & {
    /** Throws where nothing is left to take. */
    look(key: string): void;
  };
  /** What is at work for those who have shown who they are. */
  readonly bulkhead: Bulkhead;
  /** Where those stand who have not: however many come, they keep nobody waiting who has. */
  readonly doorstep: Bulkhead;
}

/** Who has proved to ask in a request. */
export interface Callers {
  /** Before the body is read: a stranger's costs nothing, and learns nothing of what a request has to be like. @throws access.unauthenticated */
  authenticate(request: FastifyRequest, reply: FastifyReply): Promise<Caller>;
  /** Whoever that was. */
  of(request: FastifyRequest): Caller;
}

export const keyOf = ({ population, client }: Caller): string => `${population}/${client}`;

/** So many credentials are remembered, the least recently used go first. */
const mostRemembered = 10_000;

export function createCallers({ callerOf, strangers, bulkhead, doorstep }: CallerDeps): Callers {
  const known = new WeakMap<object, Caller>();
  const shownBefore = new Set<string>();

  /** What was right before is looked at anew, with those who are known. Nobody comes to stand there by a name or a network. */
  async function lookAt(request: FastifyRequest): Promise<Caller | undefined> {
    const shown = createHash('sha256').update(request.headers.authorization ?? '', 'utf8').digest('base64');
    const isKnown = shownBefore.has(shown);
    if (!isKnown) strangers.look(addressOf(request));
    const caller = await (isKnown ? bulkhead : doorstep).run(() => callerOf(request));
    shownBefore.delete(shown);
    if (caller) shownBefore.add(shown);
    if (shownBefore.size > mostRemembered) shownBefore.delete(shownBefore.values().next().value!);
    return caller;
  }

  return {
    of: (request) => known.get(request) ?? fail('access.unauthenticated'),
    authenticate: async (request, reply) => {
      const caller = await lookAt(request);
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
