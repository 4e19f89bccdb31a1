import { z } from 'zod';

/** Offers to make a passkey. `required` where only the other way out is a password with an authenticator app. */
export const enrolPasskeyScreen = z.strictObject({
  step: z.literal('enrol-passkey'),
  options: z.unknown(),
  reason: z.enum(['new-account', 'faster-next-time', 'required', 'replaces-lost']),
  /** The password manager may make it by itself where it can (WebAuthn's conditional create), before anybody acts. */
  silently: z.boolean(),
  /** `skip` goes on without; `password` sets a password instead. */
  ways: z.array(z.enum(['skip', 'password'])),
});
export const enrolPasskeyInput = z.discriminatedUnion('choice', [
  z.object({ choice: z.literal('passkey'), credential: z.string().max(40_000) }),
  z.object({ choice: z.literal('skip') }),
  z.object({ choice: z.literal('password') }),
]);
