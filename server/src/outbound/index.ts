/**
 * outbound owns every HTTP call that leaves the server: which addresses may be reached, and the bounds of a call.
 * It never follows a redirect, keeps no cookie, takes no proxy from the environment and knows no word of the domain.
 */
export {
  createOutbound, type Outbound, type OutboundRequest, type OutboundResponse, type OutboundFetch,
} from './outbound.ts';
export { isPublicAddress } from './addresses.ts';
export type { Lookup } from './connector.ts';
