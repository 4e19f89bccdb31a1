/** Signing keys of populations. */
import { z } from 'zod';
import type { AdminRoute } from './route.ts';

const inPopulation = z.strictObject({ population: z.string().max(31) });

export const shownKey = z.object({
  kid: z.string().max(120),
  algorithm: z.enum(['ES256', 'RS256']),
  state: z.enum(['published', 'active', 'retired']),
  createdAt: z.iso.datetime(),
  activeFrom: z.iso.datetime(),
});
export type ShownKey = z.infer<typeof shownKey>;

export const keyRoutes = [
  {
    method: 'GET', path: '/populations/:population/keys', operation: 'key.list',
    summary: 'The signing keys of a population, without what is secret in them',
    params: inPopulation, response: z.object({ keys: z.array(shownKey).max(100) }),
  },
  {
    method: 'POST', path: '/populations/:population/keys/rotate', operation: 'key.rotate',
    summary: 'Publishes successors of the signing keys; they sign after one cache lifetime, or at once',
    params: inPopulation, body: z.strictObject({ atOnce: z.boolean().default(false) }),
    response: z.object({ kids: z.array(z.string().max(120)).max(10) }),
  },
] as const satisfies readonly AdminRoute[];
