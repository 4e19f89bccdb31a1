import { z } from 'zod';

/** Something is asked of another server; the page goes on by itself, and by the link where it doesn't. */
export const webhookScreen = z.strictObject({
  step: z.literal('webhook'),
  /** The path that asks and goes on: a link and no form, as for `federate`. */
  onward: z.string(),
});
export const webhookInput = z.object({ choice: z.literal('continue') });
