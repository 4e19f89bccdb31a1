import { z } from 'zod';
import { line } from './screen.ts';

/** Asks for one of the codes that the person has saved. Nothing tells whether they have any. */
export const recoveryCodeScreen = z.strictObject({
  step: z.literal('recovery-code'),
  identifier: z.string(),
  ways: z.array(z.enum(['other-way'])),
  /** Whether the journey leads back from here, so that `back` may be chosen. */
  back: z.boolean(),
});
export const recoveryCodeInput = z.discriminatedUnion('choice', [
  z.object({ choice: z.literal('continue'), code: line(60) }),
  z.object({ choice: z.literal('other-way') }),
  z.object({ choice: z.literal('back') }),
]);
