import type { FastifyRequest } from 'fastify';
import type { AdminRoute } from '../../../contract/admin/index.ts';
import type { Actor } from '../../../contract/events/index.ts';
import type { ShownBy } from '../checkpoints/index.ts';
import type { Assurance, Session } from '../sessions/index.ts';

/** Whoever calls the admin API and may do what they ask for. */
export interface Caller {
  readonly actor: Actor;
  /** An administrator's; the local operator has none. */
  readonly session?: Session;
  /** What that session proved to the browser that calls. */
  readonly proof?: Assurance;
  /** What the administrator's request shows, by which a checkpoint judges it. */
  readonly shown?: ShownBy;
}

/**
 * Says who calls, before anything of the body is read.
 * @throws admin.unauthenticated, admin.forbidden, admin.reauthentication_needed, request.cross_site
 */
export type Authorise = (request: FastifyRequest, route: AdminRoute) => Promise<Caller>;

/** Names the population only where it is one: the event log is no place for what callers make up. */
export function populationOf(request: FastifyRequest): string | null {
  const { population } = (request.params ?? {}) as { population?: string };
  return population !== undefined && /^[a-z][a-z0-9-]{0,30}$/.test(population) ? population : null;
}

/** Whether an answer is told of in the event log: what changes something, and what shows personal parts. */
export function isAct(request: FastifyRequest, route: AdminRoute): boolean {
  return (route.method !== 'GET' && route.looks !== true) || asksToUnseal(request);
}

export function asksToUnseal(request: FastifyRequest): boolean {
  return (request.query as { unseal?: string } | undefined)?.unseal === 'true';
}
