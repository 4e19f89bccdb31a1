import type { FastifyReply, FastifyRequest } from 'fastify';

/** What of the HTTP server the routes of this folder need; `app` brings it along. */
export interface HttpEdge {
  route(options: {
    method: 'GET' | 'POST';
    url: string;
    bodyLimit?: number;
    schema?: Readonly<Record<string, unknown>>;
    constraints?: { readonly host: string };
    onRequest?: (request: FastifyRequest, reply: FastifyReply) => Promise<void>;
    handler: (request: FastifyRequest, reply: FastifyReply) => unknown;
  }): unknown;
}

/** Holds requests back: throws request.rate_limited. */
export interface Limiter {
  take(key: string, cost?: number): void;
}

/** Bounds what is at work at a time, and what waits for it. @throws server.busy */
export interface Bulkhead {
  run<T>(work: () => Promise<T>): Promise<T>;
}

/** The client's address, as the edge has found it. */
export function addressOf(request: FastifyRequest): string {
  return (request as FastifyRequest & { readonly clientAddress: string }).clientAddress;
}
