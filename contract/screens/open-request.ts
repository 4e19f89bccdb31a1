import { z } from 'zod';
import { line } from './screen.ts';

/** Where a person answers an application that asked for them by name (CIBA Core 1.0 §8). */
export const openRequestScreen = z.strictObject({
  step: z.literal('open-request'),
  state: z.enum(['ask', 'done', 'ended']),
  application: z.string(),
  /** What the application is for, as it is registered. */
  purpose: z.string(),
  scopes: z.array(z.string()),
  minutesAgo: z.number(),
  person: z.string(),
});
export const openRequestInput = z.discriminatedUnion('choice', [
  z.object({ choice: z.literal('confirm'), number: line(10).optional() }),
  z.object({ choice: z.literal('not-me') }),
]);
