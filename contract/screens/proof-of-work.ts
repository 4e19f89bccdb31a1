import { z } from 'zod';

const hex = (most: number): z.ZodString => z.string().max(most).regex(/^([0-9a-f]{2})+$/);

/**
 * A sum for the device, as ALTCHA has it: the counter is looked for whose key, by PBKDF2 of nonce and counter, begins
 * with `keyPrefix`. Whoever can't have it solved waits instead.
 */
export const deviceWork = {
  challenge: z.strictObject({
    parameters: z.strictObject({
      algorithm: z.literal('PBKDF2/SHA-256'), nonce: hex(64), salt: hex(64),
      /** Rounds of PBKDF2 for one try. */
      cost: z.int().min(1).max(10_000),
      keyLength: z.int().min(16).max(64), keyPrefix: hex(64),
    }),
  }),
  /** Seconds after which `continue` leads on without a solution. */
  wait: z.int().min(0),
};
/** What was found; both or none. */
export const solvedWork = {
  counter: z.union([z.int().min(0).max(0xffff_ffff), z.string().regex(/^\d{0,10}$/)]).optional(),
  derivedKey: z.union([hex(128), z.literal('')]).optional(),
};

export const proofOfWorkScreen = z.strictObject({
  step: z.literal('proof-of-work'), ...deviceWork, ways: z.array(z.enum(['back'])),
});
export const proofOfWorkInput = z.object({ choice: z.enum(['continue', 'back']), ...solvedWork });
