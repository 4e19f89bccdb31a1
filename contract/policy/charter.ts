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

/** Why a population has the controls it has; comes before any control (R1). */
export const charter = z.strictObject({
  goals: z.array(text).min(1).max(12),
  stakeholders: z.array(text).min(1).max(20),
  riskTolerance: tolerance,
  frictionTolerance: tolerance,
  roles,
  /** Named departures from a rule, each with its reason; evidence shows the rule as not met. */
  exceptions: z.array(z.strictObject({
    rule: z.enum(['password-alone-shorter-than-15']),
    because: text,
    until: z.iso.date(),
  })).max(20).default([]),
});
export type Charter = z.infer<typeof charter>;
