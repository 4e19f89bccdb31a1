import { z } from 'zod';
import { line } from './screen.ts';

/** What somebody has told about themselves, to be changed: name, language and what the operator asks. */
export const updateProfileScreen = z.strictObject({
  step: z.literal('update-profile'),
  title: z.string(),
  /** Null where it isn't theirs to change. */
  displayName: z.string().nullable(),
  /** BCP 47; empty where none is on file, null where it isn't asked. */
  locale: z.string().nullable(),
  fields: z.array(z.strictObject({
    name: z.string(), type: z.enum(['text', 'number', 'date']), label: z.string(), purpose: z.string(),
    required: z.boolean(), value: z.string(),
  })),
  ways: z.array(z.enum(['skip'])),
});
/** Each of the operator's fields comes under its name, with `told-` before it; one that is sent empty is taken back. */
export const updateProfileInput = z.object({
  choice: z.enum(['continue', 'skip']), displayName: line(120).optional(), locale: line(35).optional(),
}).catchall(line(200));
