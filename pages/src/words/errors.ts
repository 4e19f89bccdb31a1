import type { Locale } from '../locale.ts';
import { errors as ar } from './ar/errors.ts';
import { errors as de } from './de/errors.ts';
import { errors as en } from './en/errors.ts';
import { errors as es } from './es/errors.ts';
import { errors as fr } from './fr/errors.ts';
import { errors as ja } from './ja/errors.ts';
import { errors as pt } from './pt/errors.ts';
import type { ErrorOnPages, ErrorText, ErrorTexts } from './errors-on-pages.ts';

const texts: Readonly<Record<Locale, ErrorTexts>> = { en, de, fr, es, pt, ja, ar };

/** The words for an error code; undefined where the language has none of its own. */
export function errorText(locale: Locale, code: string): ErrorText | undefined {
  return Object.hasOwn(texts[locale], code) ? texts[locale][code as ErrorOnPages] : undefined;
}
