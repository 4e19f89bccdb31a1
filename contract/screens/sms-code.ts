import { z } from 'zod';
import { line } from './screen.ts';

/** A code was sent by text message, if there is anyone to send it to; the page can't tell. */
export const smsCodeScreen = z.strictObject({
  step: z.literal('sms-code'),
  /** As it was typed; the end of it where it is the one on file. */
  number: z.string(),
  minutes: z.number(),
  /** Whether the journey leads back from here, so that `back` may be chosen. */
  back: z.boolean(),
});
export const smsCodeInput = z.discriminatedUnion('choice', [
  z.object({ choice: z.literal('continue'), code: line(20) }),
  z.object({ choice: z.literal('again') }),
  /** To whatever the journey has instead of a text. */
  z.object({ choice: z.literal('other-way') }),
  z.object({ choice: z.literal('back') }),
]);
