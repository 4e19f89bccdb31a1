import { z } from 'zod';

/** Words of the operator's, by language; English or the first one stands in for what isn't there. */
export const ownWords = (most: number) => z.record(z.string().regex(/^[a-z]{2,3}$/), z.string().trim().min(1).max(most))
  .refine((words) => Object.keys(words).length > 0, 'say it in one language at least');

export function wordsFor(words: Readonly<Record<string, string>>, locale: string): string {
  return words[locale.split('-')[0]!] ?? words['en'] ?? Object.values(words)[0] ?? '';
}
