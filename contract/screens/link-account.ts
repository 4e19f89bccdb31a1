import { z } from 'zod';

/** Asks whether an identity at another provider is to open this account from now on. */
export const linkAccountScreen = z.strictObject({
  step: z.literal('link-account'),
  provider: z.string(),
  /** How the provider calls the person; empty where it told no address and no name. */
  identity: z.string(),
  /** The account that it would open. */
  account: z.string(),
});
export const linkAccountInput = z.discriminatedUnion('choice', [
  z.object({ choice: z.literal('link') }),
  z.object({ choice: z.literal('skip') }),
]);
