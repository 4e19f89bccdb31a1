import { z } from 'zod';
import { line } from './screen.ts';

/**
 * What the link in a trusted contact's mail leads to: asked to be one, or asked in a recovery whether it is the owner.
 * Looking changes nothing, and nothing here is a way into anybody's account.
 */
export const trustedContactScreen = z.strictObject({
  step: z.literal('trusted-contact'),
  state: z.enum(['ask', 'accepted', 'declined', 'confirm', 'confirmed', 'stopped', 'ended']),
  /** The name that the account goes by; empty where it has none. */
  owner: z.string(),
  /** The browser and system that a recovery is asked from, in words; empty where they aren't known. */
  device: z.string(),
});
export const trustedContactInput = z.discriminatedUnion('choice', [
  z.object({ choice: z.enum(['accept', 'decline', 'stop']) }),
  z.object({ choice: z.literal('confirm'), number: line(10) }),
]);
