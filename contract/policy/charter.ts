import { z } from 'zod';

export const disciplines = ['experience', 'security', 'fraud', 'support', 'privacy', 'marketing'] as const;
export type Discipline = (typeof disciplines)[number];

const text = z.string().trim().min(1).max(500);
const tolerance = z.strictObject({
  level: z.enum(['low', 'medium', 'high']),
  /** What the level means for this population, in a sentence. */
  because: text,
});

/** A role for each discipline. It is named by who fills it; `null` is a finding until somebody does. */
const roles = z.strictObject(
  Object.fromEntries(disciplines.map((discipline) => [discipline, text.max(120).nullable()])) as
    Record<Discipline, z.ZodNullable<z.ZodString>>,
);

/** Rules that a charter may except from; all others hold for everybody. */
export const exceptableRules = [
  'password-alone-shorter-than-15', 'dead-end', 'forced-enrolment', 'password-only', 'session-too-long', 'managed-device', 'restricted-alone',
] as const;
export const exceptableRule = z.enum(exceptableRules);
export type ExceptableRule = z.infer<typeof exceptableRule>;

const exception = z.strictObject({
  rule: exceptableRule,
  /** Where it counts alone: a node as `sign-in/refuse`, or a file of the policy; everywhere where left out. */
  at: z.string().regex(/^[a-z][a-z0-9-]*(\/[a-z][a-z0-9-]*|\.yaml)$/, 'name a node, like sign-in/refuse, or a file')
    .optional(),
  because: text,
  /** Who sees to its end. A plan asks for it; policies published before it did have none. */
  owner: text.max(120).optional(),
  until: z.iso.date(),
});
export type Exception = z.infer<typeof exception>;

/** Why a population has the controls it has; comes before any control (R1). */
export const charter = z.strictObject({
  goals: z.array(text).min(1).max(12),
  stakeholders: z.array(text).min(1).max(20),
  riskTolerance: tolerance,
  frictionTolerance: tolerance,
  roles,
  /** Named departures from a rule, each with its reason; evidence shows the rule as not met. */
  exceptions: z.array(exception).max(20).default([]),
});
export type Charter = z.infer<typeof charter>;
