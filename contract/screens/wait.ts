import { z } from 'zod';

/** What a recovery case shows of itself, whichever step shows it. */
const recoveryCase = {
  /** Offered; or another person is to say yes; or the wait runs. */
  state: z.enum(['offer', 'asked', 'waiting']),
  /** How long it waits, in hours, counted from the other person's yes where that is missing. */
  hours: z.int().min(1),
  /** ISO 8601, UTC; null while nothing runs. */
  dueAt: z.iso.datetime().nullable(),
  /** Whose yes it takes; nobody's where time is all. */
  by: z.enum(['nobody', 'support-desk', 'trusted-contact']),
  /** What the person tells whoever is to say yes; null where nobody is asked. */
  number: z.string().nullable(),
  ways: z.array(z.enum(['other-way'])),
};

/** Offers a waiting period in which the owner can object, and shows how long it still runs. */
export const waitScreen = z.strictObject({ step: z.literal('wait'), ...recoveryCase });
/** Offers to ask another person, who looks at the case at a screen of their own. */
export const approveScreen = z.strictObject({ step: z.literal('approve'), ...recoveryCase });

export const waitInput = z.object({ choice: z.enum(['continue', 'other-way']) });
