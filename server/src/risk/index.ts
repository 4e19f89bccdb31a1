/**
 * risk owns the evidence that a request is not its principal's: what principals and populations usually show, the
 * signals read from that, and the probability that comes of them. It never decides what follows, and never asks anybody.
 */
export { assess, type Assessment, type Contribution, type RiskModel } from './assess.ts';
export { fitPlatt, sigmoid, uncalibrated, type Calibration, type Labelled, type Platt } from './calibration.ts';
export type { RiskFacts } from './facts.ts';
export { forgottenAfterDays } from './fading.ts';
export { frequencies, frequencyAt, historyBucketAt, historyBuckets, type Frequency, type HistoryBucket } from './history.ts';
export { emptyProfile, learn, type Profile } from './profile.ts';
export { trustAtOnce } from './trust.ts';
export { createRisk, removeSimulatedRisk, type RiskDeps } from './create-risk.ts';
export type { Circumstances, Risk, RiskFound, ShownNow, SignIn } from './risk.ts';
export { modelOf, usualRules } from './model.ts';
export { reassess } from './reassess.ts';
export { count, emptyRates, type Rates } from './rates.ts';
export { allSignals } from './signals/index.ts';
export type { Reading, Signal } from './signal.ts';
export type { Chain, ChainName, Traits } from './traits.ts';
export { bandOf, type BandFloors } from './bands.ts';
