import { z } from 'zod';

/** RP-initiated logout asks before it ends the session (OpenID Connect RP-Initiated Logout 1.0 §2). */
export const signOutScreen = z.strictObject({
  step: z.literal('sign-out'),
  state: z.enum(['ask', 'done']),
  application: z.string().optional(),
});
export const signOutInput = z.object({ choice: z.enum(['sign-out', 'stay']) });
