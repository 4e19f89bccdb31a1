import { z } from 'zod';
import { line } from './screen.ts';

/** Asks for something about the person, each with what it is for. */
export const collectScreen = z.strictObject({
  step: z.literal('collect'),
  title: z.string(),
  fields: z.array(z.strictObject({
    name: z.string(), type: z.enum(['text', 'number', 'date']), label: z.string(), purpose: z.string(),
    required: z.boolean(), value: z.string(),
  })),
  ways: z.array(z.enum(['skip'])),
});
/** Each field comes under its name, with `told-` before it. */
export const collectInput = z.object({ choice: z.enum(['continue', 'skip']) }).catchall(line(200));
