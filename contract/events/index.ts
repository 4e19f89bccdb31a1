/** The typed catalogue of events: what the log may tell, and which part of it is personal. */
export { eventCatalogue, type EventType, type OpenPart, type PersonalPart } from './catalogue.ts';
export type { Actor, EventEntry } from './event.ts';
export {
  acr, channel, credentialKind, identifierKind, isSignedInPurpose, journeyPurpose, populationKind, principalKind, remoteRequestKind,
  sessionEndReason, signedInPurposes,
  type Acr, type Channel, type CredentialKind, type IdentifierKind, type JourneyPurpose, type PopulationKind,
  type PrincipalKind, type RemoteRequestKind, type SessionEndReason, type SignedInPurpose,
} from './words.ts';
