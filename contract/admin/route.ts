import type { z } from 'zod';

/** One route of the admin API: server, command line and OpenAPI description are made from the same table. */
export interface AdminRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With parameters as `:name`. */
  readonly path: string;
  /** Names the operation for events, roles and the command line: `client.create`. */
  readonly operation: string;
  readonly summary: string;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly response: z.ZodType;
  /** 200 where left out. */
  readonly status?: number;
  /** A POST that only looks, since what it looks at is too long for an address: no event tells of it. */
  readonly looks?: true;
  /** Answers one such object a line (application/x-ndjson) until the caller leaves. */
  readonly stream?: true;
}
