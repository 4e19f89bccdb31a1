import { z } from 'zod';
import { deviceWork, solvedWork } from './proof-of-work.ts';

export const passwordScreen = z.strictObject({
  step: z.literal('password'),
  identifier: z.string(),
  ways: z.array(z.enum(['email-code', 'forgot'])),
  /** Whether the journey leads back from here, so that `back` may be chosen. */
  back: z.boolean(),
  /** While much of what comes from there is an attack: a sum that the device solves while the person types. */
  work: z.strictObject(deviceWork).optional(),
});
export const passwordInput = z.discriminatedUnion('choice', [
  z.object({ choice: z.literal('continue'), password: z.string().max(4_096), ...solvedWork }),
  z.object({ choice: z.literal('email-code') }),
  z.object({ choice: z.literal('forgot') }),
  z.object({ choice: z.literal('back') }),
]);
