/**
 * journeys owns runs: the engine, the steps, and what each screen shows. It never knows OAuth, never draws a page, and
 * lets no step name another.
 */
export { createHandoffs, type Handoffs } from './handoffs.ts';
export { createJourneys, type JourneysDeps } from './create-journeys.ts';
export { createStepCatalogue, type StepCatalogue } from './step-catalogue.ts';
export type { Journeys, Onward, Shown, StartRun } from './journeys.ts';
export type { BrowserContext, BrowserSecrets, RunOutcome } from './run.ts';
export type { LinkPurpose, LinkPurposes } from './link-purposes.ts';
export { newestOf, noticeToOwner, type CredentialNotice } from './steps/credential-notice.ts';
export { addingPlace } from './steps/verify-contact/adding-place.ts';
export { profileFieldsOf, toldIn, toldOf, type ProfileField } from './steps/profile-field.ts';
export type { Ask, Step } from './step.ts';
export { holdings, mostCalls, type ExitEffect, type Holding, type Means, type StepDeclaration } from './step-declaration.ts';
export { removeSimulatedRuns, type StateSealer } from './run-store.ts';
export { addRunRoutes } from './run-routes.ts';
export type { RunRoutesDeps } from './run-routes-deps.ts';
export { createBrowserCookies, type BrowserCookies } from './browser-cookies.ts';
