/** Languages that pages speak. The first is spoken where nothing else fits. */
export const locales = ['en', 'de', 'fr', 'es', 'pt', 'ja', 'ar'] as const;
export type Locale = (typeof locales)[number];

/** A header longer than this is cut; nobody lists that many languages. */
const longestList = 1_000;

/**
 * The language to speak, from what the application asked for (`ui_locales`, space-separated, best first; OpenID
 * Connect Core 1.0 §3.1.2.1) and else from the browser's Accept-Language (RFC 9110 §12.5.4).
 */
export function chooseLocale(languages: string | undefined, wanted?: string): string {
  const asked = (wanted ?? '').slice(0, longestList).split(' ');
  return firstSpoken(asked) ?? firstSpoken(byPreference((languages ?? '').slice(0, longestList))) ?? locales[0];
}

/** The spoken language of a tag that was stored or sent; English for any other. */
export function localeOf(tag: string | null | undefined): Locale {
  return firstSpoken([tag ?? '']) ?? locales[0];
}

export function directionOf(locale: Locale): 'ltr' | 'rtl' {
  return locale === 'ar' ? 'rtl' : 'ltr';
}

/** The colon behind a term, with the space that follows, as the language sets it: French keeps a no-break space before
 * it, Japanese has a wide one that needs no space. */
export function colonIn(locale: Locale): string {
  if (locale === 'fr') return '\u00a0: ';
  return locale === 'ja' ? '：' : ': ';
}

function firstSpoken(tags: readonly string[]): Locale | undefined {
  for (const tag of tags) {
    const language = tag.trim().toLowerCase().split('-')[0];
    const spoken = locales.find((locale) => locale === language);
    if (spoken) return spoken;
  }
  return undefined;
}

function byPreference(header: string): readonly string[] {
  const entries = header.split(',').map((entry) => {
    const [tag = '', ...parameters] = entry.split(';').map((part) => part.trim());
    const quality = parameters.find((parameter) => parameter.startsWith('q='));
    const weight = quality === undefined ? 1 : Number(quality.slice(2));
    return { tag, weight: Number.isFinite(weight) ? weight : 0 };
  });
  return entries.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight).map(({ tag }) => tag);
}
