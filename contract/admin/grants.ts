/** Who holds which role at which population, and who the caller is. */
import { z } from 'zod';
import { acr, populationKind } from '../events/index.ts';
import { consoleRole } from './roles.ts';
import type { AdminRoute } from './route.ts';

const population = z.string().max(31);
const inPopulation = z.strictObject({ population });
const text = (most: number) => z.string().trim().min(1).max(most);

export const grantBasis = z.enum(['administrator-link', 'owner', 'operator']);

export const shownGrant = z.object({
  id: z.uuid(),
  /** The population that the role is held at. */
  population,
  role: consoleRole,
  holder: z.object({
    population, id: z.uuid(), displayName: z.string().nullable(), identifier: z.string().nullable(),
    /** Grants of others than active principals count for nothing. */
    state: z.enum(['active', 'suspended', 'erased']),
  }),
  /** How it came about: by a link from the server's shell, from an owner, or from the local operator. */
  basis: grantBasis,
  purpose: z.string(),
  /** Who answers for it. */
  owner: z.string(),
  givenAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  /** To the hour. */
  lastUsedAt: z.iso.datetime().nullable(),
});
export type ShownGrant = z.infer<typeof shownGrant>;

/** A population has fewer living grants than this. */
export const mostGrants = 500;

const at = '/populations/:population/grants';

export const grantRoutes = [
  {
    method: 'GET', path: '/me', operation: 'me.get',
    summary: 'Who the caller is, what their session has proved, and which roles they hold where',
    response: z.object({
      /** Null for the local operator. */
      principal: z.object({ population, id: z.uuid(), displayName: z.string().nullable() }).nullable(),
      session: z.object({
        id: z.uuid(), acr, authenticatedAt: z.iso.datetime(),
        /** When the console asks for a new sign-in at the latest. */
        expiresAt: z.iso.datetime(),
        /** Until then what needs a recent proof may be done without another one. */
        freshUntil: z.iso.datetime(),
      }).nullable(),
      populations: z.array(z.object({
        slug: population, kind: populationKind, issuer: z.url(), roles: z.array(consoleRole).max(consoleRole.options.length),
      })).max(1_000),
    }),
  },
  {
    method: 'GET', path: at, operation: 'grant.list', summary: 'Who holds which role at a population, newest first',
    params: inPopulation, response: z.object({ grants: z.array(shownGrant).max(mostGrants) }),
  },
  {
    method: 'POST', path: at, operation: 'grant.give',
    summary: 'Gives an employee a role; given again, it takes on the purpose and the end of this time',
    params: inPopulation, status: 201,
    body: z.strictObject({
      /** A principal of the workforce. */
      principal: z.uuid(),
      role: consoleRole,
      purpose: text(300),
      /** Who answers for it; the caller where left out. */
      owner: text(120).optional(),
      expiresAt: z.iso.datetime().nullable().default(null),
    }),
    response: z.object({ grant: shownGrant }),
  },
  {
    method: 'POST', path: `${at}/:grant/withdraw`, operation: 'grant.withdraw',
    summary: 'Takes a role away at once; the last owner of a population stays',
    params: inPopulation.extend({ grant: z.uuid() }), body: z.strictObject({ reason: text(120) }),
    response: z.object({ grant: shownGrant }),
  },
] as const satisfies readonly AdminRoute[];
