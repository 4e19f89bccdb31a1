/**
 * access owns grants: who holds which entitlement, where, why, until when, and when it was last used. It never
 * authenticates anybody, and never decides what an entitlement lets one do.
 */
export { createAccess } from './create-access.ts';
export { removeSimulatedGrants } from './grant-store.ts';
export type { AccessDeps } from './access-deps.ts';
export type { Access, GiveRole, Grant, GrantBasis } from './access.ts';
