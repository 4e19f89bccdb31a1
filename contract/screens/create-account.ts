import { z } from 'zod';
import { line } from './screen.ts';

/** The name to greet somebody by; the address was proved before. */
export const createAccountScreen = z.strictObject({
  step: z.literal('create-account'),
  address: z.string(),
  /** Of the address; an e-mail address where left out. */
  kind: z.enum(['email', 'phone']).optional(),
  displayName: z.string(),
});
export const createAccountInput = z.object({ choice: z.literal('continue'), displayName: line(80) });
