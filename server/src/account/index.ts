/**
 * account owns what signed-in people do about their own accounts: see and end sessions, change
 * their profile and address, remove ways to sign in, make
 * recovery codes, see what happened and who was let have what, take a copy, delete the account, sign out. It never signs anybody in (journeys does), and never acts for another person.
 */
export type { Account, OwnAccount } from './account.ts';
export type { AccountDeps } from './account-deps.ts';
export type { Visitor } from './visitor.ts';
export { createAccount } from './create-account.ts';
export { addUndoRoutes, type UndoRoutesDeps } from './undo-routes.ts';
export { addAccountRoutes } from './account-routes.ts';
export type { AccountRoutesDeps } from './account-routes-deps.ts';
export { removeSimulatedTold } from './sign-in-told-store.ts';
