import { z } from 'zod';

/** The link "this wasn't me" in notices: asks before it signs everybody out. */
export const reportNotMeScreen = z.strictObject({
  step: z.literal('report-not-me'),
  state: z.enum(['ask', 'done']),
});
export const reportNotMeInput = z.object({ choice: z.enum(['report']) });
