/** The admin API: every route as data, for the server that answers it, the command line that calls it and OpenAPI. */
import { clientRoutes } from './clients.ts';
import { eventRoutes } from './events.ts';
import { keyRoutes } from './keys.ts';
import { policyRoutes } from './policy.ts';
import { principalRoutes } from './principals.ts';
import type { AdminRoute } from './route.ts';
import { serverRoutes } from './server.ts';

export { adminApiPrefix, describeAdminApi } from './openapi.ts';
export { clientRegistration, clientRoutes, type ClientRegistration, type ShownClient } from './clients.ts';
export { eventRoutes, shownEvent, type ShownEvent } from './events.ts';
export { keyRoutes, shownKey, type ShownKey } from './keys.ts';
export { policyRoutes, type ShownPolicyVersion, type ShownPopulation } from './policy.ts';
export {
  newPrincipal, principalRoutes, type NewPrincipalInput, type ShownInvitation, type ShownPrincipal, type ShownSession,
} from './principals.ts';
export type { AdminRoute } from './route.ts';
export { serverRoutes } from './server.ts';

export const adminRoutes: readonly AdminRoute[] = [
  ...policyRoutes, ...clientRoutes, ...principalRoutes, ...eventRoutes, ...keyRoutes, ...serverRoutes,
];
