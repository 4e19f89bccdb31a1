/** Providers upstream of a population, and the secrets that are shown to them. */
import { z } from 'zod';
import type { AdminRoute } from './route.ts';

const population = z.string().max(31);
const provider = z.string().max(40);

export const shownProvider = z.object({
  provider,
  name: z.string().max(40),
  issuer: z.string().max(300),
  /** To be registered at the provider as the address that it sends people back to. */
  callback: z.url(),
  hasSecret: z.boolean(),
});
export type ShownProvider = z.infer<typeof shownProvider>;

export const federationRoutes = [
  {
    method: 'GET', path: '/populations/:population/providers', operation: 'federation.list',
    summary: 'The providers upstream in the policy in force, what to register there, and whether a secret is set',
    params: z.strictObject({ population }), response: z.object({ providers: z.array(shownProvider).max(12) }),
  },
  {
    method: 'PUT', path: '/populations/:population/providers/:provider/secret', operation: 'federation.set-secret',
    summary: 'Sets what the population shows this provider; it is sealed and never shown again',
    params: z.strictObject({ population, provider }),
    body: z.strictObject({ secret: z.string().min(1).max(4_096) }),
    response: z.object({ provider }),
  },
] as const satisfies readonly AdminRoute[];
