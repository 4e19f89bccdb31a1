import { z } from 'zod';

/** The way to another provider, and back from one that could not help. */
export const federateScreen = z.strictObject({
  step: z.literal('federate'),
  /** What the provider is called. */
  provider: z.string(),
  /** The path that leads to it: a link and no form, since a form may lead nowhere else. */
  onward: z.string(),
});
export const federateInput = z.object({ choice: z.literal('other-way') });
