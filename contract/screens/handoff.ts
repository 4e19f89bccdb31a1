import { z } from 'zod';
import { line } from './screen.ts';

/** Offers to go on at another device: a code and a picture that lead there, then a number that it shows. */
export const handoffScreen = z.strictObject({
  step: z.literal('handoff'),
  /** `arrived` is for the other device, once the run is there. */
  state: z.enum(['offer', 'confirm', 'arrived']),
  code: z.string(),
  /** What the picture leads to, and where the code may be typed. */
  link: z.string(),
  place: z.string(),
  minutes: z.number(),
  /** The browser and system that came with the code, in words; empty where they aren't known. */
  device: z.string(),
});
export const handoffInput = z.object({
  choice: z.enum(['continue', 'again', 'stay']), number: line(10).optional(),
});
