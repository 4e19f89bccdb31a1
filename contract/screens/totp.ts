import { z } from 'zod';
import { line } from './screen.ts';

/** A code from an authenticator app. */
export const totpScreen = z.strictObject({
  step: z.literal('totp'),
  identifier: z.string(),
  ways: z.array(z.enum(['other-way'])),
  /** Whether the journey leads back from here, so that `back` may be chosen. */
  back: z.boolean(),
});
export const totpInput = z.discriminatedUnion('choice', [
  z.object({ choice: z.literal('continue'), code: line(20) }),
  z.object({ choice: z.literal('other-way') }),
  z.object({ choice: z.literal('back') }),
]);
