/**
 * policy owns populations and the published versions of their policies: it stores them, numbers them and serves them
 * from memory, with the logos and typefaces that they name. It never judges whether a policy makes sense, and never changes a version that was published.
 */
export { contentTypeOf, type BrandFile, type BrandFiles } from './brand-files/index.ts';
export { createPolicies, type PoliciesDeps } from './create-policies.ts';
export { digestOf } from './digest.ts';
export type { Policies, Population, PublishedPolicy, WatchedPolicies } from './policies.ts';
