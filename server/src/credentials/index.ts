/**
 * credentials owns what a person shows to prove who they are: passkeys, passwords, codes and links by e-mail, codes by text message, TOTP,
 * recovery codes, and the throttles that bound guessing. It never decides what a proof is worth (sessions) or which one
 * is asked (journeys).
 */
export type {
  BoundWith, CodeVerdict, Credential, Credentials, CredentialsDeps, EmailCodes, EmailLinks, EmailLinkState, Occasion, Passkeys,
  PasswordFault, Passwords, RecoveryCodes, RelyingParty, SmsCodes, TextLimit, Totps,
} from './credentials.ts';
export type {
  AuthenticationResponseJSON, PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
export { createCredentials } from './create-credentials.ts';
export { removeSimulatedCredentials } from './remove-simulated.ts';
export { removeOldCodes } from './remove-old-codes.ts';
// The rules that bound guessing, pure, so that they can be tried on made-up people.
export { bucketsOf, endedBy, knownScope, waitFor, type Bucket, type Level } from './throttle/bucket.ts';
export { popularityOfRank, shareOfRank } from './password/popularity.ts';
export { commonPasswords } from './password/common-passwords.ts';
