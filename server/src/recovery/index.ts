/**
 * recovery owns recovery cases (opened, told to the owner, waited for, decided by somebody else, cancelled, used up) and
 * the contacts whom people trust to decide. It never shows
 * a run's screens, and never binds a credential or gives anybody a code, a link to sign in, or a session.
 */
export { addContactRoutes } from './contact-routes.ts';
export type { Contact, ContactAnswer, ContactLink, Contacts } from './contacts.ts';
export { createRecovery } from './create-recovery.ts';
export type { RecoveryDeps } from './recovery-deps.ts';
export type { CaseState, Decision, NotOpened, Opening, Recovery, RecoveryCase, Route } from './recovery.ts';
export { recoveryRules, type RecoveryRule } from './rules.ts';
export { addStopRoutes, type StopRoutesDeps } from './stop-routes.ts';
export { removeSimulatedCases } from './case-store.ts';
