import { IntlMessageFormat } from 'intl-messageformat';
import { directionOf, type Locale } from './locale.ts';
import { ar } from './words/ar/index.ts';
import { de } from './words/de/index.ts';
import { en, type WordKey, type Words } from './words/en/index.ts';
import { es } from './words/es/index.ts';
import { fr } from './words/fr/index.ts';
import { ja } from './words/ja/index.ts';
import { pt } from './words/pt/index.ts';

export const wordsOf: Readonly<Record<Locale, Words>> = { en, de, fr, es, pt, ja, ar };

export type WordValues = Readonly<Record<string, string | number>>;
/** The words of a key in one language, as plain text, with their values filled in. */
export type Say = (key: WordKey, values?: WordValues) => string;

/** Figures stay the ones that codes are written with, so that nobody has to read two kinds at once. */
const tagOf: Readonly<Record<Locale, string>> = {
  en: 'en-GB', de: 'de', fr: 'fr', es: 'es', pt: 'pt-BR', ja: 'ja', ar: 'ar-u-nu-latn',
};

const says = new Map<Locale, Say>();

export function sayIn(locale: Locale): Say {
  let say = says.get(locale);
  if (!say) {
    say = createSay(locale);
    says.set(locale, say);
  }
  return say;
}

function createSay(locale: Locale): Say {
  const formats = new Map<WordKey, IntlMessageFormat>();
  const isolate = directionOf(locale) === 'rtl';
  return (key, values = {}) => {
    let format = formats.get(key);
    if (!format) {
      // Tags are left alone: markup is made by templates only.
      format = new IntlMessageFormat(wordsOf[locale][key], tagOf[locale], undefined, { ignoreTag: true });
      formats.set(key, format);
    }
    return String(format.format(isolate ? isolated(values) : values));
  };
}

/** Names in another script keep their own direction inside a sentence (Unicode TR9 §2.7: FSI ... PDI). */
function isolated(values: WordValues): WordValues {
  return Object.fromEntries(Object.entries(values).map(([name, value]) =>
    [name, typeof value === 'string' && value.length > 0 && name !== 'door' ? `\u2068${value}\u2069` : value]));
}

/** A moment as people of that language write it, in UTC and saying so: a mail doesn't know its reader's zone. */
export function momentIn(locale: Locale, at: Date): string {
  return new Intl.DateTimeFormat(tagOf[locale], { dateStyle: 'long', timeStyle: 'long', timeZone: 'UTC' }).format(at);
}

/** A country by its code (ISO 3166-1 alpha-2), as people of that language call it. */
export function countryIn(locale: Locale, code: string): string {
  return new Intl.DisplayNames(tagOf[locale], { type: 'region', fallback: 'code' }).of(code) ?? code;
}

/** An amount, given as decimal text so that no digit is lost, as people of that language write it. */
export function moneyIn(locale: Locale, amount: string, currency: string): string {
  const { maximumFractionDigits: usual = 2 } = new Intl.NumberFormat(tagOf[locale], { style: 'currency', currency }).resolvedOptions();
  const given = amount.split('.')[1]?.length ?? 0;
  return new Intl.NumberFormat(tagOf[locale], { style: 'currency', currency, maximumFractionDigits: Math.max(usual, given) })
    .format(amount as Intl.StringNumericLiteral);
}
