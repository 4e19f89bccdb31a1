import { z } from 'zod';

/** The end of a run that lets nobody through, with words for why and what to do. */
export const refuseReasons = ['not-strong-enough', 'other-account', 'suspended', 'try-later', 'no-recovery', 'recovery-waits'] as const;
export const refuseScreen = z.strictObject({
  step: z.literal('refuse'),
  reason: z.enum(refuseReasons),
});
export const refuseInput = z.object({ choice: z.literal('return') });
