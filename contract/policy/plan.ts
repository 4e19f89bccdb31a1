import { z } from 'zod';
import { exceptableRule } from './charter.ts';
import { policyFile } from './files.ts';

/** A place where files differ from what is in force. Absent before: it is new; absent after: it goes. */
export const policyDifference = z.object({
  path: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type PolicyDifference = z.infer<typeof policyDifference>;

/** What keeps a policy from being published: where, what, and what to do. */
export const policyFault = z.object({
  file: z.string(),
  /** From 1. */
  line: z.int(),
  /** The field, or the file where it is about the whole of it. */
  at: z.string(),
  problem: z.string(),
  remedy: z.string().optional(),
  /** The rule, where the charter may except from it. */
  rule: exceptableRule.optional(),
});
export type PolicyFault = z.infer<typeof policyFault>;

/** What somebody should know or do, though it keeps nothing from being published. */
export const policyFinding = policyFault.extend({
  code: z.enum(['accent-adjusted', 'role-unfilled', 'exception-active', 'exception-expired', 'exception-unused', 'session-beyond-advice', 'amount-without-currency', 'only-reports', 'restricted-authenticator', 'number-alone']),
});
export type PolicyFinding = z.infer<typeof policyFinding>;

/** What publishing these files would mean. */
export const policyPlan = z.object({
  population: z.string(),
  /** The version that it was compared with; null before the first. */
  basedOn: z.int().nullable(),
  /** `text` means that only comments or layout differ. */
  changes: z.enum(['none', 'text', 'content']),
  differences: z.array(policyDifference),
  faults: z.array(policyFault),
  findings: z.array(policyFinding),
});

export const policyFiles = z.array(policyFile).min(1);
