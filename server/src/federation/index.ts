/**
 * federation owns the way to providers upstream and back: their discovery, the checks of what they answer, the secrets
 * shown to them, and the links between their identities and accounts. It never decides who is let in, and never takes
 * an address for an account.
 */
export { createFederation } from './create-federation.ts';
export type { FederationDeps } from './federation-deps.ts';
export { removeSimulatedLinks } from './link-store.ts';
export type {
  Departure, Federation, FederationLink, ShownProvider, UpstreamIdentity,
} from './federation.ts';
