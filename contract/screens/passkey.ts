import { z } from 'zod';

/** Asks for a passkey of somebody known: step-up, or a second look. */
export const passkeyScreen = z.strictObject({
  step: z.literal('passkey'),
  identifier: z.string(),
  options: z.unknown(),
  ways: z.array(z.enum(['other-way', 'lost'])),
  /** Whether the journey leads back from here, so that `back` may be chosen. */
  back: z.boolean(),
});
export const passkeyInput = z.discriminatedUnion('choice', [
  z.object({ choice: z.literal('passkey'), credential: z.string().max(20_000) }),
  z.object({ choice: z.literal('other-way') }),
  z.object({ choice: z.literal('lost') }),
  z.object({ choice: z.literal('back') }),
]);
