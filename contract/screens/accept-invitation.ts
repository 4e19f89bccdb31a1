import { z } from 'zod';

/** Looking at an invitation uses nothing up; only the button does. */
export const acceptInvitationScreen = z.strictObject({
  step: z.literal('accept-invitation'),
  displayName: z.string(),
  identifier: z.string(),
});
export const acceptInvitationInput = z.object({ choice: z.literal('continue') });
