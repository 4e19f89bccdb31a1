import { z } from 'zod';
import { line } from './screen.ts';

/** What a link by mail leads to. Looking changes nothing: scanners of mail look at every link. */
export const openLinkScreen = z.strictObject({
  step: z.literal('open-link'),
  /** `here` in the browser that began the run; `elsewhere` asks for the number that the first one shows. */
  state: z.enum(['here', 'elsewhere', 'confirmed', 'ended']),
  purpose: z.enum(['sign-in', 'sign-up']),
  /** The browser and system that began it, in words; empty where they aren't known. */
  device: z.string(),
  minutesAgo: z.number(),
});
export const openLinkInput = z.discriminatedUnion('choice', [
  z.object({ choice: z.literal('continue'), number: line(10).optional() }),
  z.object({ choice: z.literal('not-me') }),
]);
