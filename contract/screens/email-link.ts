import { z } from 'zod';

/** A link was sent, if there is anyone to send it to; the page can't tell. It goes on once somebody said yes there. */
export const emailLinkScreen = z.strictObject({
  step: z.literal('email-link'),
  address: z.string(),
  minutes: z.number(),
  /** What the page that the link leads to asks for on another device; empty where no link could be sent. */
  number: z.string(),
  ways: z.array(z.enum(['email-code', 'password'])),
  /** Whether the journey leads back from here, so that `back` may be chosen. */
  back: z.boolean(),
});
export const emailLinkInput = z.object({ choice: z.enum(['continue', 'again', 'email-code', 'password', 'back']) });
