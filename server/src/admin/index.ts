/**
 * admin owns the admin HTTP API: it maps the contract's routes to use cases and records who acted. It holds no rules
 * of its own and never touches storage.
 */
export { addAdminRoutes, type AdminRoutesDeps } from './admin-routes.ts';
export { createAdmin, type AdminDeps } from './create-admin.ts';
