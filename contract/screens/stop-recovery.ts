import { z } from 'zod';

/** The link in the notices of a recovery: asks before it stops it, so that a mail scanner stops nothing. */
export const stopRecoveryScreen = z.strictObject({
  step: z.literal('stop-recovery'),
  state: z.enum(['ask', 'stopped', 'too-late']),
  /** The browser and system that asked, in words; empty where they aren't known. */
  device: z.string(),
  /** ISO 8601, UTC. */
  openedAt: z.iso.datetime(),
});
export const stopRecoveryInput = z.object({ choice: z.literal('stop') });
