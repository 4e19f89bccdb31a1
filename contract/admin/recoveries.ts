/** Recovery cases: who asks to get back into an account, for the support desk to look at and to decide. */
import { z } from 'zod';
import { credentialKind } from '../events/index.ts';
import type { AdminRoute } from './route.ts';

const population = z.string().max(31);

export const shownRecovery = z.object({
  id: z.uuid(),
  /** The person reads it off their screen. */
  number: z.string().max(6),
  /** Whose account it is. */
  principal: z.object({
    id: z.uuid(), displayName: z.string().nullable(),
    identifiers: z.array(z.object({ kind: z.string(), value: z.string() })).max(20),
  }),
  route: z.enum(['wait', 'support-desk', 'trusted-contact']),
  state: z.enum(['asked', 'waiting', 'used', 'refused', 'cancelled', 'expired']),
  /** What the account can be opened with: whoever asks says that they have none of it. */
  holds: z.array(credentialKind).max(20),
  /** The browser and system that asked, in words. */
  device: z.string(),
  openedAt: z.iso.datetime(),
  /** How long its owner can object once somebody has said yes, in hours. */
  waitHours: z.number().positive(),
  /** When a new way to sign in may be made; null while nobody has said yes. */
  dueAt: z.iso.datetime().nullable(),
});
export type ShownRecovery = z.infer<typeof shownRecovery>;

export const recoveryRoutes = [
  {
    method: 'GET', path: '/populations/:population/recoveries', operation: 'recovery.list',
    summary: 'Recovery cases that wait for a decision or for their time, oldest first',
    params: z.strictObject({ population }),
    response: z.object({ recoveries: z.array(shownRecovery).max(200) }),
  },
  {
    method: 'POST', path: '/populations/:population/principals/:principal/recoveries/:recovery/decide',
    operation: 'recovery.decide',
    summary: 'Says yes or no to a case that asks the support desk; yes starts its waiting period and tells every address',
    params: z.strictObject({ population, principal: z.uuid(), recovery: z.uuid() }),
    body: z.strictObject({
      verdict: z.enum(['approved', 'refused']),
      /** What made the approver sure, or unsure; goes into the event log, so without names. */
      reason: z.string().trim().min(1).max(120),
    }),
    response: z.object({ recovery: shownRecovery }),
  },
] as const satisfies readonly AdminRoute[];
