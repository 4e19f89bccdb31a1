/**
 * policy owns populations and the published versions of their policies: it stores them, numbers them and serves them
 * from memory. It never judges whether a policy makes sense, and never changes a version that was published.
 */
export { createPolicies, type PoliciesDeps } from './create-policies.ts';
export { digestOf } from './digest.ts';
export type { Policies, Population, PublishedPolicy, WatchedPolicies } from './policies.ts';
