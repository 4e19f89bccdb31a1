import { z } from 'zod';
import { line } from './screen.ts';

/** A code was sent, if there is anyone to send it to; the page can't tell. */
export const emailCodeScreen = z.strictObject({
  step: z.literal('email-code'),
  address: z.string(),
  minutes: z.number(),
  /** Other ways to go on, as quiet links: exits of the step. */
  ways: z.array(z.enum(['password', 'other-way'])),
  /** Whether the journey leads back from here, so that `back` may be chosen. */
  back: z.boolean(),
});
export const emailCodeInput = z.discriminatedUnion('choice', [
  z.object({ choice: z.literal('continue'), code: line(20) }),
  z.object({ choice: z.literal('again') }),
  z.object({ choice: z.literal('password') }),
  z.object({ choice: z.literal('other-way') }),
  z.object({ choice: z.literal('back') }),
]);
