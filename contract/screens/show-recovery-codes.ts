import { z } from 'zod';

/** Offers recovery codes and, once they are wanted, shows them: this once. */
export const showRecoveryCodesScreen = z.strictObject({
  step: z.literal('show-recovery-codes'),
  /** Empty while they are only offered. */
  codes: z.array(z.string()),
  ways: z.array(z.enum(['skip'])),
});
export const showRecoveryCodesInput = z.discriminatedUnion('choice', [
  z.object({ choice: z.literal('make') }),
  z.object({ choice: z.literal('saved') }),
  z.object({ choice: z.literal('skip') }),
]);
