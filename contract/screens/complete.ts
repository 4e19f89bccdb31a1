import { z } from 'zod';

/** The end of a run that no application asked for: an enrolment by link. */
export const completeScreen = z.strictObject({
  step: z.literal('complete'),
  purpose: z.enum(['enrol', 'sign-in', 'sign-up', 'step-up', 'recover']),
});
export const completeInput = z.object({ choice: z.literal('continue') });
