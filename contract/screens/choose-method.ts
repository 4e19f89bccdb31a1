import { z } from 'zod';

/** Ways to prove who one is, the strongest first. */
export const methods = ['passkey', 'totp', 'password', 'email-code', 'sms-code', 'recovery-code'] as const;
export type Method = (typeof methods)[number];

/** Lets somebody choose among the ways that they can use. */
export const chooseMethodScreen = z.strictObject({
  step: z.literal('choose-method'),
  methods: z.array(z.enum(methods)).min(1),
  back: z.boolean(),
});
export const chooseMethodInput = z.object({ choice: z.enum([...methods, 'other-way', 'back']) });
