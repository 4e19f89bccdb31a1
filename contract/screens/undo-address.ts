import { z } from 'zod';

/** The link in the notice to an address that was replaced: asks before it gives it back, so that a mail scanner does nothing. */
export const undoAddressScreen = z.strictObject({
  step: z.literal('undo-address'),
  state: z.enum(['ask', 'undone', 'too-late']),
  /** ISO 8601, UTC. */
  at: z.iso.datetime(),
});
export const undoAddressInput = z.object({ choice: z.literal('undo') });
