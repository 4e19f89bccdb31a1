import { z } from 'zod';
import { line } from './screen.ts';

/** The first page: who are you, with passkeys offered in the field's autofill. */
export const identifyScreen = z.strictObject({
  step: z.literal('identify'),
  /** `sign-up` asks for an address to make an account with; `sign-in` for any identifier of the population. */
  mode: z.enum(['sign-in', 'sign-up']),
  /** What is asked for: an e-mail address, or a name that the organisation gave. */
  ask: z.enum(['email', 'work-name']),
  /** A telephone number may be typed as well. */
  phone: z.boolean().optional(),
  value: z.string(),
  /** WebAuthn request options for autofill and for the button; absent where passkeys are not offered. */
  passkey: z.unknown().optional(),
  /** Other providers to sign in with, each with the name on its button. */
  providers: z.array(z.strictObject({ id: z.string(), name: z.string() })).optional(),
  /** Shown as a quiet link: another journey of this population. */
  other: z.enum(['sign-up', 'sign-in']).optional(),
  /** Whether there is a way on for those who have lost what they sign in with. */
  recover: z.boolean().optional(),
});
export const identifyInput = z.discriminatedUnion('choice', [
  z.object({ choice: z.literal('continue'), identifier: line(254) }),
  z.object({ choice: z.literal('passkey'), credential: z.string().max(20_000) }),
  z.object({ choice: z.literal('provider'), provider: line(40) }),
  z.object({ choice: z.literal('other') }),
  z.object({ choice: z.literal('recover') }),
]);
