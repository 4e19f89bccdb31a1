import { z } from 'zod';
import { line } from './screen.ts';

/** Where a person lets a kiosk in: by the code that it shows, then by a yes to what it is and gets (RFC 8628 §3.3). */
export const openDeviceScreen = z.strictObject({
  step: z.literal('open-device'),
  state: z.enum(['enter', 'confirm', 'done', 'ended']),
  /** As it is typed; filled in by the picture, which still takes a press. */
  code: z.string(),
  application: z.string(),
  scopes: z.array(z.string()),
  minutesAgo: z.number(),
  /** Who is signed in in this browser; empty where nobody is. */
  person: z.string(),
});
export const openDeviceInput = z.discriminatedUnion('choice', [
  z.object({ choice: z.literal('continue'), code: line(40).optional() }),
  z.object({ choice: z.literal('confirm') }),
  z.object({ choice: z.literal('switch') }),
  z.object({ choice: z.literal('refuse') }),
]);
