import { z } from 'zod';

/** The link in the notice of a delayed action: asks before it stops it, so that a mail scanner stops nothing. */
export const cancelActionScreen = z.strictObject({
  step: z.literal('cancel-action'),
  state: z.enum(['ask', 'cancelled', 'too-late']),
  /** What was to happen, in the policy's words. */
  about: z.string(),
  /** ISO 8601, UTC. */
  dueAt: z.iso.datetime(),
});
export const cancelActionInput = z.object({ choice: z.enum(['cancel']) });
