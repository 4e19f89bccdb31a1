import { z } from 'zod';

/** Something that the operator wants to say, as plain text; blank lines part its paragraphs. */
export const messageScreen = z.strictObject({
  step: z.literal('message'), title: z.string(), text: z.string(),
});
export const messageInput = z.object({ choice: z.literal('continue') });
