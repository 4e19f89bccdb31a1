import { z } from 'zod';
import { line } from './screen.ts';

/** Where a run is taken over from another device: by its code, then by showing a number to be typed there. */
export const openHandoffScreen = z.strictObject({
  step: z.literal('open-handoff'),
  state: z.enum(['enter', 'wait', 'ended']),
  /** Filled in by the picture; it still takes a press. */
  code: z.string(),
  number: z.string(),
  purpose: z.enum(['sign-up', 'sign-in', 'step-up', 'enrol', 'recover']),
});
export const openHandoffInput = z.object({ choice: z.literal('continue'), code: line(40).optional() });
