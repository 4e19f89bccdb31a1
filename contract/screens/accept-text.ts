import { z } from 'zod';

/** Asks to agree to a version of a text, before it or since it changed. */
export const acceptTextScreen = z.strictObject({
  step: z.literal('accept-text'),
  title: z.string(),
  summary: z.string(),
  /** Where the whole text is. */
  link: z.string(),
  ways: z.array(z.enum(['decline'])),
});
export const acceptTextInput = z.object({ choice: z.enum(['continue', 'decline']) });
