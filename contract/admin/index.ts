/** The admin API: every route as data, for the server that answers it, the command line that calls it and OpenAPI. */
import { operationRoutes } from './operations.ts';
import type { AdminRoute } from './route.ts';

export { adminApiPrefix, describeAdminApi } from './openapi.ts';
export { operationRoutes, shownEvent, shownKey, type ShownEvent, type ShownKey } from './operations.ts';
export type { AdminRoute } from './route.ts';

export const adminRoutes: readonly AdminRoute[] = [...operationRoutes];
