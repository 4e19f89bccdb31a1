import { z } from 'zod';

export const passwordScreen = z.strictObject({
  step: z.literal('password'),
  identifier: z.string(),
  ways: z.array(z.enum(['email-code', 'forgot'])),
  /** Whether the journey leads back from here, so that `back` may be chosen. */
  back: z.boolean(),
});
export const passwordInput = z.discriminatedUnion('choice', [
  z.object({ choice: z.literal('continue'), password: z.string().max(4_096) }),
  z.object({ choice: z.literal('email-code') }),
  z.object({ choice: z.literal('forgot') }),
  z.object({ choice: z.literal('back') }),
]);
