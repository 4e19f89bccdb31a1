/** The admin API: every route as data, for the server that answers it, the command line that calls it and OpenAPI. */
import { actionRoutes } from './actions.ts';
import { actionReviewRoutes } from './action-reviews.ts';
import { brandRoutes } from './brand.ts';
import { clientRoutes } from './clients.ts';
import { decisionRoutes } from './decisions.ts';
import { demoRoutes } from './demo.ts';
import { eventRoutes } from './events.ts';
import { federationRoutes } from './federation.ts';
import { grantRoutes } from './grants.ts';
import { keyRoutes } from './keys.ts';
import { measureRoutes } from './measures.ts';
import { policyRoutes } from './policy.ts';
import { principalRoutes } from './principals.ts';
import { recoveryRoutes } from './recoveries.ts';
import type { AdminRoute } from './route.ts';
import { serverRoutes } from './server.ts';
import { signInStateRoutes } from './sign-in-state.ts';

export { actionRoutes, type ShownAction, type ShownActions } from './actions.ts';
export { actionReviewRoutes, shownActionReview, type ShownActionReview } from './action-reviews.ts';
export { brandRoutes, previewPage, type PreviewPage } from './brand.ts';
export { adminApiPrefix, describeAdminApi } from './openapi.ts';
export { clientRegistration, clientRoutes, type ClientRegistration, type ShownClient } from './clients.ts';
export {
  decisionRoutes, shownDecision, shownDecisionInFull, type ShownDecision, type ShownDecisionInFull, type ShownLabel,
} from './decisions.ts';
export { longestWatchDays, watchRoutes, type ShownWatch, type ShownWatchReport } from './watches.ts';
export { type Machine, type Situation, type WhatIfAnswer, type WhatIfAsked } from './what-if.ts';
export { demoRoutes } from './demo.ts';
export { eventRoutes, shownEvent, type ShownEvent } from './events.ts';
export { federationRoutes, shownProvider, type ShownProvider } from './federation.ts';
export { grantRoutes, mostGrants, shownGrant, type ShownGrant } from './grants.ts';
export {
  consoleRole, mayDo, operationRoles, ruleOf, type ConsoleRole, type HeldRoles, type OperationRule, type RolePlace,
} from './roles.ts';
export { keyRoutes, shownKey, type ShownKey } from './keys.ts';
export {
  longestHourlyDays, longestRangeDays, measureRoutes, mostParts, shownBoard, shownFigure, shownMeasure,
  shownNodeTraffic, type ShownBoard, type ShownFigure, type ShownMeasure, type ShownNodeTraffic,
} from './measures.ts';
export { type ShownStop } from './walk.ts';
export { policyRoutes, type ShownPolicy, type ShownPolicyVersion, type ShownPopulation, type ShownStep } from './policy.ts';
export {
  newPrincipal, principalRoutes, type NewPrincipalInput, type ShownInvitation, type ShownPrincipal,
} from './principals.ts';
export { recoveryRoutes, shownRecovery, type ShownRecovery } from './recoveries.ts';
export type { AdminRoute } from './route.ts';
export { serverRoutes } from './server.ts';
export { signInStateRoutes, type ShownCredential, type ShownDevice, type ShownDeviceKey, type ShownSession } from './sign-in-state.ts';

/** Every route with its own types. */
export type KnownAdminRoute = (
  | typeof policyRoutes | typeof brandRoutes | typeof clientRoutes | typeof principalRoutes | typeof signInStateRoutes | typeof eventRoutes
  | typeof keyRoutes | typeof recoveryRoutes | typeof actionReviewRoutes | typeof decisionRoutes | typeof actionRoutes
  | typeof grantRoutes | typeof measureRoutes | typeof serverRoutes
  | typeof demoRoutes | typeof federationRoutes)[number];

export const adminRoutes: readonly AdminRoute[] = [
  ...policyRoutes, ...brandRoutes, ...clientRoutes, ...principalRoutes, ...signInStateRoutes, ...eventRoutes, ...keyRoutes,
  ...recoveryRoutes, ...actionReviewRoutes, ...decisionRoutes, ...actionRoutes, ...grantRoutes, ...measureRoutes, ...serverRoutes, ...demoRoutes,
  ...federationRoutes,
];
