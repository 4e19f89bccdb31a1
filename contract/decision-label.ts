/**
 * What an application says later of a decision that it asked for, at `/access/v1/decisions/<id>/labels`, under the same
 * authentication as its questions.
 */
import { z } from 'zod';
import { labelVerdicts, type LabelSource } from './decision-record.ts';

export const decisionLabelPath = '/access/v1/decisions/:id/labels';
/** Bytes of a request. */
export const decisionLabelBodyLimit = 2 * 1024;

/** What an application can know: a payment that was taken back, and what its own support desk was told. */
export const applicationSources = ['chargeback', 'support'] as const satisfies readonly LabelSource[];

/** How sure it makes is the source's own; an application doesn't say. */
export const applicationLabel = z.strictObject({
  source: z.enum(applicationSources, `is one of ${applicationSources.join(', ')}`),
  verdict: z.enum(labelVerdicts, `is one of ${labelVerdicts.join(', ')}`),
  /** Its own name for it, such as a dispute's number and nobody's name: the same source and reference count once. */
  reference: z.string().trim().min(1).max(120),
});
export type ApplicationLabel = z.infer<typeof applicationLabel>;

/** `known` where it was said before: the first one stands. What others said of it is not told. */
export const applicationLabelAnswer = z.object({ outcome: z.enum(['recorded', 'known']) });
