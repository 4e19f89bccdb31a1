/**
 * sessions owns the only truth on sessions: who is signed in, what that session has proved and how long it lives. It
 * never checks a credential, and never knows what a session may do.
 */
export {
  assuranceOf, isFresh, levelMeeting, levelsOf, provesTheMost, recovers, satisfies, type NeededAssurance,
} from './assurance.ts';
export { deviceLabel } from './device-label.ts';
export { showsFactor } from './recovered-account.ts';
export { createSessions } from './create-sessions.ts';
export type { SessionsDeps } from './sessions-deps.ts';
export { endExpiredSessions, sessionJobs, type ExpiryDeps } from './end-expired-sessions.ts';
export { removeSimulatedSessions } from './session-store.ts';
export { readAuthority } from './certificate.ts';
export type { Assurance, DeviceKey, KnownDevice, NewDeviceKey, Proof, Session, Sessions } from './sessions.ts';
