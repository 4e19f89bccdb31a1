/** The server as a whole: how it is, and the way in for an administrator. */
import { z } from 'zod';
import { populationKind } from '../events/index.ts';
import type { AdminRoute } from './route.ts';

export const serverRoutes = [
  {
    method: 'POST', path: '/admin/link', operation: 'admin.link',
    summary: 'Makes a one-time link with which an administrator gets in; only on the local socket',
    body: z.strictObject({}), response: z.object({ url: z.url(), expiresAt: z.iso.datetime() }), status: 201,
  },
  {
    method: 'GET', path: '/status', operation: 'server.status',
    summary: 'Where this server answers, its version and how its parts are',
    response: z.object({
      version: z.string().max(40), url: z.url(), mail: z.enum(['smtp', 'inbox']), inbox: z.url().nullable(),
      issuers: z.array(z.object({ population: z.string().max(31), kind: populationKind, issuer: z.url() })).max(1_000),
    }),
  },
] as const satisfies readonly AdminRoute[];
