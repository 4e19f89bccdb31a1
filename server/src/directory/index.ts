/**
 * directory owns principals and what they are known by: identifiers, invitations, attributes, their
 * agreements to texts, their state. It never knows how
 * somebody proves who they are, nor what they may do.
 */
export { createDirectory } from './create-directory.ts';
export { noteRemoval } from './principal-store.ts';
export { removeSimulatedPrincipals } from './remove-simulated.ts';
export type { DirectoryDeps } from './directory-deps.ts';
export type {
  AddressChange, Attribute, Closing, Directory, Identifier, ImportOutcome, Invitation, InvitationPurpose, NewPrincipal, Principal, PrincipalBasis,
  PrincipalState, TextReceipt,
} from './directory.ts';
export { normaliseEmail } from './identifier.ts';
export { isCountryWithNumbers, isRecentlyProved, readPhone, type Phone } from './phone.ts';
export { allPlaces, newsPlaces, type Place } from './places.ts';
export type { ProfileChange } from './profile.ts';
