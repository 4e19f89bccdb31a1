/** Applications: registering, looking, a new secret, switching off. */
import { z } from 'zod';
import { clientAuthMethod, clientId, clientRegistration, grantType, publicJwk } from './client-registration.ts';
import type { AdminRoute } from './route.ts';

export { clientRegistration, type ClientRegistration } from './client-registration.ts';

const population = z.string().max(31);
const inPopulation = z.strictObject({ population });
const oneClient = z.strictObject({ population, client: clientId });
const uris = z.array(z.string()).max(20);

/** An application as it is registered; never with its secret. */
export const shownClient = z.object({
  population,
  id: clientId,
  name: z.string(),
  owner: z.string(),
  purpose: z.string(),
  firstParty: z.boolean(),
  ownScreens: z.boolean(),
  screenOrigins: z.array(z.string()).max(10),
  grantTypes: z.array(grantType),
  authMethod: clientAuthMethod,
  redirectUris: uris,
  postLogoutRedirectUris: uris,
  backchannelLogoutUri: z.string().nullable(),
  scopes: z.array(z.string()).max(40),
  resources: uris,
  jwks: z.object({ keys: z.array(publicJwk).max(10) }).nullable(),
  jwksUri: z.string().nullable(),
  /** The principal it is when it acts for itself. */
  principal: z.uuid().nullable(),
  disabledAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});
export type ShownClient = z.infer<typeof shownClient>;

/** Shown this once; only its hash is kept. */
const secret = z.string().length(43);

/** An application has one page of its own here; a population with more has a catalogue elsewhere. */
export const mostClients = 1_000;

export const clientRoutes = [
  {
    method: 'GET', path: '/populations/:population/clients', operation: 'client.list',
    summary: 'The applications of a population, by id', params: inPopulation,
    response: z.object({ clients: z.array(shownClient).max(mostClients) }),
  },
  {
    method: 'POST', path: '/populations/:population/clients', operation: 'client.create',
    summary: 'Registers an application; the secret, where it has one, is in this answer only', params: inPopulation,
    body: clientRegistration, response: z.object({ client: shownClient, secret: secret.optional() }), status: 201,
  },
  {
    method: 'GET', path: '/populations/:population/clients/:client', operation: 'client.get',
    summary: 'One application', params: oneClient, response: z.object({ client: shownClient }),
  },
  {
    method: 'POST', path: '/populations/:population/clients/:client/secret', operation: 'client.rotate-secret',
    summary: 'Makes a new secret; the one before works for another 24 hours, or no longer',
    params: oneClient,
    body: z.strictObject({
      /** Stops the secret before at once: for one that has become known. */
      atOnce: z.boolean().default(false),
    }),
    response: z.object({ secret, previousUntil: z.iso.datetime().nullable() }),
  },
  {
    method: 'POST', path: '/populations/:population/clients/:client/disable', operation: 'client.disable',
    summary: 'Switches an application off, and suspends the principal it acts as',
    params: oneClient, body: z.strictObject({ reason: z.string().trim().min(1).max(120) }),
    response: z.object({ client: shownClient }),
  },
] as const satisfies readonly AdminRoute[];
