import { z } from 'zod';

export const setPasswordScreen = z.strictObject({
  step: z.literal('set-password'),
  /** For password managers: the account that the new password belongs to. */
  identifier: z.string(),
  minimum: z.number(),
  ways: z.array(z.enum(['passkey'])),
});
export const setPasswordInput = z.discriminatedUnion('choice', [
  z.object({ choice: z.literal('continue'), password: z.string().max(4_096) }),
  z.object({ choice: z.literal('passkey') }),
]);
