import { z } from 'zod';
import { line } from './screen.ts';

/** Asks for another address or number of somebody's, then for the code that was sent there. */
export const verifyContactScreen = z.strictObject({
  step: z.literal('verify-contact'),
  kind: z.enum(['email', 'phone']),
  /** The address or number that the code went to; null while it is asked for. */
  address: z.string().nullable(),
  /** What was typed and can't be used, to be put right. */
  typed: z.string(),
  minutes: z.number(),
  /** `skip` goes on without. */
  ways: z.array(z.enum(['skip'])),
});
export const verifyContactInput = z.discriminatedUnion('choice', [
  z.object({ choice: z.literal('send'), address: line(254) }),
  z.object({ choice: z.literal('continue'), code: line(20) }),
  z.object({ choice: z.literal('again') }),
  z.object({ choice: z.literal('back') }),
  z.object({ choice: z.literal('skip') }),
]);
