import { z } from 'zod';
import { line } from './screen.ts';

/** Shows the seed as QR and text, and asks for the first code. */
export const enrolTotpScreen = z.strictObject({
  step: z.literal('enrol-totp'),
  uri: z.string(),
  secret: z.string(),
  /** Whether the journey leads back from here, so that `back` may be chosen. */
  back: z.boolean(),
});
export const enrolTotpInput = z.discriminatedUnion('choice', [
  z.object({ choice: z.literal('continue'), code: line(20) }),
  z.object({ choice: z.literal('back') }),
]);
