import { z } from 'zod';

/** Words that several events and the API share. */
export const credentialKind = z.enum(['passkey', 'password', 'email-code', 'sms-code', 'totp', 'invitation', 'recovery-code', 'recovery-case', 'federated']);
export type CredentialKind = z.infer<typeof credentialKind>;

export const acr = z.enum(['urn:limen:acr:basic', 'urn:limen:acr:mfa', 'urn:limen:acr:phr']);
export type Acr = z.infer<typeof acr>;

export const identifierKind = z.enum(['email', 'phone', 'username', 'employee-number']);
export type IdentifierKind = z.infer<typeof identifierKind>;

export const principalKind = z.enum(['person', 'service', 'agent']);
export type PrincipalKind = z.infer<typeof principalKind>;

export const populationKind = z.enum(['customer', 'workforce', 'workload']);
export type PopulationKind = z.infer<typeof populationKind>;

export const sessionEndReason = z.enum([
  'signed-out', 'expired', 'idle', 'replaced', 'principal-suspended', 'credential-removed', 'identifier-taken-over',
  'operator', 'policy', 'reported', 'recovered',
]);
export type SessionEndReason = z.infer<typeof sessionEndReason>;

export const journeyPurpose = z.enum([
  'sign-up', 'sign-in', 'step-up', 'enrol', 'recover', 'profile-edit', 'credential-reset', 'check-up', 'delete',
]);
export type JourneyPurpose = z.infer<typeof journeyPurpose>;

/** What somebody who is signed in comes back for. Where one has no journey of its own, it is gone through as step-up. */
export const signedInPurposes = [
  'step-up', 'profile-edit', 'credential-reset', 'check-up', 'delete',
] as const satisfies readonly JourneyPurpose[];
export type SignedInPurpose = (typeof signedInPurposes)[number];

export function isSignedInPurpose(purpose: JourneyPurpose): purpose is SignedInPurpose {
  return (signedInPurposes as readonly JourneyPurpose[]).includes(purpose);
}

/** How another screen asks for a person: it shows a code (RFC 8628), or names them (CIBA). */
export const remoteRequestKind = z.enum(['device', 'backchannel']);
export type RemoteRequestKind = z.infer<typeof remoteRequestKind>;

/** Where a run takes place: in a browser, in an app, by mail, at a shared screen, or with an agent who helps. */
export const channel = z.enum(['web', 'native', 'email', 'kiosk', 'support-desk']);
export type Channel = z.infer<typeof channel>;
