/**
 * directory owns principals and what they are known by: identifiers, invitations, their state. It never knows how
 * somebody proves who they are, nor what they may do.
 */
export { createDirectory } from './create-directory.ts';
export { removeSimulatedPrincipals } from './remove-simulated.ts';
export type { DirectoryDeps } from './directory-deps.ts';
export type {
  Directory, Identifier, ImportOutcome, Invitation, InvitationPurpose, NewPrincipal, Principal, PrincipalBasis,
  PrincipalState,
} from './directory.ts';
export { normaliseEmail } from './identifier.ts';
