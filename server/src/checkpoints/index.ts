/**
 * checkpoints owns the decision at an action, its record, the actions that wait, and the AuthZEN face of all that. It
 * never asks a person for anything itself, and never believes what a request says about them.
 */
export { createCheckpoints } from './create-checkpoints.ts';
export { whatIf, type WhatIf } from './ask-what-if.ts';
export { drawOf } from './explore.ts';
export type { DecisionLabel } from './label.ts';
export type { FollowUp } from './follow-up-store.ts';
export type { ShadowAnswer } from './shadow.ts';
export type { Watch, Watches, WatchReport } from './watches.ts';
export type { Weighing } from './weigh.ts';
export type { CheckpointsDeps } from './checkpoints-deps.ts';
export type {
  Answer, ChallengeShown, Checkpoints, Confirmation, DecisionFilter, Evidence, Outcome, PendingAction, Question, RecordedDecision, RunQuestion,
  ShownBy,
} from './checkpoints.ts';
export type { ActionReview, ActionReviews, ReviewVerdict } from './reviews.ts';
export { ownClient } from './checkpoints.ts';
export { compileCheckpoint, type CompiledCheckpoint } from './compile-checkpoint.ts';
export { decide, type Decision } from './decide.ts';
export type { Features } from './features.ts';
export { becauseOf } from './recorded-decision.ts';
export type { TokenAnswer, TokenQuestion } from './check-token.ts';
export type { PlaceKind } from './token-features.ts';
export { removeSimulatedDecisions } from './tidy-checkpoints.ts';
export { removeSimulatedTraffic } from './traffic-store.ts';
export { addEvaluationRoutes, type EvaluationRoutesDeps } from './evaluation-routes.ts';
export { addLabelRoutes } from './label-routes.ts';
export { addNoticeRoutes, type NoticeRoutesDeps } from './notice-routes.ts';
