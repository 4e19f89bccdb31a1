/**
 * admin owns the admin HTTP API and the console's door to it: it maps the contract's routes to use cases, asks the
 * contract's table who may, and records who acted. It holds no rules of its own and never touches storage.
 */
export { addAdminRoutes, type AdminRoutesDeps } from './admin-routes.ts';
export type { Authorise, Caller } from './caller.ts';
export { createAdmin, type AdminDeps } from './create-admin.ts';
export { authoriseAdministrator, type AdministratorDeps } from './console/authorise-administrator.ts';
export { ensureConsoleClient } from './console/console-client.ts';
export { consoleCookies, type ConsoleCookies, type CookieSealer } from './console/console-cookies.ts';
export { consoleAcr } from './console/console-floor.ts';
export { addConsoleRoutes, type ConsoleRoutesDeps } from './console/console-routes.ts';
