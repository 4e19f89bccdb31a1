/**
 * changes owns the way from files to a published policy: reading, checking, comparing, publishing, exporting. It never
 * serves a policy to anybody who acts by it; `policy` does.
 */
export { createChanges, type ChangesDeps } from './create-changes.ts';
export type { Applied, Changes, Plan } from './changes.ts';
export { proveTemplates } from './prove-templates.ts';
export { provedFile } from './proved-templates.ts';
export type { Stop, Walked, WalkAsked } from './preview-walk.ts';
export type { StepDescription, StepDescriptions } from './steps.ts';
