import type { z } from 'zod';

/** What one type of event tells. `open` is pseudonymous and stays; `personal` is sealed with the principal's key. */
export interface EventEntry {
  readonly summary: string;
  readonly open: z.ZodType;
  readonly personal?: z.ZodType;
}

/** Who did it: a principal, an application, the local operator, or Limen by itself. */
export type Actor =
  | { readonly kind: 'principal'; readonly id: string }
  | { readonly kind: 'client'; readonly id: string }
  | { readonly kind: 'operator'; readonly id: string }
  | { readonly kind: 'system' };
